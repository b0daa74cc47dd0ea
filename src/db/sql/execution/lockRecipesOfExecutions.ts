import type { Statement } from "../../database.js";

/** $1 executions. Locks the recipes that hold their jobs and are not superseded, as `lockRecipes` does. It saves looking up the jobs first. */
export const lockRecipesOfExecutions: Statement = {
  name: "lock_recipes_of_executions",
  text: `
    SELECT r.id FROM recipe r
    WHERE r.id IN (SELECT x.recipe_id FROM job_exe e JOIN recipe_job x ON x.job_id = e.job_id WHERE e.id = ANY($1::bigint[]))
      AND NOT r.is_superseded
    ORDER BY r.id FOR NO KEY UPDATE`,
};
