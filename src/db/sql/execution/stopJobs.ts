import type { Statement } from "../../database.js";

/** How many jobs of a batch were changed. */
export interface ChangedJobsRow {
  readonly batchId: number;
  readonly count: number;
}

/**
 * $1 jobs, $2 why. Those that have not started become CANCELED. The workers of those that run are told to stop, once. The caller has locked
 * the queues, so that none of the jobs is handed out or given back meanwhile.
 */
export const stopJobs: Statement = {
  isLong: true,
  text: `
    WITH canceled AS (
      UPDATE job SET status = 'CANCELED', ended = statement_timestamp(), last_status_change = statement_timestamp(),
        last_modified = statement_timestamp()
      WHERE id = ANY($1::int[]) AND status IN ('PENDING', 'BLOCKED', 'QUEUED')
      RETURNING batch_id
    ), told AS (
      UPDATE job_exe e SET stop_reason = $2::text FROM job j
      WHERE e.job_id = ANY($1::int[]) AND e.status = 'RUNNING' AND e.stop_reason IS NULL AND j.id = e.job_id
      RETURNING j.batch_id
    )
    SELECT batch_id AS "batchId", count(*)::int AS "count" FROM (SELECT * FROM canceled UNION ALL SELECT * FROM told) AS changed
    GROUP BY 1`,
};
