import type { Db } from "../../db/database.js";
import { moveCreatorJob } from "../../db/sql/moveCreatorJob.js";
import type { Actor } from "../actor.js";
import type { BatchDefinition } from "./batchDefinition.js";
import { allLanes } from "./beginBatch.js";
import { changeStatus, findBatchForUpdate } from "./changeStatus.js";
import { queueExpansion } from "./queueExpansion.js";

/**
 * Lets a paused batch go on exactly where it stopped. Resuming a batch that is under way changes nothing.
 * @throws {DomainError} NOT_FOUND; CONFLICT where the batch has ended
 */
export async function resumeBatch(db: Db, actor: Actor, id: number): Promise<void> {
  await db.transaction(async (tx) => {
    const batch = await findBatchForUpdate(tx, id);
    if (batch.status === "SUBMITTED" || batch.status === "CREATING") return;
    const hadBegun = (await tx.prisma.batchEvent.findFirst({ where: { batchId: id, to: "CREATING" }, select: { id: true } })) !== null;
    await changeStatus(tx, batch, { to: hadBegun ? "CREATING" : "SUBMITTED", actor: actor.name });
    if (hadBegun && batch.creatorJobId !== null) await tx.query(moveCreatorJob, [batch.creatorJobId, "RUNNING", null]);
    await queueExpansion(tx, id, hadBegun ? allLanes : allLanes.slice(0, 1), batch.definition as BatchDefinition);
  });
}
