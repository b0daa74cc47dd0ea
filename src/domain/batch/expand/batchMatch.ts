import type { Match } from "../../../db/sql/batch/matchedRecipes.js";
import { type BatchDefinition, type DateRange, forcesJobs } from "../batchDefinition.js";

/**
 * Which recipes a definition matches, given the recipe type's current revision. A retry matches only those at which the retried batch
 * failed, and those that it never came to.
 */
export const batchMatch = (
  recipeTypeId: number,
  currentRevisionId: number,
  definition: BatchDefinition,
  dateRange: DateRange | null,
  retryOfId: number | null,
): Match => ({
  recipeTypeId,
  exceptRevisionId: forcesJobs(definition) ? null : currentRevisionId,
  dateRange: dateRange && {
    type: dateRange.type,
    ...(dateRange.started && { started: dateRange.started.first }),
    ...(dateRange.ended && { ended: dateRange.ended.last }),
  },
  retriedBatchId: retryOfId,
});
