import type { Db } from "../../../db/database.js";
import { moveCreatorJob } from "../../../db/sql/batch/moveCreatorJob.js";
import { batchCreator } from "../../job/ensureSystemJobType.js";
import type { BatchStatus } from "../batchStatus.js";
import { canBecome } from "../batchStatus.js";
import { changeStatus, findBatchForUpdate } from "../change/changeStatus.js";

const creatorError = {
  name: "batch-creator-failed",
  title: "Batch creator failed",
  description: "The batch creator gave up after its last try; its log says why",
  category: "SYSTEM",
  isBuiltin: true,
};

/**
 * Gives up a batch whose creator has failed at its last try: the batch and its creator job become FAILED. What it has made stays, and its
 * slices stay, which say what was still to do.
 * @param reason what people may read
 */
export async function failBatch(db: Db, batchId: number, reason: string): Promise<void> {
  await db.transaction(async (tx) => {
    const batch = await findBatchForUpdate(tx, batchId);
    if (!canBecome(batch.status as BatchStatus, "FAILED")) return;
    await changeStatus(tx, batch, { to: "FAILED", actor: batchCreator.name, reason });
    const error = await tx.prisma.error.upsert({ where: { name: creatorError.name }, create: creatorError, update: {} });
    if (batch.creatorJobId !== null) await tx.query(moveCreatorJob, [batch.creatorJobId, "FAILED", error.id]);
  });
}
