import type { Statement } from "../../database.js";
import { failedJobsOf } from "./matchedRecipes.js";

/** $1 batch. Counts the recipes that it made, that are not superseded, and that have FAILED jobs. */
export const countFailedRecipes: Statement = {
  text: `SELECT count(*)::int AS "count" FROM (${failedJobsOf("$1::int")}) failed`,
};
