import { afterAll, beforeAll, expect, test } from "vitest";
import { type Database, openDatabase } from "../../src/db/database.js";
import { cancelBatch } from "../../src/domain/batch/change/cancelBatch.js";
import type { DomainError } from "../../src/domain/errors.js";
import { cancelJobs } from "../../src/domain/execution/cancelJobs.js";
import { reportJobs } from "../../src/domain/execution/reportJobs.js";
import { ada } from "../support/catalogue.js";
import { useDatabase } from "../support/database.js";
import { batchOf } from "../support/recipeViews.js";
import { expectSoundWorkAfterRaces } from "../support/soundWork.js";
import { claim, completed, jobsOf, makeWork, statusesOf } from "../support/work.js";

const database = useDatabase();
/** Each has connections of its own, as a process has. */
let gateways: readonly [Database, Database, Database];
beforeAll(() => {
  gateways = [openDatabase(database().url, 6), openDatabase(database().url, 6), openDatabase(database().url, 6)];
});
afterAll(async () => {
  for (const gateway of gateways) await gateway.close();
});

/** Claims and completes jobs at two gateways while something is done at the third, and until nothing is left. */
async function besideWorkers(act: (operators: Database) => Promise<void>): Promise<void> {
  const [one, other, operators] = gateways;
  let isOver = false;
  const work = async (db: Database) => {
    for (;;) {
      const wasOver = isOver;
      const claims = await claim(db, { max: 5 });
      if (claims.length === 0 && wasOver) return;
      for (const { problem } of await reportJobs(db, claims.map(completed))) expect(problem).toBeNull();
    }
  };
  const workers = Promise.all([one, other, one, other].map(work));
  workers.catch(() => {});
  await act(operators).finally(() => {
    isOver = true;
  });
  await workers;
}

test("Jobs that are canceled one by one while workers claim and complete them either ran to their end or never run, a thousand times", async () => {
  const { batchId } = await makeWork(database(), "a b<a", 1000);
  const first = (await jobsOf(database(), batchId)).filter(({ name }) => name === "a").map(({ id }) => id);
  // From the end, so that workers and operators meet in the middle, and there all the time at the same jobs.
  const left = [...first];
  let canceled = 0;
  const cancelAll = async (db: Database) => {
    for (let id = left.pop(); id !== undefined; id = left.pop()) {
      // What has run to its end is refused.
      const count = await cancelJobs(db, { jobIds: [id], reason: "race" }).catch(() => 0);
      canceled += count;
    }
  };
  await besideWorkers(async (db) => void (await Promise.all([cancelAll(db), cancelAll(db)])));
  expect(left).toEqual([]);
  const jobs = await jobsOf(database(), batchId);
  const ended = jobs.filter(({ name }) => name === "a");
  expect(ended.filter(({ status }) => !["COMPLETED", "CANCELED"].includes(status))).toEqual([]);
  expect(canceled).toBeGreaterThanOrEqual(ended.filter(({ status }) => status === "CANCELED").length);
  const { BLOCKED = 0, COMPLETED = 0, CANCELED = 0 } = await statusesOf(database(), batchId);
  expect([BLOCKED, COMPLETED]).toEqual([CANCELED, 2 * (1000 - CANCELED)]);
  await expectSoundWorkAfterRaces(database());
  expect((await batchOf(database(), batchId)).workFinished).not.toBeNull();
});

test("After a batch's cancellation has been answered, none of its jobs is handed out, whoever claims and completes meanwhile", async () => {
  const batches: number[] = [];
  for (let i = 0; i < 40; i++) batches.push((await makeWork(database(), "c d<c", 15)).batchId);
  const answered = new Map<number, string>();
  await besideWorkers(async (db) => {
    for (const batchId of batches) {
      // Those that have run to their end by then are refused.
      const isCanceled = await cancelBatch(db, ada, batchId, "race").then(
        () => true,
        ({ problems: [problem] }: DomainError) => problem?.code !== "CONFLICT",
      );
      const [row] = await db.query<{ now: string }>({ text: "SELECT clock_timestamp() AS now" });
      if (isCanceled) answered.set(batchId, row?.now as string);
    }
  });
  expect(answered.size).toBeGreaterThan(5);
  const late = `SELECT e.id FROM job_exe e JOIN job j ON j.id = e.job_id
    JOIN unnest($1::int[], $2::timestamptz[]) AS c (batch_id, answered) ON c.batch_id = j.batch_id WHERE e.started > c.answered`;
  expect(await database().query({ text: late }, [[...answered.keys()], [...answered.values()]])).toEqual([]);
  for (const batchId of answered.keys()) {
    const { PENDING = 0, QUEUED = 0, RUNNING = 0 } = await statusesOf(database(), batchId);
    expect({ PENDING, QUEUED, RUNNING }).toEqual({ PENDING: 0, QUEUED: 0, RUNNING: 0 });
    expect(await batchOf(database(), batchId)).toMatchObject({ workState: "CANCELED", workFinished: expect.any(Date) });
  }
  await expectSoundWorkAfterRaces(database());
});
