import type { Db } from "../../../db/database.js";
import type { Actor } from "../../actor.js";
import { refuse } from "../../errors.js";
import { isWorkLeft } from "../../execution/isWorkLeft.js";
import { lockQueues } from "../../execution/lockQueues.js";
import { moveWork } from "../../execution/moveWork.js";
import { checkText, maxReason } from "../../textLimits.js";
import { type BatchStatus, hasEnded } from "../batchStatus.js";
import { changeStatus, findBatchForUpdate } from "../changeStatus.js";

/**
 * Stops a batch until it is resumed. Once this commits, no further recipe is made, and none of its jobs is handed out; jobs that run go on.
 * A chunk that has not counted its recipes by then is undone, and done again later. When a batch's creation has ended, its status stays, and
 * its work alone is HELD. Pausing a paused batch changes nothing.
 * @throws {DomainError} INVALID or TOO_LARGE about the `reason`; NOT_FOUND; CONFLICT where the creation has ended and no job is left to run
 */
export async function pauseBatch(db: Db, actor: Actor, id: number, reason: string | null): Promise<void> {
  refuse(checkText(["reason"], reason, maxReason));
  await db.transaction(async (tx) => {
    await lockQueues(tx, [id]);
    const batch = await findBatchForUpdate(tx, id);
    const isMade = hasEnded(batch.status as BatchStatus);
    if (batch.status === "PAUSED" || (isMade && batch.workState === "HELD")) return;
    if (!isMade || !(await isWorkLeft(tx, id))) {
      await changeStatus(tx, batch, { to: "PAUSED", actor: actor.name, reason, creatorJob: "QUEUED" });
    }
    await moveWork(tx, [id], { to: "HELD", actor: actor.name, reason });
  });
}
