import type { Db } from "../../db/database.js";
import { forgiveFailures } from "../../db/sql/execution/forgiveFailures.js";
import { requeueJobs as requeue } from "../../db/sql/execution/requeueJobs.js";
import type { ChangedJobsRow } from "../../db/sql/execution/stopJobs.js";
import type { Actor } from "../actor.js";
import { DomainError } from "../errors.js";
import { type JobSelection, lockSelectedJobs } from "./jobSelection.js";
import { moveWork } from "./moveWork.js";
import { lockRecipesOf, settleRecipes } from "./settleRecipes.js";
import { tellQueued } from "./tellQueued.js";

/**
 * Lets jobs run again that are FAILED or CANCELED, by default only FAILED ones. They become QUEUED, or PENDING where a parent is not
 * COMPLETED, with as many new tries as their types allow. What was BLOCKED behind them becomes PENDING. The work of their batches goes on,
 * unless it is held. Superseded jobs are left alone.
 * @returns how many jobs were requeued
 * @throws {DomainError} as `lockSelectedJobs`; CONFLICT where all jobs that are named are superseded
 */
export async function requeueJobs(db: Db, actor: Actor, selection: JobSelection): Promise<number> {
  const statuses = selection.statuses ?? ["FAILED"];
  const changed = await db.transaction(async (tx) => {
    const { jobIds, named } = await lockSelectedJobs(tx, selection, ["FAILED", "CANCELED"], statuses);
    if (named && named.length > 0 && named.every(({ isSuperseded }) => isSuperseded)) {
      throw new DomainError({ code: "CONFLICT", path: ["jobIds"], message: "are of superseded jobs, which don't run again" });
    }
    if (jobIds.length === 0) return [];
    const recipeIds = await lockRecipesOf(tx, jobIds);
    const changed = await tx.query<ChangedJobsRow>(requeue, [jobIds, statuses]);
    await settleRecipes(tx, recipeIds);
    const batchIds = changed.map(({ batchId }) => batchId);
    await tx.query(forgiveFailures, [batchIds, false]);
    const ended = ["SUCCEEDED", "FAILED", "CANCELED"] as const;
    await moveWork(tx, batchIds, { from: ended, to: "RUNNING", actor: actor.name, reason: selection.reason });
    return changed;
  });
  await tellQueued(db, { batchIds: changed.map(({ batchId }) => batchId) });
  return changed.reduce((sum, { count }) => sum + count, 0);
}
