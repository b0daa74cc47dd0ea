import type { Db } from "../../../db/database.js";
import { findStranded, type StrandedRow } from "../../../db/sql/expansion/findStranded.js";
import { allLanes, lanesOf, queueExpansion } from "./queueExpansion.js";

/**
 * Queues turns for batches that are to be expanded, but have no message in the queue that would make a worker do so. It queues at most
 * 1,000 batches at a time.
 * @param batchId only this one
 * @returns their ids
 */
export async function queueStranded(db: Db, batchId: number | null = null): Promise<number[]> {
  const stranded = await db.query<StrandedRow>(findStranded, [batchId, allLanes]);
  for (const { id, status, priority } of stranded) await queueExpansion(db, id, lanesOf(status), { priority: priority ?? undefined });
  return stranded.map(({ id }) => id);
}
