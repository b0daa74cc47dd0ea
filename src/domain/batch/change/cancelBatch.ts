import type { Db } from "../../../db/database.js";
import { moveCreatorJob } from "../../../db/sql/batch/moveCreatorJob.js";
import { selectKeepingRecipes } from "../../../db/sql/batch/selectKeepingRecipes.js";
import { selectJobsIn } from "../../../db/sql/execution/selectJobsIn.js";
import { stopJobs } from "../../../db/sql/execution/stopJobs.js";
import type { Actor } from "../../actor.js";
import { refuse } from "../../errors.js";
import { cancelable, stopReason } from "../../execution/cancelJobs.js";
import { finishWork } from "../../execution/finishWork.js";
import { isWorkLeft } from "../../execution/isWorkLeft.js";
import { lockQueues } from "../../execution/lockQueues.js";
import { moveWork } from "../../execution/moveWork.js";
import { lockRecipesOf, settleRecipes } from "../../execution/settleRecipes.js";
import { checkText, maxReason } from "../../textLimits.js";
import { changeStatus, findBatchForUpdate } from "../changeStatus.js";

/**
 * Stops a batch for good. Once this commits, no further recipe is made, whatever workers have in hand, and no job of the batch is handed out.
 * The jobs that the batch made and that have not started are CANCELED; the workers of those that run are told to stop. Superseded recipes and
 * jobs stay superseded, and the counts say what was done. The recipes that were left to do stay written down, so that `retryBatch` can go on
 * with them. A batch that is CREATED keeps this status, and its work alone is CANCELED. Canceling a canceled batch changes nothing.
 * @throws {DomainError} INVALID or TOO_LARGE about the `reason`; NOT_FOUND; CONFLICT where it is CREATED and no job is left to run
 */
export async function cancelBatch(db: Db, actor: Actor, id: number, reason: string | null): Promise<void> {
  refuse(checkText(["reason"], reason, maxReason));
  await db.transaction(async (tx) => {
    await lockQueues(tx, [id]);
    const batch = await findBatchForUpdate(tx, id);
    const isMade = batch.status === "CREATED" || batch.status === "CANCELED";
    if (isMade && batch.workState === "CANCELED") return;
    const isLeft = await isWorkLeft(tx, id);
    if (batch.status === "CANCELED" && !isLeft) return;
    if (!isMade || !isLeft) {
      await changeStatus(tx, batch, { to: "CANCELED", actor: actor.name, reason });
      if (batch.creatorJobId !== null) await tx.query(moveCreatorJob, [batch.creatorJobId, "CANCELED", null]);
    }
    await cancelJobsOf(tx, id, reason);
    await moveWork(tx, [id], { to: "CANCELED", actor: actor.name, reason });
    await finishWork(tx, [id]);
  });
}

/**
 * Cancels all jobs that a batch has made. In its own recipes nothing is left then that could be BLOCKED, so only recipes of other batches
 * are settled, which keep some of the jobs.
 */
async function cancelJobsOf(tx: Db, id: number, reason: string | null): Promise<void> {
  const [found] = await tx.query<{ ids: number[] }>(selectJobsIn, [null, id, cancelable]);
  if (!found || found.ids.length === 0) return;
  await lockRecipesOf(tx, found.ids);
  await tx.query(stopJobs, [found.ids, stopReason("batch", reason)]);
  const keeping = await tx.query<{ id: number }>(selectKeepingRecipes, [id]);
  await settleRecipes(
    tx,
    keeping.map((recipe) => recipe.id),
  );
}
