import { GraphQLJSONObject } from "graphql-scalars";
import { Ctx, Field, FieldResolver, Int, ObjectType, Resolver, Root } from "type-graphql";
import type { TriggerEvent as Source } from "../../domain/trigger/findTriggers.js";
import type { Context } from "../context.js";
import { DateTime } from "../scalars.js";
import { TriggerRule } from "./TriggerRule.js";

@ObjectType({ simpleResolvers: true, description: "Who or what caused a thing." })
export class TriggerEvent {
  @Field(() => Int)
  databaseId!: number;

  @Field(() => String, { description: "USER for a request." })
  type!: string;

  @Field(() => DateTime)
  occurred!: Date;

  @Field(() => GraphQLJSONObject, { description: 'Such as {"user": "Anonymous"}.' })
  description!: object;
}

@Resolver(() => TriggerEvent)
export class TriggerEventResolver {
  @FieldResolver(() => TriggerRule, { nullable: true })
  rule(@Root() event: Source, @Ctx() { load }: Context) {
    return event.ruleId === null ? null : load.rule.load(event.ruleId);
  }
}
