import type { Statement } from "../database.js";

/** A matched recipe, locked until the end of the transaction. */
export interface LockedRecipe {
  readonly id: number;
  readonly isSuperseded: boolean;
  /** How many of the named jobs it has. */
  readonly jobs: number;
}

/**
 * $1 recipe ids, $2 job names. Locked in the order of their ids, so that two batches over the same recipes wait for each other
 * instead of deadlocking.
 */
export const lockRecipes: Statement = {
  name: "lock_recipes",
  text: `
    SELECT r.id, r.is_superseded AS "isSuperseded",
      (SELECT count(*)::int FROM recipe_job rj WHERE rj.recipe_id = r.id AND rj.job_name = ANY($2::text[])) AS "jobs"
    FROM recipe r WHERE r.id = ANY($1::int[]) ORDER BY r.id FOR NO KEY UPDATE`,
};
