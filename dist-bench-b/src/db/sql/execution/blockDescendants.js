import { graphsOfRecipes } from "./graphsOfRecipes.js";
/**
 * $1 recipes, which are locked. Their jobs that stand behind a FAILED or CANCELED one, along any path, become BLOCKED if they are PENDING.
 * Those that no longer do become PENDING if they are BLOCKED.
 */
export const blockDescendants = {
    name: "block_descendants",
    isLong: true,
    text: `
    WITH RECURSIVE ${graphsOfRecipes}, stuck AS (
      SELECT held.id AS recipe_id, held.rev_id, c.job_name::text
      FROM held JOIN recipe_job c ON c.recipe_id = held.id JOIN job j ON j.id = c.job_id
      WHERE j.status IN ('FAILED', 'CANCELED')
      UNION
      SELECT stuck.recipe_id, stuck.rev_id, edge.child FROM stuck JOIN edge ON edge.rev_id = stuck.rev_id AND edge.parent = stuck.job_name
    ), wanted AS MATERIALIZED (
      SELECT c.job_id, CASE WHEN stuck.job_name IS NULL THEN 'PENDING' ELSE 'BLOCKED' END AS status
      FROM held JOIN recipe_job c ON c.recipe_id = held.id LEFT JOIN stuck ON stuck.recipe_id = held.id AND stuck.job_name = c.job_name
    )
    UPDATE job j SET status = wanted.status, last_status_change = statement_timestamp(), last_modified = statement_timestamp()
    FROM wanted WHERE j.id = wanted.job_id AND j.status IN ('PENDING', 'BLOCKED') AND j.status <> wanted.status`,
};
