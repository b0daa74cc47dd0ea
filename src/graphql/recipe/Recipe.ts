import { Field, Int, ObjectType } from "type-graphql";
import type { RecipeJob as RecipeJobRow, Recipe as RecipeRow } from "../../domain/recipe/findRecipes.js";
import { Leaf, References } from "../execution/reference.js";
import { Job } from "../job/Job.js";
import { RecipeType } from "../recipeType/RecipeType.js";
import { Node } from "../relay/node.js";
import { DateTime } from "../scalars.js";
import { TriggerEvent } from "../trigger/TriggerEvent.js";

@ObjectType({ simpleResolvers: true, description: "A job of a recipe, under the name that the recipe's definition gives it." })
export class RecipeJob {
  declare readonly row: RecipeJobRow;

  @Leaf(() => String)
  jobName!: string;

  @Leaf(() => Boolean, { description: "False: kept from the recipe that this one supersedes." })
  isOriginal!: boolean;

  @Field(() => Job)
  @References("job", "jobId")
  job!: Job;
}

@ObjectType({ simpleResolvers: true, implements: Node, description: "One instance of a recipe type revision over concrete input data." })
export class Recipe extends Node {
  declare readonly row: RecipeRow;

  @Leaf(() => Int, { from: "id" })
  databaseId!: number;

  @Leaf(() => Boolean)
  isSuperseded!: boolean;

  @Leaf(() => DateTime)
  created!: string;

  @Leaf(() => DateTime, { nullable: true })
  completed!: string | null;

  @Leaf(() => DateTime, { nullable: true })
  superseded!: string | null;

  @Leaf(() => DateTime)
  lastModified!: string;

  @Field(() => RecipeType)
  @References("recipeType", "recipeTypeId")
  recipeType!: RecipeType;

  @Field(() => TriggerEvent)
  @References("event", "eventId")
  event!: TriggerEvent;

  @Field(() => Recipe, { nullable: true, description: "The first of the chain; null on the first." })
  @References("recipe", "rootSupersededRecipeId")
  rootSupersededRecipe!: Recipe | null;

  @Field(() => Recipe, { nullable: true, description: "The recipe that this one replaces." })
  @References("recipe", "supersededRecipeId")
  supersededRecipe!: Recipe | null;

  @Field(() => Recipe, { nullable: true, description: "The recipe that replaces this one." })
  @References("supersedingRecipe", "id")
  supersededByRecipe!: Recipe | null;

  @Field(() => [RecipeJob])
  @References("recipeJobs", "id")
  jobs!: RecipeJob[];
}
