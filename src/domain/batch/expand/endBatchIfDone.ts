import type { Db } from "../../../db/database.js";
import { finishWork } from "../../execution/finishWork.js";
import { batchCreator } from "../../job/ensureSystemJobType.js";
import { changeStatus, findBatchForUpdate } from "../changeStatus.js";

/**
 * Ends a batch whose recipes have all been made or have failed. The batch becomes CREATED, its total becomes the number of recipes that
 * were made or failed, and its creator job becomes COMPLETED. Does nothing if the batch has been ended or paused meanwhile.
 * @returns whether nothing is left to do
 */
export async function endBatchIfDone(tx: Db, batchId: number): Promise<boolean> {
  if (await tx.prisma.batchSlice.findFirst({ where: { batchId }, select: { id: true } })) return false;
  const batch = await findBatchForUpdate(tx, batchId);
  if (batch.status !== "CREATING") return true;
  const { createdCount, failedCount } = await tx.prisma.batch.findUniqueOrThrow({ where: { id: batchId } });
  await changeStatus(tx, batch, { to: "CREATED", actor: batchCreator.name, creatorJob: "COMPLETED" });
  await tx.prisma.batch.update({ where: { id: batchId }, data: { totalCount: createdCount + failedCount } });
  await finishWork(tx, [batchId]);
  return true;
}
