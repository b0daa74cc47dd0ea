import type { Db } from "../../../db/database.js";
import { countLeft } from "../../../db/sql/expansion/countLeft.js";
import type { Actor } from "../../actor.js";
import { DomainError } from "../../errors.js";
import { type BatchStatus, hasEnded } from "../batchStatus.js";
import { findBatchForUpdate } from "../changeStatus.js";
import { type CreatedBatch, createBatch } from "../create/createBatch.js";

/**
 * Creates a new batch with the definition of one that has ended. It re-processes exactly the recipes at which that batch failed, and those
 * that it never came to. If there are any of the latter, the new batch's history says how many.
 * @throws {DomainError} NOT_FOUND; CONFLICT where the batch has not ended, or there are no such recipes
 */
export async function retryBatch(db: Db, actor: Actor, id: number): Promise<CreatedBatch> {
  return db.transaction(async (tx) => {
    // The lock keeps the batch from being resumed at the same time.
    await findBatchForUpdate(tx, id);
    const batch = await tx.prisma.batch.findUniqueOrThrow({ where: { id } });
    const { status, failedCount, recipeTypeId, recipeTypeRevId, title, description, definition } = batch;
    if (!hasEnded(status as BatchStatus)) throw conflict(`Batch ${id} is ${status}: only what has ended can be retried`);
    if (recipeTypeRevId === null) throw conflict(`Batch ${id} became ${status} before it had begun: nothing in it can be retried`);
    const left = (await tx.query<{ left: number }>(countLeft, [id]))[0]?.left ?? 0;
    if (failedCount === 0 && left === 0) throw conflict(`Nothing failed in batch ${id} (${status})`);
    const reason =
      left === 0 ? null : `Goes on with batch ${id} (${status}): recipes that it never came to: ${left}, that failed: ${failedCount}`;
    return createBatch(tx, actor, { recipeTypeId, title, description, definition }, { retryOfId: id, reason });
  });
}

const conflict = (message: string) => new DomainError({ code: "CONFLICT", path: [], message });
