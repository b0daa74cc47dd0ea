import type { Db } from "../../db/database.js";
import { findStranded, type StrandedRow } from "../../db/sql/findStranded.js";
import type { BatchDefinition } from "./batchDefinition.js";
import { allLanes, lanesOf, queueExpansion } from "./queueExpansion.js";

/**
 * Queues turns for batches that are to be expanded and that nothing in the queue makes a worker expand: whatever became of their messages.
 * @param batchId only this one
 * @returns their ids
 */
export async function queueStranded(db: Db, batchId: number | null = null): Promise<number[]> {
  const stranded = await db.query<StrandedRow>(findStranded, [batchId, allLanes]);
  for (const { id, status, definition } of stranded) await queueExpansion(db, id, lanesOf(status), definition as BatchDefinition);
  return stranded.map(({ id }) => id);
}
