import { beforeAll, describe, expect, it } from "vitest";
import { answerLimits } from "../../src/db/BoundedClient.js";
import type { Db } from "../../src/db/database.js";
import { longTransaction } from "../../src/db/longTransaction.js";
import { type ViolationRow, verifications } from "../../src/db/sql/verify/verifications.js";
import { reportJobs } from "../../src/domain/execution/reportJobs.js";
import { findViolations, invariants } from "../../src/domain/findViolations.js";
import { makeManyRecipes, makeType, revise, runBatch } from "../support/catalogue.js";
import { useDatabase } from "../support/database.js";
import { claim, completed, drain, failed, makeWork } from "../support/work.js";

const database = useDatabase();

/**
 * Jobs, and batches, in every state. Chains of three run in a batch: of the first recipe, all jobs are COMPLETED; of the second, the first
 * job is; of the third it is RUNNING, of the fourth FAILED, of the others QUEUED. Another batch has SUCCEEDED. A third one keeps jobs.
 */
beforeAll(async () => {
  const db = database();
  await makeWork(db, "x y<x", 2);
  await drain(db);
  const { type } = await makeWork(db, "a b<a c<b", 6);
  for (const max of [1, 1, 1])
    await reportJobs(db, (await claim(db, { max, jobTypes: [{ name: "a", version: null }] })).map(completed).slice(0, 2));
  for (const name of ["b", "c"]) await reportJobs(db, (await claim(db, { max: 1, jobTypes: [{ name, version: null }] })).map(completed));
  const [lost, bad] = await claim(db, { max: 2 });
  if (!lost || !bad) throw new Error("There was nothing to claim");
  await reportJobs(db, [failed(bad)]);
  await db.query({ text: "UPDATE batch SET max_running_jobs = 1" });
  const kept = await makeType(db, "k l<k");
  await makeManyRecipes(db, kept, 2);
  await runBatch(db, await revise(db, kept, "k l<k m<l"));
  expect(type.id).toBeGreaterThan(0);
});

/** Undoes what a test has broken. */
class Undo extends Error {}

/** What there is to find after some statements, which are then undone. Neither triggers nor foreign keys hinder them. */
async function findingsAfter(...statements: readonly string[]): Promise<ViolationRow[]> {
  let found: ViolationRow[] = [];
  const breakAndFind = async (tx: Db) => {
    await tx.query({ text: "SET LOCAL session_replication_role = replica" });
    for (const text of statements) await tx.query({ text });
    for (const verification of verifications) found = [...found, ...(await tx.query<ViolationRow>(verification))];
    throw new Undo();
  };
  await database()
    .transaction(breakAndFind)
    .catch((error) => {
      if (!(error instanceof Undo)) throw error;
    });
  return found;
}

const one = (status: string) => `(SELECT min(id) FROM job WHERE status = '${status}' AND batch_id IS NOT NULL)`;
const exe = (status: string) => `(SELECT min(id) FROM job_exe WHERE status = '${status}')`;
const job = (status: string, change: string) => `UPDATE job SET ${change} WHERE id = ${one(status)}`;
const batch = (state: string, change: string) =>
  `UPDATE batch SET ${change} WHERE id = (SELECT min(id) FROM batch WHERE work_state = '${state}')`;
const again = (of: string, status: string, started = "now()") =>
  `INSERT INTO job_exe (job_id, exe_num, status, worker, token_hash, lease_seconds, lease_expires, times_out, started, ended)
   SELECT job_id, exe_num + 1, '${status}', worker, token_hash, lease_seconds, lease_expires, times_out, ${started},
     CASE WHEN '${status}' <> 'RUNNING' THEN now() END FROM job_exe WHERE id = ${exe(of)}`;

/** How each invariant is broken. */
const breaks: Record<(typeof invariants)[number], readonly string[]> = {
  "A job's batch_id is the batch that made it": [job("QUEUED", "batch_id = 1")],
  "A job is made by at most one batch": [`INSERT INTO batch_job (batch_id, job_id) SELECT 1, ${one("QUEUED")}`],
  "A batch lists the jobs of its recipes, and no others": [`DELETE FROM batch_job WHERE NOT is_original`],
  "What a claim names is an execution of its worker": [
    "INSERT INTO job_claim (worker, request_hash, nonce, exe_ids) VALUES ('worker', 'x', 'y', '{999999}')",
  ],
  "The counts kept in work_tally are those of the jobs, and of the completed recipes": [
    "DELETE FROM work_tally WHERE status = 'RECIPE_COMPLETED'",
  ],
  "The counts kept in batch_tally are those of the batches": [
    "INSERT INTO batch_tally (recipe_type_id, status, n) VALUES (1, 'CREATED', 1)",
  ],
  "A job has at most one COMPLETED execution": [again("COMPLETED", "COMPLETED")],
  "A job is COMPLETED exactly where an execution of it is": [job("RUNNING", "status = 'COMPLETED'")],
  "A RUNNING job has exactly one RUNNING execution": [again("RUNNING", "RUNNING")],
  "Only a RUNNING job has a RUNNING execution": [job("RUNNING", "status = 'QUEUED'")],
  "A FAILED job has an execution that failed or was lost": [job("QUEUED", "status = 'FAILED'")],
  "num_exes of a job is the number of its executions": [job("COMPLETED", "num_exes = 2")],
  "released of a job is the number of its RELEASED executions": [job("COMPLETED", "released = 1")],
  "The executions of a job are numbered from 1": [`UPDATE job_exe SET exe_num = 2 WHERE id = ${exe("COMPLETED")}`],
  "An execution starts after the one before it has ended": [again("COMPLETED", "LOST", "started")],
  "An execution ends after it has started": [`UPDATE job_exe SET started = ended + interval '1 s' WHERE id = ${exe("COMPLETED")}`],
  "A QUEUED job has queued and data": [job("QUEUED", "data = '{}'")],
  "A job that is QUEUED, or has been claimed, has only COMPLETED parents": [job("PENDING", "status = 'QUEUED', queued = now()")],
  "A job starts after its parents have ended": [
    "UPDATE job_exe e SET started = started - interval '1 h' FROM recipe_job r WHERE r.job_id = e.job_id AND r.job_name = 'c'",
  ],
  "A job whose parents are COMPLETED is not PENDING": [job("QUEUED", "status = 'PENDING'")],
  "A job below a FAILED or CANCELED one is BLOCKED, not PENDING": [job("BLOCKED", "status = 'PENDING'")],
  "A BLOCKED job is below a FAILED or CANCELED one": [job("PENDING", "status = 'BLOCKED'")],
  "A recipe has the jobs of its definition": [`DELETE FROM recipe_job WHERE job_id = ${one("QUEUED")}`],
  "A completed recipe has only COMPLETED jobs": ["UPDATE recipe SET completed = now() WHERE completed IS NULL"],
  "A recipe whose jobs are COMPLETED is completed": ["UPDATE recipe SET completed = NULL WHERE NOT is_superseded"],
  "created_count and failed_count of a batch are counts of its recipes": [batch("RUNNING", "created_count = created_count + 1")],
  "total_count of a batch is what it has made, failed at, and has left": [batch("RUNNING", "total_count = total_count + 1")],
  "A batch that is CREATED has nothing left to make": [
    "INSERT INTO batch_slice (batch_id, recipe_type_rev_id, recipe_ids) SELECT min(id), 1, '{}' FROM batch",
  ],
  "The history of a batch ends with its status, and with the state of its work": [batch("RUNNING", "status = 'PAUSED'")],
  "Work is finished exactly where it has ended and nothing runs": [batch("SUCCEEDED", "work_finished = NULL")],
  "Work that is WAITING has had no job claimed": [batch("RUNNING", "work_state = 'WAITING'")],
  "Work that goes on has jobs left": [batch("SUCCEEDED", "work_state = 'HELD', work_finished = NULL")],
  "Work that has ended has no job left to run": [batch("RUNNING", "work_state = 'CANCELED'")],
  "Work that has SUCCEEDED or FAILED has ended": [batch("RUNNING", "work_state = 'FAILED'")],
  "Work that has SUCCEEDED has no failed job": [job("FAILED", `batch_id = (SELECT id FROM batch WHERE work_state = 'SUCCEEDED')`)],
  "Work that has FAILED has a failed job, or its creation has failed": [batch("SUCCEEDED", "work_state = 'FAILED'")],
  "No more jobs of a type run at once than it allows": ["UPDATE job_type SET max_running = 0, last_modified = now() - interval '1 h'"],
  "What is superseded has a time at which it was": ["UPDATE recipe SET superseded = NULL"],
  "What has a successor is superseded": ["UPDATE job SET is_superseded = false, superseded = NULL"],
  "A superseded recipe has a successor": ["UPDATE recipe SET superseded_recipe_id = NULL, root_superseded_recipe_id = NULL"],
  "The root of a successor is that of what it supersedes": ["UPDATE job SET root_superseded_job_id = NULL"],
  "A successor is newer than what it supersedes": [
    "UPDATE recipe SET superseded_recipe_id = id, root_superseded_recipe_id = id WHERE superseded_recipe_id IS NOT NULL",
  ],
  "The times that a recipe carries are those of its files": ["UPDATE recipe SET source_ended = now() WHERE source_ended IS NOT NULL"],
  "A recipe is superseded by one of its own type": ["UPDATE recipe SET recipe_type_id = 1 WHERE NOT is_superseded"],
};

describe("findViolations", () => {
  it("finds nothing in a database whose jobs have run", async () => {
    expect(await findViolations(database())).toEqual([]);
  });

  it("may take longer than a statement of a request", async () => {
    const { usual } = answerLimits;
    answerLimits.usual = 100;
    try {
      const isSlow = "SELECT 1 AS one FROM pg_sleep(0.5)";
      expect(await longTransaction(database().url, { prepare: true, isSnapshot: true }, (run) => run(isSlow))).toEqual([{ one: 1 }]);
    } finally {
      answerLimits.usual = usual;
    }
  });

  it("has tried each invariant that it checks", () => {
    expect(Object.keys(breaks).sort()).toEqual([...invariants].sort());
  });

  it.each(Object.entries(breaks))("finds what breaks: %s", async (invariant, statements) => {
    const found = (await findingsAfter(...statements)).filter((one) => one.invariant === invariant);
    expect(found.map(({ invariant }) => invariant)).toContain(invariant);
    for (const { count, ids } of found) {
      expect(ids).toHaveLength(Math.min(count, 5));
      expect(ids.every((id) => id > 0)).toBe(true);
    }
  });
});
