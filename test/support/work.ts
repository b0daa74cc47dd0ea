import type { Db } from "../../src/db/database.js";
import type { JobStatus } from "../../src/domain/job/jobStatus.js";
import { expand, makeManyRecipes, makeType, submit, type TestType, type TypeOptions } from "./catalogue.js";

/** A batch with jobs to run. */
export interface TestWork {
  readonly batchId: number;
  readonly type: TestType;
}

/**
 * Makes a batch that runs a graph of jobs anew, in each of some recipes. Thousands of recipes take a second.
 * @param graph as `definitionOf` reads it: `parse mask<parse merge<parse+mask`
 * @param recipes how many, or whose: another batch over the same recipes supersedes theirs
 */
export async function makeWork(db: Db, graph: string, recipes: number | TestType = 1, options: TypeOptions = {}): Promise<TestWork> {
  const type = typeof recipes === "number" ? await makeType(db, graph, options) : recipes;
  if (typeof recipes === "number") await makeManyRecipes(db, type, recipes);
  const batchId = await submit(db, type, { all_jobs: true });
  await expand(db, batchId);
  return { batchId, type };
}

/** A job of a batch. */
export interface TestJob {
  readonly id: number;
  readonly name: string;
  readonly recipeId: number;
  readonly status: JobStatus;
  /** How many executions it has had. */
  readonly numExes: number;
}

/** The jobs that a batch made, in the order of their ids. */
export const jobsOf = (db: Db, batchId: number): Promise<TestJob[]> =>
  db.query<TestJob>(
    {
      text: `SELECT j.id, rj.job_name AS name, rj.recipe_id AS "recipeId", j.status, j.num_exes AS "numExes"
        FROM batch_job b JOIN job j ON j.id = b.job_id JOIN recipe_job rj ON rj.job_id = j.id AND rj.is_original
        WHERE b.batch_id = $1::int AND b.is_original ORDER BY j.id`,
    },
    [batchId],
  );

/** How many of a batch's jobs have each status. */
export async function statusesOf(db: Db, batchId: number): Promise<Partial<Record<JobStatus, number>>> {
  const counts: Partial<Record<JobStatus, number>> = {};
  for (const { status } of await jobsOf(db, batchId)) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}
