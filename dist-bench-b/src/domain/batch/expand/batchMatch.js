import { forcesJobs } from "../batchDefinition.js";
/**
 * Which recipes a batch matches, given the recipe type's current revision. A retry matches only those at which the retried batch failed,
 * those that it never came to, and those whose jobs failed.
 */
export const batchMatch = (currentRevisionId, { recipeTypeId, definition, dateRange, selection, retryOfId }) => ({
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
