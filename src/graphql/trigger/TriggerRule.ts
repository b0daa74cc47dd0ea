import { Int, ObjectType } from "type-graphql";
import type { TriggerRule as RuleRow } from "../../domain/trigger/findTriggers.js";
import { Leaf } from "../execution/reference.js";

@ObjectType({ simpleResolvers: true, description: "What makes recipes or jobs when something happens." })
export class TriggerRule {
  declare readonly row: RuleRow;

  @Leaf(() => Int, { from: "id" })
  databaseId!: number;

  @Leaf(() => String)
  type!: string;

  @Leaf(() => String, { nullable: true })
  name!: string | null;

  @Leaf(() => Boolean)
  isActive!: boolean;
}
