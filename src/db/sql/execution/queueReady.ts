import type { Statement } from "../../database.js";
import { graphsOfRecipes } from "./graphs.js";
import { jobData } from "./jobData.js";

const listInputs = `jsonb_path_query_array(t.interface, '$.input_data[*] ? (@.type == "files").name')`;
const parents = "SELECT q.job_name AS name, p.results FROM recipe_job q JOIN job p ON p.id = q.job_id WHERE q.recipe_id = ready.recipe_id";
const data = jobData({ node: "node.node", recipeData: "held.data", listInputs, parents });

/** @param pending finds the jobs to look at: recipe_id, rev_id, job_id, job_name, job_type_rev_id */
const queue = (name: string, pending: string): Statement => ({
  name,
  text: `
    WITH ${graphsOfRecipes}, pending AS MATERIALIZED (${pending}), ready AS MATERIALIZED (
      SELECT * FROM pending WHERE NOT EXISTS (
        SELECT FROM edge JOIN recipe_job q ON q.recipe_id = pending.recipe_id AND q.job_name = edge.parent JOIN job p ON p.id = q.job_id
        WHERE edge.rev_id = pending.rev_id AND edge.child = pending.job_name AND p.status <> 'COMPLETED')
    ), input AS MATERIALIZED (
      SELECT DISTINCT ON (ready.job_id) ready.job_id, ${data} AS data
      FROM ready JOIN held ON held.id = ready.recipe_id JOIN node ON node.rev_id = ready.rev_id AND node.name = ready.job_name
        JOIN job_type_revision t ON t.id = ready.job_type_rev_id
    ), queued AS (
      UPDATE job j SET status = 'QUEUED', data = input.data, queued = statement_timestamp(), last_status_change = statement_timestamp(),
        last_modified = statement_timestamp()
      FROM input WHERE j.id = input.job_id AND j.status = 'PENDING'
    ), completed AS (
      UPDATE recipe r SET completed = statement_timestamp(), last_modified = statement_timestamp()
      FROM held
      WHERE r.id = held.id AND r.completed IS NULL AND NOT EXISTS (
        SELECT FROM recipe_job q JOIN job j ON j.id = q.job_id WHERE q.recipe_id = held.id AND j.status <> 'COMPLETED')
      RETURNING r.id
    )
    INSERT INTO work_tally (batch_id, status, n)
    SELECT b.batch_id, 'RECIPE_COMPLETED', count(*) FROM completed JOIN batch_recipe b ON b.recipe_id = completed.id GROUP BY 1`,
});

const pendingIn = (from: string) => `
      SELECT DISTINCT held.id AS recipe_id, held.rev_id, c.job_id, c.job_name, j.job_type_rev_id
      FROM ${from} JOIN job j ON j.id = c.job_id AND j.status = 'PENDING'`;

/**
 * $1 recipes, which are locked. Their PENDING jobs whose parents are all COMPLETED become QUEUED, with their input data. Recipes whose jobs
 * are all COMPLETED become completed, and are counted.
 */
export const queueReady: Statement = queue("queue_ready", pendingIn("held JOIN recipe_job c ON c.recipe_id = held.id"));

/** $1 recipes, which are locked, $2 jobs that have just been completed: the same for their children alone. */
export const queueChildren: Statement = queue(
  "queue_children",
  pendingIn(`held JOIN recipe_job d ON d.recipe_id = held.id AND d.job_id = ANY($2::int[])
        JOIN edge ON edge.rev_id = held.rev_id AND edge.parent = d.job_name
        JOIN recipe_job c ON c.recipe_id = held.id AND c.job_name = edge.child`),
);
