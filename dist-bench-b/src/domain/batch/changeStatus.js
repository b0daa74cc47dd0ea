import { lockBatch } from "../../db/sql/batch/lockBatch.js";
import { moveBatch } from "../../db/sql/batch/moveBatch.js";
import { DomainError, notFound } from "../errors.js";
import { canBecome } from "./batchStatus.js";
/**
 * Locks a batch until the end of the transaction.
 * @throws {DomainError} NOT_FOUND
 */
export async function findBatchForUpdate(tx, id) {
    const [batch] = await tx.query(lockBatch, [id]);
    if (!batch)
        throw notFound("batch", id);
    return batch;
}
/**
 * The one place where a batch's status changes: checks the transition and writes it down with its actor and reason.
 * @param batch locked by `findBatchForUpdate` in the same transaction
 * @throws {DomainError} CONFLICT with the current state where no transition leads there
 */
export async function changeStatus(tx, batch, { to, actor, reason = null }) {
    const from = batch.status;
    if (!canBecome(from, to)) {
        throw new DomainError({ code: "CONFLICT", path: [], message: `Batch ${batch.id} is ${from} and can't become ${to}` });
    }
    await tx.query(moveBatch, [batch.id, from, to, actor, reason]);
}
