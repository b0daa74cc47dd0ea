import type { Db } from "../../db/database.js";
import type { RecipeJob, Recipe as RecipeModel, RecipeTypeRevision } from "../../db/generated/client.js";
import { type TextTimes, textTimes } from "../textTimes.js";

export type { RecipeJob } from "../../db/generated/client.js";
export type Recipe = TextTimes<RecipeModel>;

export const findRecipesById = async (db: Db, ids: readonly number[]): Promise<Recipe[]> =>
  (await db.prisma.recipe.findMany({ where: { id: { in: [...ids] } } })).map(textTimes);

/** Finds the recipes that supersede the given ones. */
export const findSupersedingRecipes = async (db: Db, ids: readonly number[]): Promise<Recipe[]> =>
  (await db.prisma.recipe.findMany({ where: { supersededRecipeId: { in: [...ids] } } })).map(textTimes);

/** Finds the jobs of recipes, in the order in which they were made. */
export const findRecipeJobs = (db: Db, recipeIds: readonly number[]): Promise<RecipeJob[]> =>
  db.prisma.recipeJob.findMany({ where: { recipeId: { in: [...recipeIds] } }, orderBy: { id: "asc" } });

/** Finds revisions of recipe types, in any order, without their definitions. */
export const findRevisionsById = (db: Db, ids: readonly number[]): Promise<Pick<RecipeTypeRevision, "id" | "revisionNum">[]> =>
  db.prisma.recipeTypeRevision.findMany({ where: { id: { in: [...ids] } }, select: { id: true, revisionNum: true } });

export type RecipeOfJob = Recipe & { readonly jobId: number };

/** Finds the recipes that jobs belong to, in the order in which they were made: the first is the one that the job was made for. */
export async function findRecipesOfJobs(db: Db, jobIds: readonly number[]): Promise<RecipeOfJob[]> {
  const found = await db.prisma.recipeJob.findMany({
    where: { jobId: { in: [...jobIds] } },
    select: { jobId: true, recipe: true },
    orderBy: { id: "asc" },
  });
  return found.map(({ jobId, recipe }) => ({ ...textTimes(recipe), jobId }));
}
