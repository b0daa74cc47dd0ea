import type { Db } from "../../db/database.js";
import { type ChangedJobsRow, stopJobs } from "../../db/sql/execution/stopJobs.js";
import type { JobStatus } from "../job/jobStatus.js";
import { finishWork } from "./finishWork.js";
import { changeSelectedJobs, countOf, type JobSelection } from "./jobSelection.js";
import { lockRecipesOf, settleRecipes } from "./settleRecipes.js";

/** The statuses of jobs that can be canceled. */
export const cancelable = ["PENDING", "BLOCKED", "QUEUED", "RUNNING"] as const satisfies readonly JobStatus[];

/**
 * Cancels jobs, by default all of them that have not ended. Once this resolves, none of them is handed out. Those that have not started are
 * CANCELED, and what stands behind them BLOCKED. The workers of those that run are told to stop: such a job becomes CANCELED when its worker
 * gives it back, fails or is lost. A completion that comes all the same is recorded.
 * @returns how many jobs were canceled or told to stop
 * @throws {DomainError} as `changeSelectedJobs`
 */
export async function cancelJobs(db: Db, selection: JobSelection, maxJobs?: number): Promise<number> {
  const change = async (tx: Db, jobIds: readonly number[], batchIds: readonly number[]) => {
    const recipeIds = await lockRecipesOf(tx, jobIds);
    const changed = await tx.query<ChangedJobsRow>(stopJobs, [jobIds, stopReason("job", selection.reason)]);
    await settleRecipes(tx, recipeIds);
    await finishWork(tx, batchIds);
    return changed;
  };
  return countOf(await changeSelectedJobs(db, selection, { possible: cancelable, usual: cancelable, change }, maxJobs));
}

/** What the workers of running jobs are told. */
export const stopReason = (what: "job" | "batch", reason: string | null): string => `${what} canceled${reason ? `: ${reason}` : ""}`;
