import type { Db, Queries } from "../../db/database.js";
import { finishWork as finish, lockBatches, selectUnfinishedWork } from "../../db/sql/execution/finishWork.js";
import { selectWorkToFinish } from "../../db/sql/execution/selectWorkToFinish.js";
import { gatewayActor } from "../actor.js";

/**
 * Ends the work of the batches of which no job is left that can still run, and holds the work of those in which as many jobs have failed as
 * their `stopAfterFailedJobs` says. It is called in the transaction that has ended jobs. Two transactions that end the last two jobs at once
 * don't see each other's changes. So each locks the batch before it counts: the second one waits, and then sees what the first has ended. As
 * long as jobs are queued, no work can end, and no lock is taken.
 */
export async function finishWork(tx: Queries, batchIds: readonly number[]): Promise<void> {
  if (batchIds.length === 0) return;
  const found = await tx.query<{ id: number }>(selectWorkToFinish, [batchIds]);
  if (found.length === 0) return;
  const ids = found.map(({ id }) => id);
  await tx.query(lockBatches, [ids]);
  await tx.query(finish, [ids, gatewayActor]);
}

/**
 * Ends work whose end no transaction has seen. Each of two transactions can count the other's jobs as unfinished, and without a lock, where
 * a job was queued when it looked. For example, one completes a job while another's claim of the last queued job is not yet committed; a third
 * one completes that job before the first has committed. A cancellation of the last queued jobs can meet a completion in the same way.
 */
export async function finishUnseenWork(db: Db): Promise<void> {
  const ids = (await db.query<{ id: number }>(selectUnfinishedWork)).map(({ id }) => id);
  if (ids.length > 0) await db.statements((tx) => finishWork(tx, ids));
}
