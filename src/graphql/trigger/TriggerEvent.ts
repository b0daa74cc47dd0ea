import { GraphQLJSONObject } from "graphql-scalars";
import { Field, Int, ObjectType } from "type-graphql";
import { References } from "../execution/reference.js";
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

  @Field(() => TriggerRule, { nullable: true })
  @References("rule", "ruleId")
  rule!: TriggerRule | null;
}
