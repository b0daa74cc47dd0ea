import type { Statement } from "../../database.js";
import { countedMetrics } from "./countedMetrics.js";
import { maxCountedJobs } from "./selectKeptMetrics.js";

/**
 * Counts the executions of one batch, and keeps what it finds: of a batch whose work has ended, or of which half as many jobs again have run as at
 * the last time. It leaves out a batch that another process is counting. It takes no lock on the batch before all is counted. Its row says which
 * batch it was; there is none where nothing is to be done.
 */
export const keepMetrics: Statement = {
  isLong: true,
  text: `
    WITH due AS MATERIALIZED (
      SELECT id, work_finished, NULL::bigint AS jobs FROM batch
      WHERE work_finished IS NOT NULL AND metrics_of IS DISTINCT FROM work_finished AND pruned IS NULL
      UNION ALL
      SELECT b.id, NULL, run.jobs FROM batch b
        CROSS JOIN LATERAL (SELECT sum(n) AS jobs FROM work_tally t WHERE t.batch_id = b.id AND t.status IN ('COMPLETED', 'FAILED')) run
      WHERE b.work_finished IS NULL AND b.pruned IS NULL AND run.jobs > ${maxCountedJobs}
        AND run.jobs > 1.5 * coalesce(b.metrics_jobs, 0)
    ), asked AS MATERIALIZED (
      SELECT id, work_finished, jobs FROM due WHERE pg_try_advisory_xact_lock(hashtext('keep_metrics'), id) LIMIT 1
    ), ${countedMetrics}, kept AS (
      INSERT INTO batch_job_metrics (batch_id, job_name, position, count, failed, shortest, mean, p95, longest)
      SELECT batch_id, job_name, position, count, failed, shortest, mean, p95, longest FROM counted
      ON CONFLICT (batch_id, job_name) DO UPDATE SET position = excluded.position, count = excluded.count, failed = excluded.failed,
        shortest = excluded.shortest, mean = excluded.mean, p95 = excluded.p95, longest = excluded.longest
      RETURNING batch_id
    )
    UPDATE batch b SET metrics_of = a.work_finished, metrics_jobs = a.jobs FROM asked a CROSS JOIN (SELECT count(*) FROM kept) AS done WHERE b.id = a.id RETURNING b.id`,
};
