import { GraphQLJSONObject } from "graphql-scalars";
import { ArgsType, Field, InputType, Int, ObjectType } from "type-graphql";
import type { RecipeTypeRow } from "../../domain/recipe/findRecipeTypes.js";
import { Leaf, References } from "../execution/reference.js";
import { ConnectionArgs, connectionTypes } from "../relay/connection.js";
import { maxListSize } from "../relay/listSize.js";
import { Node } from "../relay/node.js";
import { DateTime } from "../scalars.js";
import { TriggerRule } from "../trigger/TriggerRule.js";

@ObjectType({ simpleResolvers: true, implements: Node, description: "A directed acyclic graph of jobs that is run over files." })
export class RecipeType extends Node {
  declare readonly row: RecipeTypeRow;

  @Leaf(() => Int, { from: "id", description: "The integer id that REST callers know." })
  databaseId!: number;

  @Leaf(() => String)
  name!: string;

  @Leaf(() => String)
  version!: string;

  @Leaf(() => String, { nullable: true })
  title!: string | null;

  @Leaf(() => String, { nullable: true })
  description!: string | null;

  @Leaf(() => Boolean)
  isActive!: boolean;

  @Field(() => GraphQLJSONObject, { description: "The recipe definition of the current revision, version 1.0." })
  @References("definition", "id")
  definition!: object;

  @Leaf(() => Int, { description: "The current revision: counts the edits of the definition." })
  revisionNum!: number;

  @Leaf(() => DateTime)
  created!: string;

  @Leaf(() => DateTime)
  lastModified!: string;

  @Leaf(() => DateTime, { nullable: true })
  archived!: string | null;

  @Field(() => TriggerRule, { nullable: true })
  @References("rule", "triggerRuleId")
  triggerRule!: TriggerRule | null;
}

export const RecipeTypeConnection = connectionTypes("RecipeType", () => RecipeType);

@InputType({
  description: `Conditions on recipe types. All of them must hold; of a list, one value. A list has at most ${maxListSize} values.`,
})
export class RecipeTypeFilter {
  @Field(() => [String], { nullable: true })
  name?: string[] | null;

  @Field(() => String, { nullable: true, description: "Part of the name or the title, in any case." })
  search?: string | null;

  @Field(() => Boolean, { nullable: true })
  isActive?: boolean | null;
}

@ArgsType()
export class RecipeTypesArgs extends ConnectionArgs {
  @Field(() => RecipeTypeFilter, { nullable: true })
  filter?: RecipeTypeFilter | null;
}
