import type { Db } from "../../../db/database.js";
import { limitBatch } from "../../../db/sql/batch/limitBatch.js";
import { renameBatch } from "../../../db/sql/batch/renameBatch.js";
import { notifyQueued } from "../../../db/sql/execution/notifyQueued.js";
import { notFound, refuse } from "../../errors.js";
import { finishWork } from "../../execution/finishWork.js";
import { lockQueues } from "../../execution/lockQueues.js";
import { type BatchLimitsInput, checkLimits } from "../batchLimits.js";
import { checkTexts } from "../create/checkBatch.js";

/** What can be changed of a batch. Its definition can't. Undefined leaves a field as it is; null empties it. */
export interface BatchChanges {
  readonly title?: string | null | undefined;
  readonly description?: string | null | undefined;
  readonly limits?: BatchLimitsInput | undefined;
}

/**
 * Changes a batch's title, description or limits. Once this commits, no job is handed out against the new limits; jobs that run go on.
 * @throws {DomainError} NOT_FOUND; INVALID or TOO_LARGE about the field
 */
export async function updateBatch(db: Db, id: number, changes: BatchChanges): Promise<void> {
  const { title, description, limits } = changes;
  refuse([...checkTexts({ title, description }), ...checkLimits(limits ?? {})]);
  if (!limits) return rename(db, id, changes);
  await db.transaction(async (tx) => {
    await lockQueues(tx, [id]);
    await rename(tx, id, changes);
    const { maxRunningJobs, stopAfterFailedJobs } = limits;
    const values = [maxRunningJobs, stopAfterFailedJobs].flatMap((limit) => [limit !== undefined, limit ?? null]);
    await tx.query(limitBatch, [id, ...values]);
    await finishWork(tx, [id]);
    await tx.query(notifyQueued, [[id]]);
  });
}

async function rename(db: Db, id: number, { title, description }: BatchChanges): Promise<void> {
  const changed = await db.query(renameBatch, [id, title !== undefined, title, description !== undefined, description]);
  if (changed.length === 0) throw notFound("batch", id);
}
