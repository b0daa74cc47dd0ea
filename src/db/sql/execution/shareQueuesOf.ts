import type { Statement } from "../../database.js";
import { batchQueueClass } from "./queueLocks.js";

/** $1 ids of executions. Shares the locks of their batches' queues. */
export const shareQueuesOf: Statement = {
  name: "share_queues_of",
  text: `
    SELECT pg_advisory_xact_lock_shared(${batchQueueClass}, batch_id) FROM (
      SELECT DISTINCT j.batch_id FROM job_exe e JOIN job j ON j.id = e.job_id WHERE e.id = ANY($1::bigint[]) AND j.batch_id IS NOT NULL
      ORDER BY 1
    ) AS queue`,
};
