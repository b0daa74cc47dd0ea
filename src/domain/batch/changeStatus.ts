import type { Db } from "../../db/database.js";
import { type LockedBatch, lockBatch, moveBatch } from "../../db/sql/batch/batchStatus.js";
import { moveCreatorJob } from "../../db/sql/batch/creatorJob.js";
import { DomainError, notFound } from "../errors.js";
import { type BatchStatus, canBecome } from "./batchStatus.js";

export interface StatusChange {
  readonly to: BatchStatus;
  readonly actor: string;
  readonly reason?: string | null;
  /** The status of its creator's job from now on; by default as before. */
  readonly creatorJob?: "QUEUED" | "COMPLETED" | "FAILED" | "CANCELED";
  /** The error that its creator's job has FAILED with. */
  readonly errorId?: number;
}

/**
 * Locks a batch until the end of the transaction.
 * @throws {DomainError} NOT_FOUND
 */
export async function findBatchForUpdate(tx: Db, id: number): Promise<LockedBatch> {
  const [batch] = await tx.query<LockedBatch>(lockBatch, [id]);
  if (!batch) throw notFound("batch", id);
  return batch;
}

/**
 * The one place where a batch's status changes: checks the transition and writes it down with its actor and reason.
 * @param batch locked by `findBatchForUpdate` in the same transaction
 * @throws {DomainError} CONFLICT with the current state where no transition leads there
 */
export async function changeStatus(tx: Db, batch: LockedBatch, change: StatusChange): Promise<void> {
  const { to, actor, reason = null, creatorJob, errorId = null } = change;
  const from = batch.status as BatchStatus;
  if (!canBecome(from, to)) {
    throw new DomainError({ code: "CONFLICT", path: [], message: `Batch ${batch.id} is ${from} and can't become ${to}` });
  }
  await tx.query(moveBatch, [batch.id, from, to, actor, reason]);
  if (creatorJob && batch.creatorJobId !== null) await tx.query(moveCreatorJob, [batch.creatorJobId, creatorJob, errorId]);
}
