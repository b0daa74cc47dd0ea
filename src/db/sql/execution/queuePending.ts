import { graphsOfRecipes } from "./graphsOfRecipes.js";
import { jobData } from "./jobData.js";

const listInputs = `jsonb_path_query_array(t.interface, '$.input_data[*] ? (@.type == "files").name')`;
const resultsOf = (name: string) =>
  `SELECT p.results FROM recipe_job q JOIN job p ON p.id = q.job_id WHERE q.recipe_id = ready.recipe_id AND q.job_name = ${name}`;
const data = jobData({ node: "ready.node", recipeData: "ready.data", listInputs, resultsOf });

/** A type of jobs that were queued. */
export interface QueuedTypeRow {
  readonly jobTypeId: number;
}

/**
 * The SQL that moves jobs of recipes on: $1 recipes, which are locked. Of some of their jobs, the PENDING ones whose parents are all COMPLETED
 * become QUEUED, with their input data. Recipes whose jobs are all COMPLETED become completed, and are counted.
 * Its rows are the types of the jobs that were queued: QueuedTypeRow.
 * @param from finds the jobs: it joins `held`, their recipes, with `recipe_job c`
 * @param isReady a condition under which a job's parents need not be looked up: they are all COMPLETED
 */
export const queuePending = (from: string, isReady = "false"): string => `
    WITH ${graphsOfRecipes}, pending AS MATERIALIZED (
      SELECT DISTINCT ON (held.id, c.job_id) held.id AS recipe_id, held.rev_id, held.data, c.job_id, c.job_name::text, j.job_type_rev_id
      FROM ${from} JOIN job j ON j.id = c.job_id AND j.status = 'PENDING'
    ), ready AS MATERIALIZED (
      SELECT pending.recipe_id, pending.job_id, pending.job_type_rev_id, pending.data, node.node
      FROM pending JOIN node ON node.rev_id = pending.rev_id AND node.name = pending.job_name
      WHERE ${isReady} OR NOT EXISTS (
        SELECT FROM recipe_job q JOIN job p ON p.id = q.job_id
        WHERE q.recipe_id = pending.recipe_id AND q.job_name = ANY(node.parents) AND p.status <> 'COMPLETED')
    ), input AS MATERIALIZED (
      SELECT DISTINCT ON (ready.job_id) ready.job_id, ${data} AS data
      FROM ready JOIN job_type_revision t ON t.id = ready.job_type_rev_id
    ), queued AS (
      UPDATE job j SET status = 'QUEUED', data = input.data, queued = statement_timestamp(), last_status_change = statement_timestamp(),
        last_modified = statement_timestamp()
      FROM input WHERE j.id = input.job_id AND j.status = 'PENDING'
      RETURNING j.job_type_id
    ), completed AS (
      UPDATE recipe r SET completed = statement_timestamp(), last_modified = statement_timestamp()
      FROM held
      WHERE r.id = held.id AND r.completed IS NULL AND held.id NOT IN (SELECT recipe_id FROM pending) AND NOT EXISTS (
        SELECT FROM recipe_job q JOIN job j ON j.id = q.job_id WHERE q.recipe_id = held.id AND j.status <> 'COMPLETED')
      RETURNING r.id
    ), counted AS (
      INSERT INTO work_tally (batch_id, status, n)
      SELECT b.batch_id, 'RECIPE_COMPLETED', count(*) FROM completed JOIN batch_recipe b ON b.recipe_id = completed.id GROUP BY 1
    )
    SELECT DISTINCT job_type_id AS "jobTypeId" FROM queued`;
