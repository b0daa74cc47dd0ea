import type { Statement } from "../../database.js";

/** A recipe that is locked. */
export interface LockedRecipeRow {
  readonly id: number;
  /** Whether it was superseded while its lock was waited for. The one that supersedes it is not locked, and may hold the same jobs. */
  readonly isSuperseded: boolean;
}

/**
 * $1 executions. Locks the recipes that hold their jobs and are not superseded, as `lockRecipes` does. It saves looking up the jobs first.
 * `held` are those that are not superseded as the statement begins, so those that become so meanwhile are found, too. Each table is read by a
 * list of ids: for neighbours, as most claims consist of, that takes 0.16 ms for a hundred instead of 0.27 by joins, which look up row by row.
 */
export const lockRecipesOfExecutions: Statement = {
  name: "lock_recipes_of_executions",
  text: `
    WITH held AS MATERIALIZED (
      SELECT id FROM recipe
      WHERE id = ANY(ARRAY(SELECT recipe_id FROM recipe_job WHERE job_id = ANY(ARRAY(SELECT job_id FROM job_exe WHERE id = ANY($1::bigint[])))))
        AND NOT is_superseded
    )
    SELECT id, is_superseded AS "isSuperseded" FROM recipe WHERE id = ANY(ARRAY(SELECT id FROM held)) ORDER BY id FOR NO KEY UPDATE`,
};
