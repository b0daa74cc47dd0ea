import { GraphQLJSONObject } from "graphql-scalars";
import { ArgsType, Field, InputType, Int, ObjectType } from "type-graphql";
import type { RecipeTypeRevisionRow } from "../../domain/recipe/findRecipeTypeRevisions.js";
import type { RecipeTypeRow } from "../../domain/recipe/findRecipeTypes.js";
import { ConnectionArgs, connectionTypes, maxListSize } from "../relay/connection.js";
import { Node } from "../relay/node.js";
import { leaf, RowFields, reference } from "../rowFields.js";
import { DateTime } from "../scalars.js";
import { TriggerRule } from "../trigger/TriggerEvent.js";

@ObjectType({ simpleResolvers: true, implements: Node, description: "A directed acyclic graph of jobs that is run over files." })
@RowFields({
  databaseId: leaf(Int, { from: "id", description: "The integer id that REST callers know." }),
  name: leaf(String),
  version: leaf(String),
  title: leaf(String, { nullable: true }),
  description: leaf(String, { nullable: true }),
  isActive: leaf(Boolean),
  definition: reference(() => GraphQLJSONObject, "definition", "id", {
    description: "The recipe definition of the current revision, version 1.0.",
  }),
  revisionNum: leaf(Int, { description: "The current revision: counts the edits of the definition." }),
  created: leaf(DateTime),
  lastModified: leaf(DateTime),
  archived: leaf(DateTime, { nullable: true }),
  triggerRule: reference(() => TriggerRule, "rule", "triggerRuleId", { nullable: true }),
})
export class RecipeType extends Node {
  declare readonly row: RecipeTypeRow;
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

@ObjectType({ simpleResolvers: true, description: "A numbered, frozen definition of a recipe type." })
@RowFields({
  revisionNum: leaf(Int),
  definition: reference(() => GraphQLJSONObject, "revisionDefinition", "id", { description: "The recipe definition, version 1.0." }),
  created: leaf(DateTime),
})
export class RecipeTypeRevision {
  declare readonly row: RecipeTypeRevisionRow;
}
