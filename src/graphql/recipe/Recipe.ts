import { Int, ObjectType } from "type-graphql";
import type { RecipeJob as RecipeJobRow, Recipe as RecipeRow } from "../../domain/recipe/findRecipes.js";
import { Job } from "../job/Job.js";
import { RecipeType } from "../recipeType/RecipeType.js";
import { Node } from "../relay/node.js";
import { leaf, RowFields, reference } from "../rowFields.js";
import { DateTime } from "../scalars.js";
import { TriggerEvent } from "../trigger/TriggerEvent.js";

@ObjectType({ simpleResolvers: true, description: "A job of a recipe, under the name that the recipe's definition gives it." })
@RowFields({
  jobName: leaf(String),
  isOriginal: leaf(Boolean, { description: "False: kept from the recipe that this one supersedes." }),
  job: reference(() => Job, "job", "jobId"),
})
export class RecipeJob {
  declare readonly row: RecipeJobRow;
}

@ObjectType({ simpleResolvers: true, implements: Node, description: "One instance of a recipe type revision over concrete input data." })
@RowFields({
  databaseId: leaf(Int, { from: "id" }),
  isSuperseded: leaf(Boolean),
  created: leaf(DateTime),
  completed: leaf(DateTime, { nullable: true }),
  superseded: leaf(DateTime, { nullable: true }),
  lastModified: leaf(DateTime),
  recipeType: reference(() => RecipeType, "recipeType", "recipeTypeId"),
  event: reference(() => TriggerEvent, "event", "eventId"),
  rootSupersededRecipe: reference(() => Recipe, "recipe", "rootSupersededRecipeId", {
    nullable: true,
    description: "The first of the chain; null on the first.",
  }),
  supersededRecipe: reference(() => Recipe, "recipe", "supersededRecipeId", {
    nullable: true,
    description: "The recipe that this one replaces.",
  }),
  supersededByRecipe: reference(() => Recipe, "supersedingRecipe", "id", {
    nullable: true,
    description: "The recipe that replaces this one.",
  }),
  jobs: reference(() => [RecipeJob], "recipeJobs", "id"),
})
export class Recipe extends Node {
  declare readonly row: RecipeRow;
}
