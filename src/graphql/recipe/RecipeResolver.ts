import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from "type-graphql";
import type { Recipe as Source } from "../../domain/recipe/findRecipes.js";
import type { Context } from "../context.js";
import { readId } from "../relay/globalId.js";
import { Recipe } from "./Recipe.js";

@Resolver(() => Recipe)
export class RecipeResolver {
  @Query(() => Recipe, { nullable: true, description: "One recipe by global id or integer id. Null where there is none." })
  recipe(@Arg("id", () => ID) id: string, @Ctx() { load }: Context): Promise<Source | null> | null {
    const recipeId = readId("Recipe", id);
    return recipeId === null ? null : load.recipe.load(recipeId);
  }

  @FieldResolver(() => Int, { description: "Which revision of the recipe type it is an instance of." })
  async revisionNum(@Root() recipe: Source, @Ctx() { load }: Context): Promise<number | undefined> {
    const revision = await load.revision.load(recipe.recipeTypeRevId);
    return revision?.revisionNum;
  }
}
