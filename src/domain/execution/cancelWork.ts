import type { Db } from "../../db/database.js";
import { selectKeepingRecipes } from "../../db/sql/batch/selectKeepingRecipes.js";
import { selectCanceledWork } from "../../db/sql/execution/selectCanceledWork.js";
import { selectNotStarted } from "../../db/sql/execution/selectNotStarted.js";
import { stopJobs } from "../../db/sql/execution/stopJobs.js";
import { finishWork } from "./finishWork.js";
import { lockQueues } from "./lockQueues.js";
import { lockRecipesOf, settleRecipes } from "./settleRecipes.js";

/**
 * The most jobs that are canceled in one transaction. 100,000 took 20 to 38 s on a busy machine; a million would not be done within the 120 s
 * that a statement may take.
 */
const maxJobs = 10_000;

/**
 * Goes on canceling the jobs of batches whose work is CANCELED: of each batch so many as one transaction takes. None of them is handed out
 * any more, whether or not it is CANCELED yet.
 */
export async function cancelWork(db: Db): Promise<void> {
  for (const { id } of await db.query<{ id: number }>(selectCanceledWork, [null])) {
    await db.transaction(async (tx) => {
      await lockQueues(tx, [id]);
      // Its jobs may have been requeued meanwhile.
      if ((await tx.query(selectCanceledWork, [id])).length === 0) return;
      await cancelSome(tx, id);
      await finishWork(tx, [id]);
    });
  }
}

/**
 * Cancels jobs of a batch that have not started, so many as one transaction takes. In its own recipes nothing is left in the end that could
 * be BLOCKED, so only recipes of other batches are settled, which keep some of the jobs. The caller has locked its queue.
 * @param limit the most jobs
 */
export async function cancelSome(tx: Db, batchId: number, limit = maxJobs): Promise<void> {
  const [found] = await tx.query<{ ids: number[] }>(selectNotStarted, [batchId, limit + 1]);
  const [ids, isMore] = [found?.ids.slice(0, limit) ?? [], (found?.ids.length ?? 0) > limit];
  if (ids.length > 0) {
    await lockRecipesOf(tx, ids);
    await tx.query(stopJobs, [ids, null]);
  }
  if (isMore) return;
  const keeping = await tx.query<{ id: number }>(selectKeepingRecipes, [batchId]);
  await settleRecipes(
    tx,
    keeping.map(({ id }) => id),
  );
}
