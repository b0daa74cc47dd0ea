import type { Db } from "../../../db/database.js";
import { countRetryable, type RetryableRow } from "../../../db/sql/batch/countMatches.js";
import type { Actor } from "../../actor.js";
import { DomainError } from "../../errors.js";
import { storedSelection } from "../batchSelection.js";
import { type BatchStatus, hasEnded } from "../batchStatus.js";
import { findBatchForUpdate } from "../changeStatus.js";
import { type CreatedBatch, type CreateOptions, createBatch } from "../create/createBatch.js";

/**
 * Creates a new batch with the definition, the limits and the order of one whose creation has ended. It re-processes exactly the recipes at
 * which that batch failed, those that it never came to, and those that it made and that have FAILED jobs. These jobs run again, although
 * nothing has changed. Unless there are only recipes of the first kind, the new batch's history says how many of each there were.
 * @throws {DomainError} NOT_FOUND; TOO_LARGE as in `createBatch`; CONFLICT where the batch has not ended, or there are no such recipes
 */
export async function retryBatch(
  db: Db,
  actor: Actor,
  id: number,
  { maxRecipes = null }: Pick<CreateOptions, "maxRecipes"> = {},
): Promise<CreatedBatch> {
  return db.transaction(async (tx) => {
    // The lock keeps the batch from being resumed at the same time.
    await findBatchForUpdate(tx, id);
    const batch = await tx.prisma.batch.findUniqueOrThrow({ where: { id } });
    const { status, failedCount, recipeTypeId, recipeTypeRevId, title, description, definition } = batch;
    if (!hasEnded(status as BatchStatus)) throw conflict(`Batch ${id} is ${status}: only what has ended can be retried`);
    if (recipeTypeRevId === null) throw conflict(`Batch ${id} became ${status} before it had begun: nothing in it can be retried`);
    const [{ left, withFailedJobs }] = (await tx.query<RetryableRow>(countRetryable, [id])) as [RetryableRow];
    if (failedCount + left + withFailedJobs === 0) throw conflict(`Nothing failed in batch ${id} (${status})`);
    const counts = [
      ...(left > 0 ? [`that it never came to: ${left}`] : []),
      `that failed: ${failedCount}`,
      ...(withFailedJobs > 0 ? [`whose jobs failed: ${withFailedJobs}`] : []),
    ];
    const reason = counts.length === 1 ? null : `Goes on with batch ${id} (${status}): recipes ${counts.join(", ")}`;
    const limits = { maxRunningJobs: batch.maxRunningJobs, stopAfterFailedJobs: batch.stopAfterFailedJobs };
    const selection = { order: storedSelection(batch.selection).order };
    return createBatch(
      tx,
      actor,
      { recipeTypeId, title, description, definition, limits, selection },
      { retryOfId: id, reason, maxRecipes },
    );
  });
}

const conflict = (message: string) => new DomainError({ code: "CONFLICT", path: [], message });
