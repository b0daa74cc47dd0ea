import type { Db } from "../../../db/database.js";
import { stopRunning } from "../../../db/sql/execution/stopRunning.js";
import type { Actor } from "../../actor.js";
import { refuse } from "../../errors.js";
import { stopReason } from "../../execution/cancelJobs.js";
import { cancelSome } from "../../execution/cancelWork.js";
import { finishWork } from "../../execution/finishWork.js";
import { isWorkLeft } from "../../execution/isWorkLeft.js";
import { lockQueues } from "../../execution/lockQueues.js";
import { moveWork } from "../../execution/moveWork.js";
import { checkText, maxReason } from "../../textLimits.js";
import { changeStatus, findBatchForUpdate } from "../changeStatus.js";

/**
 * Stops a batch for good. Once this commits, no further recipe is made, whatever workers have in hand, and no job of the batch is handed out.
 * The jobs that the batch made and that have not started become CANCELED, those of a large batch by and by (`cancelWork`); the workers of
 * those that run are told to stop. Superseded recipes and jobs stay superseded, and the counts say what was done. The recipes that were left
 * to do stay written down, so that `retryBatch` can go on with them. A batch that is CREATED keeps this status, and its work alone is
 * CANCELED. Canceling a canceled batch changes nothing.
 * @throws {DomainError} INVALID or TOO_LARGE about the `reason`; NOT_FOUND; CONFLICT where it is CREATED and no job is left to run
 */
export async function cancelBatch(db: Db, actor: Actor, id: number, reason: string | null): Promise<void> {
  refuse(checkText(["reason"], reason, maxReason));
  await db.transaction(async (tx) => {
    await lockQueues(tx, [id]);
    const batch = await findBatchForUpdate(tx, id);
    const isMade = batch.status === "CREATED" || batch.status === "CANCELED";
    if (isMade && batch.workState === "CANCELED") return;
    const isLeft = await isWorkLeft(tx, id);
    if (batch.status === "CANCELED" && !isLeft) return;
    if (!isMade || !isLeft) {
      await changeStatus(tx, batch, { to: "CANCELED", actor: actor.name, reason, creatorJob: "CANCELED" });
    }
    await cancelSome(tx, id);
    await tx.query(stopRunning, [id, stopReason("batch", reason)]);
    await moveWork(tx, [id], { to: "CANCELED", actor: actor.name, reason });
    await finishWork(tx, [id]);
  });
}
