import type { Db } from "../../db/database.js";
import { type ChangedJobsRow, stopJobs } from "../../db/sql/execution/stopJobs.js";
import { lockRecipesOf, settleRecipes } from "./settleRecipes.js";

/**
 * Cancels the jobs that have not started, and tells the workers of those that run to stop. Such a job becomes CANCELED when its worker gives
 * it back, fails or is lost; a completion that comes all the same is recorded. What stands behind a canceled job becomes BLOCKED.
 * @param jobIds jobs that are PENDING, BLOCKED, QUEUED or RUNNING, of batches whose queues are locked
 * @param reason for the workers
 * @returns how many jobs were canceled or told to stop
 */
export async function stopSelectedJobs(tx: Db, jobIds: readonly number[], reason: string): Promise<number> {
  if (jobIds.length === 0) return 0;
  const recipeIds = await lockRecipesOf(tx, jobIds);
  const changed = await tx.query<ChangedJobsRow>(stopJobs, [jobIds, reason]);
  await settleRecipes(tx, recipeIds);
  return changed.reduce((sum, { count }) => sum + count, 0);
}
