import type { Db } from "../../db/database.js";
import type { Recipe, RecipeJob, RecipeTypeRevision } from "../../db/generated/client.js";

export type { Recipe, RecipeJob } from "../../db/generated/client.js";

/** Finds recipes, in any order. */
export const findRecipesById = (db: Db, ids: readonly number[]): Promise<Recipe[]> =>
  db.prisma.recipe.findMany({ where: { id: { in: [...ids] } } });

/** Finds the recipes that supersede the given ones. */
export const findSupersedingRecipes = (db: Db, ids: readonly number[]): Promise<Recipe[]> =>
  db.prisma.recipe.findMany({ where: { supersededRecipeId: { in: [...ids] } } });

/** Finds the jobs of recipes, in the order in which they were made. */
export const findRecipeJobs = (db: Db, recipeIds: readonly number[]): Promise<RecipeJob[]> =>
  db.prisma.recipeJob.findMany({ where: { recipeId: { in: [...recipeIds] } }, orderBy: { id: "asc" } });

/** Finds revisions of recipe types, in any order, without their definitions. */
export const findRevisionsById = (db: Db, ids: readonly number[]): Promise<Pick<RecipeTypeRevision, "id" | "revisionNum">[]> =>
  db.prisma.recipeTypeRevision.findMany({ where: { id: { in: [...ids] } }, select: { id: true, revisionNum: true } });
