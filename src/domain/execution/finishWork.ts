import type { Db, Queries } from "../../db/database.js";
import { finishWork as finish } from "../../db/sql/execution/finishWork.js";
import { lockBatches } from "../../db/sql/execution/lockBatches.js";
import { selectUnfinishedWork } from "../../db/sql/execution/selectUnfinishedWork.js";
import { selectWorkToFinish } from "../../db/sql/execution/selectWorkToFinish.js";
import { gatewayActor } from "./moveWork.js";

/**
 * Ends the work of the batches of which no job is left that can still run, and holds the work of those in which as many jobs have failed as
 * their `stopAfterFailedJobs` says. It is called in the transaction that has ended jobs. Transactions that end the last jobs side by side
 * don't see each other's, so what is decided is decided under a lock, when none of the batch's jobs is queued any more.
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
 * Ends work whose end nobody has seen. This happens where a job is canceled while the last others end: each side takes the other's jobs for
 * unfinished.
 */
export async function finishUnseenWork(db: Db): Promise<void> {
  const batches = await db.query<{ id: number }>(selectUnfinishedWork);
  if (batches.length > 0)
    await db.statements((tx) =>
      finishWork(
        tx,
        batches.map(({ id }) => id),
      ),
    );
}
