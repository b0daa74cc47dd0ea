import type { Db } from "../../../db/database.js";
import { countJobsByStatus, type JobStatusCount } from "../../../db/sql/batch/countJobsByStatus.js";
import {
  type BatchJobRow,
  type BatchRecipeRow,
  partKeys,
  selectBatchJobs,
  selectBatchRecipes,
} from "../../../db/sql/batch/selectBatchParts.js";
import { type JobStatus, jobStatuses } from "../../job/jobStatus.js";
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

export async function findBatchJobs(
  db: Db,
  batchIds: readonly number[],
  statuses: readonly JobStatus[] | null,
  window: Window,
): Promise<Page<BatchJobRow>[]> {
  checkPositions(window, partKeys);
  return (await selectBatchJobs(db, batchIds, statuses, window)).map((part) => pageOf(part, window));
}

/** How far the jobs are that a batch made. */
export interface WorkCounts {
  readonly jobs: ReadonlyMap<JobStatus, number>;
  readonly recipesCompleted: number;
}

/** Finds how many jobs batches made (not those they kept), by status, and how many of their recipes are completed. */
export async function findWorkCounts(db: Db, batchIds: readonly number[]): Promise<WorkCounts[]> {
  const counts = new Map(batchIds.map((id) => [id, new Map<string, number>()]));
  for (const { batchId, status, count } of await db.query<JobStatusCount>(countJobsByStatus, [batchIds])) {
    counts.get(batchId)?.set(status, count);
  }
  return batchIds.map((id) => {
    const found = counts.get(id);
    return {
      jobs: new Map(jobStatuses.map((status) => [status, found?.get(status) ?? 0])),
      recipesCompleted: found?.get("RECIPE_COMPLETED") ?? 0,
    };
  });
}
