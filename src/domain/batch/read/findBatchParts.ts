import type { Db } from "../../../db/database.js";
import { countJobsByStatus, type JobStatusCount } from "../../../db/sql/batch/countJobsByStatus.js";
import {
  type BatchJobRow,
  type BatchRecipeRow,
  partKeys,
  selectBatchJobs,
  selectBatchRecipes,
} from "../../../db/sql/batch/selectBatchParts.js";
import type { JobStatus } from "../../job/jobStatus.js";
import { checkPositions, type Page, pageOf, type Window } from "../../page.js";

export { type BatchJobRow, type BatchRecipeRow, countBatchJobs, countBatchRecipes } from "../../../db/sql/batch/selectBatchParts.js";

/** CREATED: a new recipe supersedes the matched one. FAILED: it could not be re-processed, and stays as it was. */
export const batchRecipeOutcomes = ["CREATED", "FAILED"] as const;
export type BatchRecipeOutcome = (typeof batchRecipeOutcomes)[number];

/** Finds the same window of what became of the recipes of several batches, in the order in which it was decided. */
export async function findBatchRecipes(
  db: Db,
  batchIds: readonly number[],
  outcomes: readonly BatchRecipeOutcome[] | null,
  window: Window,
): Promise<Page<BatchRecipeRow>[]> {
  checkPositions(window, partKeys);
  return (await selectBatchRecipes(db, batchIds, outcomes, window)).map((part) => pageOf(part, window));
}

/** Finds the same window of the jobs of several batches. */
export async function findBatchJobs(
  db: Db,
  batchIds: readonly number[],
  statuses: readonly JobStatus[] | null,
  window: Window,
): Promise<Page<BatchJobRow>[]> {
  checkPositions(window, partKeys);
  return (await selectBatchJobs(db, batchIds, statuses, window)).map((part) => pageOf(part, window));
}

/** Counts the jobs that batches made (not those they kept), by status. */
export async function findJobStatusCounts(db: Db, batchIds: readonly number[]): Promise<Map<number, Map<JobStatus, number>>> {
  const counts = new Map<number, Map<JobStatus, number>>(batchIds.map((id) => [id, new Map()]));
  for (const { batchId, status, count } of await db.query<JobStatusCount>(countJobsByStatus, [batchIds])) {
    counts.get(batchId)?.set(status as JobStatus, count);
  }
  return counts;
}
