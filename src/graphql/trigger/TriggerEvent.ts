import { GraphQLJSONObject } from "graphql-scalars";
import { Int, ObjectType } from "type-graphql";
import type { TriggerEvent as EventRow } from "../../domain/trigger/findTriggers.js";
import { leaf, RowFields, reference } from "../rowFields.js";
import { DateTime } from "../scalars.js";
import { TriggerRule } from "./TriggerRule.js";

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
