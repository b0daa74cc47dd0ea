import type { Statement } from "../../database.js";

/**
 * $1 a batch, $2 `workFinished` and $3 `jobs` of its `UncountedRow`, $4 its `JobMetricsRow`s as JSON, in their order. Keeps what was counted,
 * unless the executions have been pruned meanwhile. Only here, for a moment, is the batch locked.
 */
export const keepMetrics: Statement = {
  text: `
    WITH counted AS (
      UPDATE batch SET metrics_of = $2::timestamptz, metrics_jobs = $3::bigint WHERE id = $1::int AND pruned IS NULL RETURNING id
    )
    INSERT INTO batch_job_metrics (batch_id, job_name, position, count, failed, shortest, mean, p95, longest)
    SELECT c.id, "jobName", position, count, failed, shortest, mean, p95, longest
    FROM counted c CROSS JOIN ROWS FROM (jsonb_to_recordset($4::jsonb) AS (
      "jobName" text, count int, failed int, shortest float8, mean float8, p95 float8, longest float8
    )) WITH ORDINALITY AS r ("jobName", count, failed, shortest, mean, p95, longest, position)
    ON CONFLICT (batch_id, job_name) DO UPDATE SET position = excluded.position, count = excluded.count, failed = excluded.failed,
      shortest = excluded.shortest, mean = excluded.mean, p95 = excluded.p95, longest = excluded.longest`,
};
