import type { Db } from "../../../db/database.js";
import type { Problem } from "../../errors.js";
import { type BatchSelection, maxRecipeIds, type RecipeOrder, wholeSelection } from "../batchSelection.js";

/** What a caller says about the selection. Null in the place of an id: what the caller sent can't be one. */
export interface SelectionInput {
  readonly recipeIds?: readonly (number | null)[] | undefined;
  readonly failedInBatchId?: number | null | undefined;
  readonly order?: RecipeOrder | undefined;
}

/** Checks a new batch's selection: what it names must exist, and be of the batch's recipe type. */
export async function checkSelection(
  db: Db,
  recipeTypeId: number,
  { recipeIds, failedInBatchId, order = wholeSelection.order }: SelectionInput,
): Promise<{ selection: BatchSelection; problems: readonly Problem[] }> {
  const problems = [
    ...(recipeIds === undefined ? [] : await checkRecipes(db, recipeTypeId, recipeIds)),
    ...(failedInBatchId === undefined ? [] : await checkFailedBatch(db, recipeTypeId, failedInBatchId)),
  ];
  const ids = recipeIds === undefined ? null : [...new Set(recipeIds.flatMap((id) => id ?? []))].sort((one, other) => one - other);
  return { selection: { recipeIds: ids, failedInBatchId: failedInBatchId ?? null, order }, problems };
}

async function checkRecipes(db: Db, recipeTypeId: number, recipeIds: readonly (number | null)[]): Promise<Problem[]> {
  const path = ["selection", "recipeIds"];
  if (recipeIds.length > maxRecipeIds) return [{ code: "TOO_LARGE", path, message: `must be at most ${maxRecipeIds} ids` }];
  const ids = recipeIds.flatMap((id) => id ?? []);
  const recipes = await db.prisma.recipe.findMany({ where: { id: { in: ids } }, select: { id: true, recipeTypeId: true } });
  const types = new Map(recipes.map((recipe) => [recipe.id, recipe.recipeTypeId]));
  return recipeIds.flatMap((id, i): Problem[] => {
    const typeId = id === null ? undefined : types.get(id);
    if (typeId === recipeTypeId) return [];
    const problem = typeId === undefined ? notFound : otherType("recipe");
    return [{ ...problem, path: [...path, String(i)] }];
  });
}

async function checkFailedBatch(db: Db, recipeTypeId: number, id: number | null): Promise<Problem[]> {
  const batch = id === null ? null : await db.prisma.batch.findUnique({ where: { id }, select: { recipeTypeId: true } });
  if (batch?.recipeTypeId === recipeTypeId) return [];
  return [{ ...(batch ? otherType("batch") : { ...notFound, message: "names no batch" }), path: ["selection", "failedInBatchId"] }];
}

const notFound = { code: "NOT_FOUND", message: "names no recipe" } as const;
const otherType = (what: string) => ({ code: "INVALID", message: `is a ${what} of another recipe type` }) as const;
