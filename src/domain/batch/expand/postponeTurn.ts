import type { Db } from "../../../db/database.js";
import type { BatchDefinition } from "../batchDefinition.js";
import { queueExpansion } from "./queueExpansion.js";

/**
 * Queues a lane's next turn after a turn that failed because the database could not do its work. That turn does not count as the batch's
 * failure.
 */
export async function postponeTurn(db: Db, { batchId, lane }: { batchId: number; lane: number }, seconds: number): Promise<void> {
  const batch = await db.prisma.batch.findFirst({ where: { id: batchId, status: { in: ["SUBMITTED", "CREATING"] } } });
  if (batch) await queueExpansion(db, batchId, [lane], batch.definition as unknown as BatchDefinition, seconds);
}
