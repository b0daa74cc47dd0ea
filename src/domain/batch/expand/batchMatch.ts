import type { Match } from "../../../db/sql/batch/matchedRecipes.js";
import { parseBound } from "../../time.js";
import { type BatchDefinition, forcesJobs } from "../batchDefinition.js";

/**
 * Which recipes a definition matches, given the recipe type's current revision. A retry matches only those at which the retried batch
 * failed, and those that it never came to.
 */
export function batchMatch(recipeTypeId: number, currentRevisionId: number, definition: BatchDefinition, retryOfId: number | null): Match {
  return {
    recipeTypeId,
    exceptRevisionId: forcesJobs(definition) ? null : currentRevisionId,
    dateRange: definition.date_range ? instants(definition.date_range) : null,
    retriedBatchId: retryOfId,
  };
}

/** PostgreSQL does not read every time that a definition may hold: a comma for the point, or an offset of 16 hours. */
const instants = ({ type, started, ended }: NonNullable<BatchDefinition["date_range"]>): NonNullable<Match["dateRange"]> => ({
  type,
  ...(started !== undefined && { started: parseBound(started)?.first ?? started }),
  ...(ended !== undefined && { ended: parseBound(ended)?.last ?? ended }),
});
