import type { Statement } from "../database.js";

/** A matched recipe that can't be re-processed. */
export interface UnusableRecipe {
  readonly id: number;
  /** Otherwise it lacks a job. */
  readonly isSuperseded: boolean;
}

/**
 * $1 recipe ids, $2 names of jobs. Locks the recipes until the end of the transaction, in the order of their ids, so that two batches
 * over the same recipes wait for each other instead of deadlocking. Only those come back that are superseded, or lack one of the jobs.
 */
export const lockRecipes: Statement = {
  name: "lock_recipes",
  text: `
    WITH locked AS MATERIALIZED (
      SELECT r.id, r.is_superseded FROM recipe r WHERE r.id = ANY($1::int[]) ORDER BY r.id FOR NO KEY UPDATE
    )
    SELECT l.id, l.is_superseded AS "isSuperseded"
    FROM locked l
    WHERE l.is_superseded OR cardinality($2::text[]) > (
      SELECT count(*) FROM recipe_job rj WHERE rj.recipe_id = l.id AND rj.job_name = ANY($2::text[]))
    ORDER BY l.id`,
};
