import { Field, Int, ObjectType } from "type-graphql";
import { References } from "../execution/reference.js";
import { Job } from "../job/Job.js";
import { RecipeType } from "../recipeType/RecipeType.js";
import { Node } from "../relay/node.js";
import { DateTime } from "../scalars.js";
import { TriggerEvent } from "../trigger/TriggerEvent.js";

@ObjectType({ simpleResolvers: true, description: "A job of a recipe, under the name that the recipe's definition gives it." })
export class RecipeJob {
  @Field(() => String)
  jobName!: string;

  @Field(() => Boolean, { description: "False: kept from the recipe that this one supersedes." })
  isOriginal!: boolean;

  @Field(() => Job)
  @References("job", "jobId")
  job!: Job;
}

@ObjectType({ simpleResolvers: true, implements: Node, description: "One instance of a recipe type revision over concrete input data." })
export class Recipe extends Node {
  @Field(() => Int)
  databaseId!: number;

  @Field(() => Boolean)
  isSuperseded!: boolean;

  @Field(() => DateTime)
  created!: Date;

  @Field(() => DateTime, { nullable: true })
  completed!: Date | null;

  @Field(() => DateTime, { nullable: true })
  superseded!: Date | null;

  @Field(() => DateTime)
  lastModified!: Date;

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
