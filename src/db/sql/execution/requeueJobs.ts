import type { Statement } from "../../database.js";

/**
 * $1 jobs, $2 the statuses that they may have. Makes them PENDING, with as many tries as their types allow from now on. `settleRecipes` then
 * queues those whose parents are COMPLETED. Jobs that are superseded are left alone. Its rows are those of `stopJobs`.
 */
export const requeueJobs: Statement = {
  isLong: true,
  text: `
    WITH requeued AS (
      UPDATE job j SET status = 'PENDING', max_tries = j.num_exes - j.released + t.max_tries, error_id = NULL, queued = NULL, ended = NULL,
        last_status_change = statement_timestamp(), last_modified = statement_timestamp()
      FROM job_type t
      WHERE j.id = ANY($1::int[]) AND j.status = ANY($2::text[]) AND t.id = j.job_type_id AND EXISTS (
        SELECT FROM recipe_job x JOIN recipe r ON r.id = x.recipe_id WHERE x.job_id = j.id AND NOT r.is_superseded)
      RETURNING j.batch_id
    )
    SELECT batch_id AS "batchId", count(*)::int AS "count" FROM requeued GROUP BY 1`,
};
