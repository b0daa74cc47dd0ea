import type { Db, Queries } from "../../../db/database.js";
import { changeBatch } from "../../../db/sql/batch/changeBatch.js";
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
export async function updateBatch(db: Db, id: number, { title, description, limits }: BatchChanges): Promise<void> {
  refuse([...checkTexts({ title, description }), ...checkLimits(limits ?? {})]);
  const fields = [title, description, limits?.maxRunningJobs, limits?.stopAfterFailedJobs];
  const values = [id, ...fields.flatMap((field) => [field !== undefined, field ?? null])];
  const change = async (queries: Queries) => {
    const changed = await queries.query(changeBatch, values);
    if (changed.length === 0) throw notFound("batch", id);
  };
  if (!limits) return change(db);
  await db.transaction(async (tx) => {
    await lockQueues(tx, [id]);
    await change(tx);
    await finishWork(tx, [id]);
    await tx.query(notifyQueued, [[id]]);
  });
}
