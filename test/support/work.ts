import type { Db } from "../../src/db/database.js";
import { claimJobs } from "../../src/domain/execution/claimJobs.js";
import type { ClaimOrder, JobClaim } from "../../src/domain/execution/jobClaims.js";
import type { JobReport } from "../../src/domain/execution/jobReports.js";
import { reportJobs } from "../../src/domain/execution/reportJobs.js";
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

/** Limits how many jobs of a batch run at once. */
export const limitWork = (db: Db, batchId: number, maxRunningJobs: number): Promise<unknown> =>
  db.query({ text: "UPDATE batch SET max_running_jobs = $2::int WHERE id = $1::int" }, [batchId, maxRunningJobs]);

/** Claims jobs. By default up to a thousand of every job type, for a minute. */
export const claim = async (db: Db, order: Partial<ClaimOrder> = {}): Promise<JobClaim[]> =>
  (await claimJobs(db, { worker: "worker", jobTypes: null, max: 1000, leaseSeconds: 60, requestId: null, ...order })).claims;

/** A report that a job has been done. */
export const completed = ({ token }: { readonly token: string }): JobReport => ({
  token,
  kind: "completed",
  results: null,
  exitCode: 0,
  logTail: null,
});

/** A report that a job has failed for good. */
export const failed = ({ token }: { readonly token: string }): JobReport => ({
  token,
  kind: "failed",
  error: "unknown",
  message: null,
  retryable: false,
  retryAfterSeconds: null,
  exitCode: 1,
  logTail: null,
});

/** Claims and completes jobs until none can be claimed. @returns how many were completed */
export async function drain(db: Db, order: Partial<ClaimOrder> = {}): Promise<number> {
  for (let done = 0; ; ) {
    const claims = await claim(db, order);
    if (claims.length === 0) return done;
    done += (await reportJobs(db, claims.map(completed))).filter(({ problem }) => problem === null).length;
  }
}
