import type { Db } from "../../db/database.js";
import {
  markPruned,
  type PrunableFilesRow,
  type PrunableRow,
  pruneJobs,
  pruneRecipeFiles,
  selectPrunable,
  selectPrunableFiles,
} from "../../db/sql/prune/pruneStatements.js";

/** Jobs or recipes that are looked at, at a time. Where all of them are pruned, the transaction takes some 50 ms. */
const stretch = 1000;

/** What was pruned, or would be. */
export interface Pruned {
  /** Jobs whose documents and executions went. */
  readonly jobs: number;
  readonly executions: number;
  /** Links of recipes to their input files. */
  readonly recipeFiles: number;
}

/**
 * Removes what only hangs on jobs and recipes that are superseded and done: executions with their logs, the jobs' documents, and the recipes'
 * links to files. The recipes and jobs stay, so chains and counts do, too. Each step is a transaction of its own, and waits for no lock.
 * @param days since when they must have been superseded, and the jobs must have ended
 * @param isDry whether it is only counted
 */
export async function pruneSuperseded(db: Db, days: number, isDry: boolean, signal: AbortSignal): Promise<Pruned> {
  const pruned = { jobs: 0, executions: 0, recipeFiles: 0 };
  for (let after: number | null = 0; after !== null && !signal.aborted; ) {
    const [found]: PrunableRow[] = await db.query<PrunableRow>(selectPrunable, [after, stretch, days]);
    after = found?.last ?? null;
    if (!found || found.jobIds.length === 0) continue;
    if (!isDry && found.batchIds.length > 0) await db.query(markPruned, [found.batchIds]);
    const counts = { jobs: found.jobIds.length, executions: found.executions };
    const [done = counts] = isDry ? [] : await db.query<typeof counts>(pruneJobs, [found.jobIds]);
    pruned.jobs += done.jobs;
    pruned.executions += done.executions;
  }
  for (let after: number | null = 0; after !== null && !signal.aborted; ) {
    const [found]: PrunableFilesRow[] = await db.query<PrunableFilesRow>(selectPrunableFiles, [after, stretch, days]);
    after = found?.last ?? null;
    if (!found || found.ids.length === 0) continue;
    pruned.recipeFiles += isDry ? found.ids.length : (await db.query(pruneRecipeFiles, [found.ids])).length;
  }
  return pruned;
}
