import type { Statement } from "../../database.js";
import { queueLanes } from "../queueLanes.js";

/** The queue of a job type. */
export interface QueueRow {
  readonly name: string;
  readonly version: string;
  readonly queued: number;
  readonly running: number;
  /** How long the first of the jobs that may be handed out has waited; null where there is none. */
  readonly oldestSeconds: number | null;
}

/**
 * $1 the most job types. Adds up the kept counts of the batches whose work is unfinished, and steps through the queue's index from lane to
 * lane to find what has waited longest. With 400,000 queued jobs in 20 batches, it reads some hundred rows. Job types without a job that is
 * queued or runs are left out.
 */
export const selectQueues: Statement = {
  name: "select_queues",
  text: `
    WITH RECURSIVE ${queueLanes()}, oldest AS (
      SELECT lane.job_type_id, extract(epoch FROM now() - min(lane.queued))::float8 AS seconds
      FROM lane JOIN batch b ON b.id = lane.batch_id
      WHERE lane.queued <= now() AND b.work_state NOT IN ('HELD', 'CANCELED')
      GROUP BY lane.job_type_id
    ), counted AS (
      SELECT w.job_type_id, coalesce(sum(w.n) FILTER (WHERE w.status = 'QUEUED'), 0)::float8 AS queued,
        coalesce(sum(w.n) FILTER (WHERE w.status = 'RUNNING'), 0)::float8 AS running
      FROM batch b JOIN work_tally w ON w.batch_id = b.id
      WHERE b.work_finished IS NULL AND w.status IN ('QUEUED', 'RUNNING')
      GROUP BY w.job_type_id
    )
    SELECT t.name, t.version, c.queued, c.running, o.seconds AS "oldestSeconds"
    FROM counted c JOIN job_type t ON t.id = c.job_type_id LEFT JOIN oldest o ON o.job_type_id = t.id
    WHERE c.queued > 0 OR c.running > 0
    ORDER BY c.queued + c.running DESC, t.id LIMIT $1`,
};
