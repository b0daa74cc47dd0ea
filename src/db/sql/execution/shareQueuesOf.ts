import type { Statement } from "../../database.js";
import { batchQueueClass } from "./queueLocks.js";

/** A batch whose queue's lock is shared. */
export interface SharedQueueRow {
  readonly batchId: number;
  /** Whether it has queued jobs. False as well where the lock had to be waited for: whoever had it may have changed that. */
  readonly hasQueued: boolean;
}

/** $1 ids of executions. Shares the locks of their batches' queues. */
export const shareQueuesOf: Statement = {
  name: "share_queues_of",
  text: `
    SELECT batch_id AS "batchId", CASE WHEN pg_try_advisory_xact_lock_shared(${batchQueueClass}, batch_id)
      THEN (SELECT sum(n) FROM work_tally t WHERE t.batch_id = queue.batch_id AND t.status = 'QUEUED') > 0
      ELSE pg_advisory_xact_lock_shared(${batchQueueClass}, batch_id) IS NULL END IS TRUE AS "hasQueued"
    FROM (
      SELECT DISTINCT batch_id FROM job
      WHERE id = ANY(ARRAY(SELECT job_id FROM job_exe WHERE id = ANY($1::bigint[]))) AND batch_id IS NOT NULL
      ORDER BY 1
    ) AS queue`,
};
