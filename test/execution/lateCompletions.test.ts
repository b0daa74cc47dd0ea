import { afterAll, beforeAll, expect, test } from "vitest";
import { type Database, openDatabase } from "../../src/db/database.js";
import { endOverdue } from "../../src/domain/execution/endOverdue.js";
import type { JobClaim } from "../../src/domain/execution/jobClaims.js";
import { reportJobs } from "../../src/domain/execution/reportJobs.js";
import { requeueJobs } from "../../src/domain/execution/requeueJobs.js";
import { ada } from "../support/catalogue.js";
import { useDatabase } from "../support/database.js";
import { batchOf } from "../support/recipeViews.js";
import { executionsOf, expectSoundWorkAfterRaces } from "../support/soundWork.js";
import { claim, completed, drain, makeWork, statusesOf } from "../support/work.js";

const database = useDatabase();
let other: Database;
beforeAll(() => {
  other = openDatabase(database().url, 8);
});
afterAll(() => other.close());

const recipes = 200;
/** Each job has one try. */
const once = { jobTypes: { a: { max_tries: 1 }, b: { max_tries: 1 } } };

/** Claims the first job of each recipe, and lets the leases run out. */
async function claimAndLoseLeases(): Promise<{ batchId: number; claims: JobClaim[] }> {
  const { batchId } = await makeWork(database(), "a b<a", recipes, once);
  const claims = await claim(database());
  expect(claims).toHaveLength(recipes);
  await database().query({ text: "UPDATE job_exe SET lease_expires = now() WHERE status = 'RUNNING'" });
  // The keeper has looked a second ago. Otherwise it would take itself for having been away, and renew the leases.
  await database().query({ text: "UPDATE job_watch SET looked = now() - interval '1 s'" });
  return { batchId, claims };
}

/** Does something for each claim, eight at once. */
async function forEach(claims: readonly JobClaim[], act: (claim: JobClaim) => Promise<void>): Promise<void> {
  const left = [...claims];
  const actOnSome = async () => {
    for (let one = left.pop(); one; one = left.pop()) await act(one);
  };
  await Promise.all(Array.from({ length: 8 }, actOnSome));
}

test("A requeue against a late completion: the completion is refused, and the job runs again", async () => {
  const { batchId, claims } = await claimAndLoseLeases();
  expect(await endOverdue(database())).toEqual({ lost: recipes, timedOut: 0 });
  expect(await statusesOf(database(), batchId)).toEqual({ FAILED: recipes, BLOCKED: recipes });
  await forEach(claims, async (one) => {
    const [requeued, [outcome]] = await Promise.all([
      requeueJobs(database(), ada, { jobIds: [one.jobId], reason: null }),
      reportJobs(other, [completed(one)]),
    ]);
    expect([requeued, outcome?.problem?.code]).toEqual([1, "STALE_EXECUTION"]);
  });
  expect(await statusesOf(database(), batchId)).toEqual({ QUEUED: recipes, PENDING: recipes });
  await expectSoundWorkAfterRaces(database());
  expect(await drain(database())).toBe(2 * recipes);
  expect(await executionsOf(database(), batchId)).toEqual({ LOST: recipes, COMPLETED: 2 * recipes });
  expect((await batchOf(database(), batchId)).workState).toBe("SUCCEEDED");
  await expectSoundWorkAfterRaces(database());
});

test("A completion against the end of its lease: one of them counts, and the job's children follow it", async () => {
  const { batchId, claims } = await claimAndLoseLeases();
  let accepted = 0;
  await Promise.all([
    endOverdue(other),
    forEach(claims, async (one) => {
      const [outcome] = await reportJobs(database(), [completed(one)]);
      if (outcome?.problem) expect(outcome.problem.code).toBe("STALE_EXECUTION");
      else accepted++;
    }),
  ]);
  const lost = recipes - accepted;
  const { LOST = 0, COMPLETED = 0 } = await executionsOf(database(), batchId);
  expect([LOST, COMPLETED]).toEqual([lost, accepted]);
  const { FAILED = 0, BLOCKED = 0, QUEUED = 0 } = await statusesOf(database(), batchId);
  expect([FAILED, BLOCKED, QUEUED]).toEqual([lost, lost, accepted]);
  await expectSoundWorkAfterRaces(database());
  expect(lost).toBeGreaterThan(0);
  expect(await drain(database())).toBe(accepted);
});

test("Leases that an outage has used up begin anew even where the look that was to renew them has failed", async () => {
  const { batchId } = await makeWork(database(), "away", 2, { jobTypes: { away: { max_tries: 1 } } });
  expect(await claim(database())).toHaveLength(2);
  await database().query({ text: "UPDATE job_exe SET lease_expires = now() WHERE status = 'RUNNING'" });
  await database().query({ text: "UPDATE job_watch SET looked = now() - interval '1 h'" });
  const waiting = "FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";
  await database().statements(async (tx) => {
    await tx.query({ text: "SELECT FROM job_exe FOR NO KEY UPDATE" });
    const refused = expect(endOverdue(other)).rejects.toThrow("canceling statement");
    await expect.poll(() => database().query({ text: `SELECT ${waiting}` })).toHaveLength(1);
    await tx.query({ text: `SELECT pg_cancel_backend(pid) ${waiting}` });
    await refused;
  });
  // A second passes until the next look.
  await database().query({ text: "UPDATE job_watch SET looked = looked - interval '1 s'" });
  expect(await endOverdue(other)).toEqual({ lost: 0, timedOut: 0 });
  expect(await statusesOf(database(), batchId)).toEqual({ RUNNING: 2 });
});
