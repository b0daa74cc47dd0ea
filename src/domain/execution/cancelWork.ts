import type { Db } from "../../db/database.js";
import { selectKeepingRecipes } from "../../db/sql/batch/selectKeepingRecipes.js";
import { selectCanceledWork } from "../../db/sql/execution/selectCanceledWork.js";
import type { SelectedJobsRow } from "../../db/sql/execution/selectJobsIn.js";
import { selectNotStarted } from "../../db/sql/execution/selectNotStarted.js";
import { stopJobs } from "../../db/sql/execution/stopJobs.js";
import { finishWork } from "./finishWork.js";
import { maxJobsAtOnce } from "./jobSelection.js";
import { lockQueues } from "./lockQueues.js";
import { lockRecipesOf, settleRecipes } from "./settleRecipes.js";

/**
 * Goes on canceling the jobs of batches whose work is CANCELED. None of them is handed out any more, whether or not it is CANCELED yet.
 * @param signal when it is aborted, the rest is left
 */
export async function cancelWork(db: Db, signal?: AbortSignal): Promise<void> {
  for (const { id } of await db.query<{ id: number }>(selectCanceledWork, [null])) {
    for (let after: number | null = 0; after !== null && !signal?.aborted; ) {
      const from: number = after;
      after = await db.transaction(async (tx) => {
        await lockQueues(tx, [id]);
        // Its jobs may have been requeued meanwhile.
        if ((await tx.query(selectCanceledWork, [id])).length === 0) return null;
        const last = await cancelSome(tx, id, from);
        await finishWork(tx, [id]);
        return last;
      });
    }
  }
}

/**
 * Cancels jobs of a batch that have not started, so many as one transaction takes. In its own recipes nothing is left in the end that could
 * be BLOCKED, so only recipes of other batches are settled, which keep some of the jobs. The caller has locked its queue.
 * @param after the place in the list of the batch's jobs after which to look
 * @param limit the most jobs
 * @returns the place of the last job; null where there are no more
 */
export async function cancelSome(tx: Db, batchId: number, after = 0, limit = maxJobsAtOnce): Promise<number | null> {
  const [found] = await tx.query<SelectedJobsRow>(selectNotStarted, [batchId, after, limit]);
  if (found && found.ids.length > 0) {
    await lockRecipesOf(tx, found.ids);
    await tx.query(stopJobs, [found.ids, null]);
  }
  if (found && found.last !== null) return found.last;
  const keeping = await tx.query<{ id: number }>(selectKeepingRecipes, [batchId]);
  await settleRecipes(
    tx,
    keeping.map(({ id }) => id),
  );
  return null;
}
