import type { Statement } from "../../database.js";
import { maxCountedJobs } from "./selectKeptMetrics.js";

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
