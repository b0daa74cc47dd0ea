import { GraphQLJSONObject } from "graphql-scalars";
import { Int, ObjectType } from "type-graphql";
import type { TriggerEvent as EventRow, TriggerRule as RuleRow } from "../../domain/trigger/findTriggers.js";
import { leaf, RowFields, reference } from "../rowFields.js";
import { DateTime } from "../scalars.js";

@ObjectType({ simpleResolvers: true, description: "What makes recipes or jobs when something happens." })
@RowFields({
  databaseId: leaf(Int, { from: "id" }),
  type: leaf(String),
  name: leaf(String, { nullable: true }),
  isActive: leaf(Boolean),
})
export class TriggerRule {
  declare readonly row: RuleRow;
}

@ObjectType({ simpleResolvers: true, description: "Who or what caused a thing." })
@RowFields({
  databaseId: leaf(Int, { from: "id" }),
  type: leaf(String, { description: "USER for a request." }),
  occurred: leaf(DateTime),
  description: leaf(GraphQLJSONObject, { description: 'Such as {"user": "Anonymous"}.' }),
  rule: reference(() => TriggerRule, "rule", "ruleId", { nullable: true }),
})
export class TriggerEvent {
  declare readonly row: EventRow;
}
