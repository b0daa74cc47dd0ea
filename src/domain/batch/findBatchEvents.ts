import type { Db } from "../../db/database.js";
import type { BatchEvent } from "../../db/generated/client.js";

export type { BatchEvent } from "../../db/generated/client.js";

/** Finds the history of batches: every change of their status, oldest first. */
export const findBatchEvents = (db: Db, batchIds: readonly number[]): Promise<BatchEvent[]> =>
  db.prisma.batchEvent.findMany({ where: { batchId: { in: [...batchIds] } }, orderBy: { id: "asc" } });
