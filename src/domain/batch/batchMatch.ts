import type { Match } from "../../db/sql/matchedRecipes.js";
import { type BatchDefinition, forcesJobs } from "./batchDefinition.js";

/** Which recipes a definition matches, given the recipe type's current revision; for a retry, only those that failed before. */
export function batchMatch(recipeTypeId: number, currentRevisionId: number, definition: BatchDefinition, retryOfId: number | null): Match {
  return {
    recipeTypeId,
    exceptRevisionId: forcesJobs(definition) ? null : currentRevisionId,
    dateRange: definition.date_range ?? null,
    failedInBatchId: retryOfId,
  };
}
