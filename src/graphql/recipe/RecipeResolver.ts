import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from "type-graphql";
import type { RecipeJob as RecipeJobSource, Recipe as Source } from "../../domain/recipe/findRecipes.js";
import { type Context, existing } from "../context.js";
import { readId } from "../globalId.js";
import { Job } from "../job/Job.js";
import { RecipeType } from "../recipeType/RecipeType.js";
import { TriggerEvent } from "../trigger/TriggerEvent.js";
import { Recipe, RecipeJob } from "./Recipe.js";

@Resolver(() => Recipe)
export class RecipeResolver {
  @Query(() => Recipe, { nullable: true, description: "One recipe by global id or integer id. Null where there is none." })
  recipe(@Arg("id", () => ID) id: string, @Ctx() { load }: Context): Promise<Source | null> | null {
    const recipeId = readId("Recipe", id);
    return recipeId === null ? null : load.recipe.load(recipeId);
  }

  @FieldResolver(() => RecipeType)
  recipeType(@Root() recipe: Source, @Ctx() { load }: Context) {
    return existing(load.recipeType.load(recipe.recipeTypeId));
  }

  @FieldResolver(() => Int, { description: "Which revision of the recipe type it is an instance of." })
  async revisionNum(@Root() recipe: Source, @Ctx() { load }: Context): Promise<number> {
    return (await existing(load.revision.load(recipe.recipeTypeRevId))).revisionNum;
  }

  @FieldResolver(() => TriggerEvent)
  event(@Root() recipe: Source, @Ctx() { load }: Context) {
    return existing(load.event.load(recipe.eventId));
  }

  @FieldResolver(() => Recipe, { nullable: true, description: "The first of the chain; null on the first." })
  rootSupersededRecipe(@Root() recipe: Source, @Ctx() { load }: Context) {
    return recipe.rootSupersededRecipeId === null ? null : load.recipe.load(recipe.rootSupersededRecipeId);
  }

  @FieldResolver(() => Recipe, { nullable: true, description: "The recipe that this one replaces." })
  supersededRecipe(@Root() recipe: Source, @Ctx() { load }: Context) {
    return recipe.supersededRecipeId === null ? null : load.recipe.load(recipe.supersededRecipeId);
  }

  @FieldResolver(() => Recipe, { nullable: true, description: "The recipe that replaces this one." })
  supersededByRecipe(@Root() recipe: Source, @Ctx() { load }: Context) {
    return load.supersedingRecipe.load(recipe.id);
  }

  @FieldResolver(() => [RecipeJob])
  jobs(@Root() recipe: Source, @Ctx() { load }: Context) {
    return load.recipeJobs.load(recipe.id);
  }
}

@Resolver(() => RecipeJob)
export class RecipeJobResolver {
  @FieldResolver(() => Job)
  job(@Root() recipeJob: RecipeJobSource, @Ctx() { load }: Context) {
    return existing(load.job.load(recipeJob.jobId));
  }
}
