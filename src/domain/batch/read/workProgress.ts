import type { BatchRow } from "../../../db/sql/batchList/batchView.js";
import type { JobStatus } from "../../job/jobStatus.js";
import { toInstant } from "../../time.js";
import { type BatchStatus, hasEnded } from "../batchStatus.js";
import type { WorkCounts } from "./findBatchParts.js";

/** The columns that say how far a batch's work is, together with the counts of its jobs. */
export const workPaths = [
  ...(["id", "status", "createdCount", "failedCount", "totalCount"] as const),
  ...(["workState", "workFinished", "workSeconds"] as const),
] as const;
export type WorkRow = BatchRow<(typeof workPaths)[number]>;

/** How much of the work is done, 0 to 100; null while nothing has been made. A job that can't run any more counts as done. */
export function workPercent(batch: WorkRow, counts: WorkCounts): number | null {
  const total = expectedJobs(batch, counts);
  return total === 0 ? null : Math.min(100, ((total - remainingJobs(batch, counts)) * 100) / total);
}

/** When the work will have finished at its rate until now; null where that can't be said. */
export function workEstimate(batch: WorkRow, counts: WorkCounts): string | null {
  const done = sum(counts, ["COMPLETED", "FAILED"]);
  if (batch.workState !== "RUNNING" || done === 0 || batch.workSeconds === null) return null;
  const milliseconds = (remainingJobs(batch, counts) * batch.workSeconds * 1000) / done;
  const estimate = new Date(Date.now() + milliseconds);
  return estimate.getTime() > lastTime ? null : toInstant(estimate);
}

/** The end of the year 9999: no later time can be shown. */
const lastTime = Date.UTC(9999, 11, 31);

const remainingJobs = (batch: WorkRow, counts: WorkCounts): number =>
  expectedJobs(batch, counts) - sum(counts, ["COMPLETED", "FAILED", "CANCELED", "BLOCKED"]);

/** How many jobs there are; while recipes are still being made: how many there will be, if the others get as many jobs each. */
function expectedJobs({ status, createdCount, failedCount, totalCount }: WorkRow, { jobs }: WorkCounts): number {
  const made = [...jobs.values()].reduce((all, count) => all + count, 0);
  const decided = createdCount + failedCount;
  return hasEnded(status as BatchStatus) || decided === 0 ? made : (made * totalCount) / decided;
}

const sum = ({ jobs }: WorkCounts, statuses: readonly JobStatus[]): number =>
  statuses.reduce((all, status) => all + (jobs.get(status) ?? 0), 0);
