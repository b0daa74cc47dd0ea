import { expect, it } from "vitest";
import type { Database } from "../../src/db/database.js";
import { ClaimGroups } from "../../src/domain/execution/ClaimGroups.js";
import type { ClaimOrder } from "../../src/domain/execution/jobClaims.js";
import { reportJobs } from "../../src/domain/execution/reportJobs.js";
import { useDatabase } from "../support/database.js";
import { expectSoundWork } from "../support/soundWork.js";
import { completed, drain, makeWork } from "../support/work.js";

const database = useDatabase();

/** A database that counts transactions. */
function counting() {
  const counts = { transactions: 0 };
  const statements: Database["statements"] = (work) => {
    counts.transactions++;
    return database().statements(work);
  };
  return { db: { ...database(), statements } as Database, counts };
}

const order = (worker: string, more: Partial<ClaimOrder> = {}): ClaimOrder => ({
  worker,
  jobTypes: null,
  max: 1,
  leaseSeconds: 60,
  requestId: `of ${worker}`,
  ...more,
});

const workers = Array.from({ length: 12 }, (_, i) => `worker ${i}`);

it("Claims of many workers at once are served in one transaction, each with its own jobs, lease, and answer to the same request", async () => {
  await makeWork(database(), "a", 14);
  const { db, counts } = counting();
  const groups = new ClaimGroups(db);
  const orders = workers.map((worker, i) => order(worker, { max: i === 0 ? 3 : 1, leaseSeconds: 60 + i }));
  const results = await Promise.all(orders.map((one) => groups.claim(one, null)));
  expect(counts.transactions).toBe(1);
  expect(results.map(({ claims }) => claims.length)).toEqual([3, ...Array(11).fill(1)]);
  expect(new Set(results.flatMap(({ claims }) => claims.map(({ jobId }) => jobId))).size).toBe(14);
  const executions = await database().prisma.jobExe.findMany({ where: { status: "RUNNING" }, orderBy: { id: "asc" } });
  const given = orders.flatMap(({ worker, leaseSeconds }, i) => results[i]?.claims.map(({ jobId }) => ({ worker, leaseSeconds, jobId })));
  expect(executions).toMatchObject(given);
  const again = await Promise.all(orders.map((one) => new ClaimGroups(database()).claim(one, null)));
  expect(again).toEqual(results.map((result) => ({ ...result, isRepeated: true })));
  const reports = results.flatMap(({ claims }) => claims.map(completed));
  expect((await reportJobs(database(), reports)).every(({ problem }) => problem === null)).toBe(true);
  await expectSoundWork(database());
});

it("Where a request comes twice at once, or again, the group is served one by one, and it gets the same jobs each time", async () => {
  await makeWork(database(), "b", 6);
  const groups = new ClaimGroups(database());
  const [one, ...others] = await Promise.all([order("x"), order("y"), order("x")].map((each) => groups.claim(each, null)));
  expect(others[1]?.claims).toEqual(one?.claims);
  const [third, again] = await Promise.all([order("z"), order("x")].map((each) => groups.claim(each, null)));
  expect(again).toMatchObject({ claims: one?.claims, isRepeated: true });
  const jobIds = [one, others[0], third].flatMap((result) => result?.claims.map(({ jobId }) => jobId));
  expect(new Set(jobIds).size).toBe(3);
  await drain(database());
});

it("A request that comes again in a group is answered the same, though the one before it takes the last job", async () => {
  await makeWork(database(), "d", 2);
  const groups = new ClaimGroups(database());
  const first = await groups.claim(order("r"), null);
  const [, again] = await Promise.all([order("s"), order("r")].map((each) => groups.claim(each, null)));
  expect(again).toEqual({ ...first, isRepeated: true });
  await drain(database());
});

it("A group keeps to the limits of batches", async () => {
  const { batchId } = await makeWork(database(), "c", 12);
  await database().prisma.batch.update({ where: { id: batchId }, data: { maxRunningJobs: 5 } });
  const groups = new ClaimGroups(database());
  const results = await Promise.all(workers.map((worker) => groups.claim(order(worker, { requestId: null }), null)));
  expect(results.map(({ claims }) => claims.length)).toEqual([...Array(5).fill(1), ...Array(7).fill(0)]);
});
