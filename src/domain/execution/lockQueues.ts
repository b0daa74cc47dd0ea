import type { Queries } from "../../db/database.js";
import { lockQueuesAlone } from "../../db/sql/execution/queueLocks.js";

/**
 * Waits until nobody is taking jobs out of these queues, or reports jobs of these batches, and keeps all others from it until the
 * transaction ends. So what has been decided under this lock holds for every job that is handed out later. It comes before any lock of rows.
 */
export async function lockQueues(tx: Queries, batchIds: readonly number[], jobTypeIds: readonly number[] = []): Promise<void> {
  await tx.query(lockQueuesAlone, [batchIds, jobTypeIds]);
}
