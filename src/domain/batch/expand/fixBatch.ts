import type { Db } from "../../../db/database.js";
import { fixMatches, noteMatches } from "../../../db/sql/expansion/fixMatches.js";
import { currentRevisionId } from "../../recipe/findRecipeTypeRevisions.js";
import { readRecipeDefinition } from "../../recipe/recipeDefinition.js";
import { batchMatch, type MatchingBatch } from "./batchMatch.js";

/**
 * About how many rows are written when a slice is re-processed. A chunk takes whole slices. With small slices, a chunk can be made to last
 * as long as it should, which is under a second.
 */
const rowsOfSlice = 1000;

/**
 * Fixes what a batch does: the recipes that it re-processes, and the revision that they become. From here on, the batch neither adds nor
 * repeats recipes, whatever happens to it or to the recipe type. The caller's transaction also does what follows from it.
 * @returns how many recipes were matched, and their fingerprint
 */
export async function fixBatch(
  tx: Db,
  batch: MatchingBatch & { readonly id: number },
): Promise<{ count: number; fingerprint: string; revisionNum: number }> {
  const recipeType = await tx.prisma.recipeType.findUniqueOrThrow({ where: { id: batch.recipeTypeId } });
  const revisionId = await currentRevisionId(tx, recipeType);
  const match = batchMatch(revisionId, batch);
  const nodes = readRecipeDefinition(recipeType.definition).graph?.nodes.size ?? 1;
  // A recipe takes 5 rows. Each of its jobs takes 4: the job, its recipe_job, its batch_job, and the update of the old job.
  const sliceSize = Math.max(1, Math.floor(rowsOfSlice / (5 + 4 * nodes)));
  const matched = await fixMatches(tx, batch.id, match, sliceSize, batch.selection.order === "NEWEST_FIRST");
  await tx.query(noteMatches, [batch.id, revisionId, matched.count]);
  return { ...matched, revisionNum: recipeType.revisionNum };
}
