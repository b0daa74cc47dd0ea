import type { Statement } from "../../database.js";

/** A recipe that is locked, and one of the jobs that it holds. */
export interface LockedRecipeRow {
  readonly id: number;
  readonly jobId: number;
  /** Whether it was superseded while its lock was waited for. Its successor holds the job, too, and is not locked. */
  readonly isSuperseded: boolean;
}

/**
 * $1 executions. Locks the recipes that hold their jobs and are not superseded, as `lockRecipes` does. It saves looking up the jobs first.
 * `held` is what is not superseded when the statement begins, so those that become so meanwhile are found, too. Each table is read once, by a
 * list of ids: for the neighbours that most claims consist of, that takes half of the time that joins take, which look up row by row.
 */
export const lockRecipesOfExecutions: Statement = {
  name: "lock_recipes_of_executions",
  text: `
    WITH link AS MATERIALIZED (
      SELECT job_id, recipe_id FROM recipe_job WHERE job_id = ANY(ARRAY(SELECT job_id FROM job_exe WHERE id = ANY($1::bigint[])))
    ), held AS MATERIALIZED (
      SELECT id FROM recipe WHERE id = ANY(ARRAY(SELECT recipe_id FROM link)) AND NOT is_superseded
    )
    SELECT r.id, link.job_id AS "jobId", r.is_superseded AS "isSuperseded" FROM recipe r JOIN link ON link.recipe_id = r.id
    WHERE r.id = ANY(ARRAY(SELECT id FROM held))
    ORDER BY r.id FOR NO KEY UPDATE OF r`,
};
