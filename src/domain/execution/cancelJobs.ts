import type { Db } from "../../db/database.js";
import type { JobStatus } from "../job/jobStatus.js";
import { finishWork } from "./finishWork.js";
import { type JobSelection, lockSelectedJobs } from "./jobSelection.js";
import { stopSelectedJobs } from "./stopSelectedJobs.js";

/** The statuses of jobs that can be canceled. */
export const cancelable = ["PENDING", "BLOCKED", "QUEUED", "RUNNING"] as const satisfies readonly JobStatus[];

/**
 * Cancels jobs, by default all of them that have not ended. Once this commits, none of them is handed out. `stopSelectedJobs` says what
 * becomes of those that run.
 * @returns how many jobs were canceled or told to stop
 * @throws {DomainError} as `lockSelectedJobs`
 */
export async function cancelJobs(db: Db, selection: JobSelection): Promise<number> {
  return db.transaction(async (tx) => {
    const { jobIds, batchIds } = await lockSelectedJobs(tx, selection, cancelable, cancelable);
    const count = await stopSelectedJobs(tx, jobIds, stopReason("job", selection.reason));
    await finishWork(tx, batchIds);
    return count;
  });
}

/** What the workers of running jobs are told. */
export const stopReason = (what: "job" | "batch", reason: string | null): string => `${what} canceled${reason ? `: ${reason}` : ""}`;
