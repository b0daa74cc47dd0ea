import type { Statement } from "../../database.js";

/** While a batch's work goes on, its executions are counted when they are asked for, up to so many jobs: it takes half a second. */
export const maxCountedJobs = 50_000;

/**
 * $1 batches. The metrics that are kept of those of them whose work has ended, and has been counted since; whose work goes on, with more jobs than
 * are counted when they are asked for; or whose executions are pruned. Its rows are `JobMetricsRow`s.
 */
export const selectKeptMetrics: Statement = {
  name: "select_kept_metrics",
  text: `
    SELECT batch_id AS "batchId", job_name AS "jobName", count, failed, shortest, mean, p95, longest
    FROM batch_job_metrics m JOIN batch b ON b.id = m.batch_id
    WHERE m.batch_id = ANY($1::int[]) AND CASE
      WHEN b.pruned IS NOT NULL THEN true
      WHEN b.work_finished IS NOT NULL THEN b.metrics_of = b.work_finished
      ELSE (SELECT sum(n) FROM work_tally t WHERE t.batch_id = b.id AND t.status IN ('COMPLETED', 'FAILED')) > ${maxCountedJobs} END
    ORDER BY m.batch_id, m.position`,
};

/** A batch whose executions are to be counted. */
export interface UncountedRow {
  readonly id: number;
  /** When its work ended; null: it goes on. */
  readonly workFinished: string | null;
  /** How many of its jobs have run, where its work goes on. */
  readonly jobs: number | null;
}

/**
 * Finds one batch whose work has ended since its executions were counted, or of which half as many jobs again have run as at the last time.
 * It leaves out a batch that another process is counting: until the transaction ends, none else finds this one.
 */
export const selectUncounted: Statement = {
  name: "select_uncounted",
  text: `
    WITH due AS MATERIALIZED (
      SELECT id, work_finished, NULL::bigint AS jobs FROM batch
      WHERE work_finished IS NOT NULL AND metrics_of IS DISTINCT FROM work_finished AND pruned IS NULL
      UNION ALL
      SELECT b.id, NULL, run.jobs FROM batch b
        CROSS JOIN LATERAL (SELECT sum(n) AS jobs FROM work_tally t WHERE t.batch_id = b.id AND t.status IN ('COMPLETED', 'FAILED')) run
      WHERE b.work_finished IS NULL AND b.pruned IS NULL AND run.jobs > ${maxCountedJobs}
        AND run.jobs > 1.5 * coalesce(b.metrics_jobs, 0)
    )
    SELECT id, work_finished AS "workFinished", jobs FROM due WHERE pg_try_advisory_xact_lock(hashtext('keep_metrics'), id) LIMIT 1`,
};

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
