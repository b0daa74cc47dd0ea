import type { Statement } from "../../database.js";
import { failedJobsOf } from "./matchedRecipes.js";

/** Recipes that a retry goes on with, beside those at which the batch failed. */
export interface RetryableRow {
  /** Those that the batch matched and has not come to. */
  readonly left: number;
  /** Those that it made, that are not superseded, and that have FAILED jobs. */
  readonly withFailedJobs: number;
}

/** $1 batch. */
export const countRetryable: Statement = {
  text: `
    SELECT (SELECT coalesce(sum(cardinality(recipe_ids)), 0) FROM batch_slice WHERE batch_id = $1::int)::int AS "left",
      (SELECT count(*) FROM (${failedJobsOf("$1::int")}) failed)::int AS "withFailedJobs"`,
};
