import type { Match } from "../../../db/sql/batch/matchedRecipes.js";
import { type BatchDefinition, type DateRange, forcesJobs } from "../batchDefinition.js";
import type { BatchSelection } from "../batchSelection.js";

/** What of a batch says which recipes it matches. */
export interface MatchingBatch {
  readonly recipeTypeId: number;
  readonly definition: BatchDefinition;
  readonly dateRange: DateRange | null;
  readonly selection: BatchSelection;
  readonly retryOfId: number | null;
}

/**
 * Which recipes a batch matches, given the recipe type's current revision. A retry matches only those at which the retried batch failed,
 * those that it never came to, and those whose jobs failed.
 */
export const batchMatch = (
  currentRevisionId: number,
  { recipeTypeId, definition, dateRange, selection, retryOfId }: MatchingBatch,
): Match => ({
  recipeTypeId,
  exceptRevisionId: forcesJobs(definition) ? null : currentRevisionId,
  dateRange: dateRange && {
    type: dateRange.type,
    ...(dateRange.started && { started: dateRange.started.first }),
    ...(dateRange.ended && { ended: dateRange.ended.last }),
  },
  recipeIds: selection.recipeIds,
  failedInBatchId: selection.failedInBatchId,
  retriedBatchId: retryOfId,
});
