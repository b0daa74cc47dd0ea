import { GraphQLJSONObject } from "graphql-scalars";
import { Field, Int, ObjectType } from "type-graphql";
import type { TriggerEvent as EventRow } from "../../domain/trigger/findTriggers.js";
import { Leaf, References } from "../execution/reference.js";
import { DateTime } from "../scalars.js";
import { TriggerRule } from "./TriggerRule.js";

@ObjectType({ simpleResolvers: true, description: "Who or what caused a thing." })
export class TriggerEvent {
  declare readonly row: EventRow;

  @Leaf(() => Int, { from: "id" })
  databaseId!: number;

  @Leaf(() => String, { description: "USER for a request." })
  type!: string;

  @Leaf(() => DateTime)
  occurred!: string;

  @Leaf(() => GraphQLJSONObject, { description: 'Such as {"user": "Anonymous"}.' })
  description!: object;

  @Field(() => TriggerRule, { nullable: true })
  @References("rule", "ruleId")
  rule!: TriggerRule | null;
}
