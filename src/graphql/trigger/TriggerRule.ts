import { Int, ObjectType } from "type-graphql";
import type { TriggerRule as RuleRow } from "../../domain/trigger/findTriggers.js";
import { leaf, RowFields } from "../rowFields.js";

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
