import type { Db } from "../../../db/database.js";
import { moveCreatorJob } from "../../../db/sql/batch/moveCreatorJob.js";
import type { Actor } from "../../actor.js";
import { refuse } from "../../errors.js";
import { checkText, maxReason } from "../../textLimits.js";
import { changeStatus, findBatchForUpdate } from "../changeStatus.js";

/**
 * Stops a batch until it is resumed. Once this commits, no further recipe is made. A chunk that has not counted its recipes by then is
 * undone, and done again later. Pausing a paused batch changes nothing.
 * @throws {DomainError} INVALID or TOO_LARGE about the `reason`; NOT_FOUND; CONFLICT where the batch has ended
 */
export async function pauseBatch(db: Db, actor: Actor, id: number, reason: string | null): Promise<void> {
  refuse(checkText(["reason"], reason, maxReason));
  await db.transaction(async (tx) => {
    const batch = await findBatchForUpdate(tx, id);
    if (batch.status === "PAUSED") return;
    await changeStatus(tx, batch, { to: "PAUSED", actor: actor.name, reason });
    if (batch.creatorJobId !== null) await tx.query(moveCreatorJob, [batch.creatorJobId, "QUEUED", null]);
  });
}
