import type { Db } from "../../../db/database.js";
import type { LockedBatch } from "../../../db/sql/batch/batchStatus.js";
import { forgiveFailures } from "../../../db/sql/execution/forgiveFailures.js";
import { notifyQueued } from "../../../db/sql/execution/notifyQueued.js";
import type { Actor } from "../../actor.js";
import { DomainError } from "../../errors.js";
import { isWorkLeft } from "../../execution/isWorkLeft.js";
import { moveWork } from "../../execution/moveWork.js";
import type { WorkState } from "../../execution/workState.js";
import type { BatchDefinition } from "../batchDefinition.js";
import { changeStatus, findBatchForUpdate } from "../changeStatus.js";
import { lanesOf, queueExpansion, queueStranded } from "../expand/queueExpansion.js";

/**
 * Lets a batch that was paused, or that has failed, go on exactly where it stopped: with the recipes that are left of those that it matched
 * when it began, or from the beginning where it had not begun. Its jobs are handed out again if its work was HELD. Resuming a batch that is
 * under way changes nothing, unless no worker would come to it. Then it is queued again.
 * @throws {DomainError} NOT_FOUND; CONFLICT where the batch is CREATED or CANCELED and no job is left to run, or has failed and was retried
 */
export async function resumeBatch(db: Db, actor: Actor, id: number): Promise<void> {
  await db.transaction(async (tx) => {
    const batch = await findBatchForUpdate(tx, id);
    const retryId = batch.status === "FAILED" ? await findRetry(tx, id) : null;
    if (retryId !== null && batch.workState !== "HELD") throw wasRetried(id, retryId);
    const wasHeld = await resumeWork(tx, batch, actor);
    if (retryId !== null) return;
    if (batch.status === "SUBMITTED" || batch.status === "CREATING") {
      await queueStranded(tx, id);
      return;
    }
    if (batch.status === "CREATED" || batch.status === "CANCELED") {
      if (wasHeld || (batch.workState !== "CANCELED" && (await isWorkLeft(tx, id)))) return;
    }
    const hadBegun = (await tx.prisma.batchEvent.findFirst({ where: { batchId: id, to: "CREATING" }, select: { id: true } })) !== null;
    const to = hadBegun ? "CREATING" : "SUBMITTED";
    await changeStatus(tx, batch, { to, actor: actor.name, creatorJob: "QUEUED" });
    await tx.prisma.batch.update({ where: { id }, data: { failedTurns: 0 } });
    await queueExpansion(tx, id, lanesOf(to), batch.definition as BatchDefinition);
  });
}

/**
 * Lets the work of a batch go on if it is HELD, and tells those who wait for its jobs. So does the work of a batch whose making failed, though
 * it may have ended: more jobs are made now. The jobs that have failed so far don't count for `stopAfterFailedJobs` any more.
 * @returns whether it goes on now and did not before
 */
async function resumeWork(tx: Db, { id, status, hasStarted }: LockedBatch, actor: Actor): Promise<boolean> {
  const from: WorkState[] = status === "FAILED" ? ["HELD", "SUCCEEDED", "FAILED"] : ["HELD"];
  const to = hasStarted ? "RUNNING" : "WAITING";
  const resumed = await moveWork(tx, [id], { from, to, actor: actor.name, reason: null });
  if (resumed.length === 0) return false;
  await tx.query(forgiveFailures, [[id], true]);
  await tx.query(notifyQueued, [[id]]);
  return true;
}

/**
 * Finds the batch that retries a failed one. It re-processes the recipes that were left. If both went on, each would fail at the recipes that
 * the other one comes to first. So of a batch that was retried, the work alone can be resumed.
 */
async function findRetry(tx: Db, id: number): Promise<number | null> {
  const retry = await tx.prisma.batch.findFirst({ where: { retryOfId: id }, orderBy: { id: "desc" }, select: { id: true } });
  return retry?.id ?? null;
}

const wasRetried = (id: number, retryId: number): DomainError =>
  new DomainError({ code: "CONFLICT", path: [], message: `Batch ${id} has failed and was retried: batch ${retryId} has what it had left` });
