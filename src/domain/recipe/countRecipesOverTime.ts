import type { Db } from "../../db/database.js";
import { countRecipesOverTime as count, type RecipesInTime, type RecipesOverTime } from "../../db/sql/catalogue/countRecipesOverTime.js";
import { DomainError } from "../errors.js";
import { currentRevisionId } from "./findRecipeTypeRevisions.js";
import type { RecipeTypeRow } from "./findRecipeTypes.js";

export type { RecipesOverTime } from "../../db/sql/catalogue/countRecipesOverTime.js";

/** The most intervals: a bar for each of the points of a wide screen's histogram. */
export const maxIntervals = 1000;

export interface RecipesOverTimeInput {
  readonly type: RecipesInTime["type"];
  /** Whether the recipes of the current revision are left out, as a batch does that forces no job. */
  readonly outdated: boolean;
  /** The most intervals, from 1 on. */
  readonly intervals: number;
}

/**
 * Counts the recipes of a type that a batch could match, over time.
 * @returns null where there is none with a time
 * @throws {DomainError} INVALID where there are too few intervals or too many
 */
export async function countRecipesOverTime(
  db: Db,
  recipeType: Pick<RecipeTypeRow, "id" | "revisionNum">,
  { type, outdated, intervals }: RecipesOverTimeInput,
): Promise<RecipesOverTime | null> {
  if (intervals < 1 || intervals > maxIntervals) {
    throw new DomainError({ code: "INVALID", path: ["intervals"], message: `must be from 1 to ${maxIntervals}` });
  }
  const exceptRevisionId = outdated ? await currentRevisionId(db, recipeType) : null;
  return count(db, { recipeTypeId: recipeType.id, exceptRevisionId, type, intervals });
}
