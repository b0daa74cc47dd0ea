import type { Statement } from "../../database.js";

/** One number about everything that the database holds. */
export interface StateRow {
  readonly kind: "batches" | "work" | "stalled" | "workers" | "look";
  /** A status of batches, or a state of their work; empty for the other kinds. */
  readonly state: string;
  readonly value: number;
}

/**
 * Counts batches by status (by the kept counts), the unfinished ones by the state of their work, and those that stall; the workers of the
 * last minute; and the seconds since leases were last looked through. It reads what is unfinished, by an index, and some hundred rows.
 */
export const countStates: Statement = {
  name: "count_states",
  text: `
    SELECT 'batches' AS kind, status AS state, sum(n)::float8 AS value FROM batch_tally GROUP BY status
    UNION ALL SELECT 'work', work_state, count(*) FROM batch WHERE work_finished IS NULL GROUP BY work_state
    UNION ALL SELECT 'stalled', '', count(*) FROM batch
      WHERE work_finished IS NULL AND status IN ('SUBMITTED', 'CREATING') AND last_modified < now() - interval '10 seconds'
    UNION ALL SELECT 'workers', '', count(*) FROM worker WHERE last_seen > now() - interval '1 minute'
    UNION ALL SELECT 'look', '', extract(epoch FROM now() - looked) FROM job_watch`,
};
