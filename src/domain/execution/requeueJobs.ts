import type { Db } from "../../db/database.js";
import { forgiveFailures } from "../../db/sql/execution/forgiveFailures.js";
import { notifyQueued } from "../../db/sql/execution/notifyQueued.js";
import { requeueJobs as requeue } from "../../db/sql/execution/requeueJobs.js";
import type { NamedJobRow } from "../../db/sql/execution/selectNamedJobs.js";
import type { ChangedJobsRow } from "../../db/sql/execution/stopJobs.js";
import type { Actor } from "../actor.js";
import { DomainError } from "../errors.js";
import type { JobStatus } from "../job/jobStatus.js";
import { changeSelectedJobs, countOf, type JobSelection } from "./jobSelection.js";
import { moveWork } from "./moveWork.js";
import { lockRecipesOf, settleRecipes } from "./settleRecipes.js";

/**
 * Lets jobs run again that are FAILED or CANCELED, by default only FAILED ones. They become QUEUED, or PENDING where a parent is not
 * COMPLETED, with as many new tries as their types allow. What was BLOCKED behind them becomes PENDING. The work of their batches goes on,
 * unless it is held. Superseded jobs are left alone.
 * @returns how many jobs were requeued
 * @throws {DomainError} as `changeSelectedJobs`; CONFLICT where all jobs that are named are superseded
 */
export async function requeueJobs(db: Db, actor: Actor, selection: JobSelection, maxJobs?: number): Promise<number> {
  const change = async (tx: Db, jobIds: readonly number[]) => {
    const recipeIds = await lockRecipesOf(tx, jobIds);
    const changed = await tx.query<ChangedJobsRow>(requeue, [jobIds, requeueable]);
    await settleRecipes(tx, recipeIds);
    const batchIds = changed.map(({ batchId }) => batchId);
    await tx.query(forgiveFailures, [batchIds, false]);
    await moveWork(tx, batchIds, { from: ["SUCCEEDED", "FAILED", "CANCELED"], to: "RUNNING", actor: actor.name, reason: selection.reason });
    await tx.query(notifyQueued, [batchIds]);
    return changed;
  };
  const checkNamed = (named: readonly NamedJobRow[]) => {
    if (named.length === 0 || !named.every(({ isSuperseded }) => isSuperseded)) return;
    throw new DomainError({ code: "CONFLICT", path: ["jobIds"], message: "are of superseded jobs, which don't run again" });
  };
  const changed = await changeSelectedJobs(db, selection, { possible: requeueable, usual: ["FAILED"], change, checkNamed }, maxJobs);
  return countOf(changed);
}

/** The statuses of jobs that can run again. */
const requeueable = ["FAILED", "CANCELED"] as const satisfies readonly JobStatus[];
