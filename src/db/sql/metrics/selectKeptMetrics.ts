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
