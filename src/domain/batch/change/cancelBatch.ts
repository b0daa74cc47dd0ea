import type { Db } from "../../../db/database.js";
import { cancelBatchJobs } from "../../../db/sql/batch/cancelBatchJobs.js";
import { moveCreatorJob } from "../../../db/sql/batch/moveCreatorJob.js";
import type { Actor } from "../../actor.js";
import { refuse } from "../../errors.js";
import { checkText, maxReason } from "../../textLimits.js";
import { changeStatus, findBatchForUpdate } from "../changeStatus.js";

/**
 * Stops a batch for good. Once this commits, no further recipe is made, whatever workers have in hand. The jobs that the batch made and
 * that have not started are CANCELED. Superseded recipes and jobs stay superseded, and the counts say what was done. The recipes that were
 * left to do stay written down, so that `retryBatch` can go on with them. Canceling a canceled batch changes nothing.
 * @throws {DomainError} INVALID or TOO_LARGE about the `reason`; NOT_FOUND; CONFLICT where every recipe has been made or has failed
 */
export async function cancelBatch(db: Db, actor: Actor, id: number, reason: string | null): Promise<void> {
  refuse(checkText(["reason"], reason, maxReason));
  await db.transaction(async (tx) => {
    const batch = await findBatchForUpdate(tx, id);
    if (batch.status === "CANCELED") return;
    await changeStatus(tx, batch, { to: "CANCELED", actor: actor.name, reason });
    await tx.query(cancelBatchJobs, [id]);
    if (batch.creatorJobId !== null) await tx.query(moveCreatorJob, [batch.creatorJobId, "CANCELED", null]);
  });
}
