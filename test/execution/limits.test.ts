import { afterAll, beforeAll, expect, test } from "vitest";
import { type Database, openDatabase } from "../../src/db/database.js";
import { selectLanes } from "../../src/db/sql/execution/selectLanes.js";
import { cancelBatch } from "../../src/domain/batch/change/cancelBatch.js";
import { pauseBatch } from "../../src/domain/batch/change/pauseBatch.js";
import { updateBatch } from "../../src/domain/batch/change/updateBatch.js";
import { reportJobs } from "../../src/domain/execution/reportJobs.js";
import { updateJobType } from "../../src/domain/execution/updateJobType.js";
import { ada } from "../support/catalogue.js";
import { useDatabase } from "../support/database.js";
import { expectSoundWork, expectSoundWorkAfterRaces, mostAtOnce } from "../support/soundWork.js";
import { claim, completed, makeWork, statusesOf } from "../support/work.js";

const database = useDatabase();
/** Each has connections of its own, as a process has. */
let gateways: readonly Database[];
beforeAll(() => {
  gateways = Array.from({ length: 3 }, () => openDatabase(database().url, 6));
});
afterAll(async () => {
  for (const gateway of gateways) await gateway.close();
});

test("However many gateways hand out jobs, no more run at once than their batch and their type allow, also when that changes", async () => {
  const { batchId } = await makeWork(database(), "a b<a", 200);
  const free = await makeWork(database(), "c", 50);
  const { id: typeId } = await database().prisma.jobType.findFirstOrThrow({ where: { name: "a" } });
  await updateBatch(database(), batchId, { limits: { maxRunningJobs: 9 } });
  await updateJobType(database(), typeId, { maxRunning: 5 });
  let done = 0;
  const work = async (db: Database) => {
    while (done < 450) {
      const claims = await claim(db, { max: 4 });
      const outcomes = await reportJobs(db, claims.map(completed));
      done += outcomes.filter(({ problem }) => problem === null).length;
    }
  };
  const workers = Promise.all([...gateways, ...gateways].map(work));
  workers.catch(() => {});
  await expect.poll(() => done, { timeout: 60_000, interval: 5 }).toBeGreaterThan(150);
  const most = await mostAtOnce(database(), batchId);
  await updateBatch(database(), batchId, { limits: { maxRunningJobs: 3 } });
  await expectSoundWorkAfterRaces(database());
  await workers;
  expect(await mostAtOnce(database(), batchId)).toBeLessThanOrEqual(9);
  expect(most).toBeGreaterThan(3);
  expect(await statusesOf(database(), batchId)).toEqual({ COMPLETED: 400 });
  expect(await statusesOf(database(), free.batchId)).toEqual({ COMPLETED: 50 });
  const ofType = `SELECT max(running)::int AS most FROM (SELECT sum(step) OVER (ORDER BY at, step ROWS UNBOUNDED PRECEDING) AS running FROM (
    SELECT e.started AS at, 1 AS step FROM job_exe e JOIN job j ON j.id = e.job_id WHERE j.job_type_id = $1::int
    UNION ALL SELECT e.ended, -1 FROM job_exe e JOIN job j ON j.id = e.job_id WHERE j.job_type_id = $1::int) AS change) AS moment`;
  const [row] = await database().query<{ most: number }>({ text: ofType }, [typeId]);
  expect(row?.most).toBeLessThanOrEqual(5);
  await expectSoundWork(database());
});

test.each<[string, (batchId: number, typeId: number) => Promise<unknown>]>([
  ["its batch is paused", (batchId) => pauseBatch(database(), ada, batchId, null)],
  ["its batch is canceled", (batchId) => cancelBatch(database(), ada, batchId, null)],
  ["its batch is limited", (batchId) => updateBatch(database(), batchId, { limits: { maxRunningJobs: 1 } })],
  ["its job type is paused", (_, typeId) => updateJobType(database(), typeId, { isPaused: true })],
  ["its job type is limited", (_, typeId) => updateJobType(database(), typeId, { maxRunning: 1 })],
])("A claim that has found a job takes it no more where meanwhile %s", async (_, brake) => {
  const { batchId } = await makeWork(database(), "braked", 2);
  const { id: typeId } = await database().prisma.jobType.findFirstOrThrow({ where: { name: "braked" } });
  await updateJobType(database(), typeId, { isPaused: false, maxRunning: null });
  const order = { max: 1, jobTypes: [{ name: "braked", version: null }] };
  expect.assertions(4);
  expect(await claim(database(), order)).toHaveLength(1);
  /** The brake is pulled while the claim is in its transaction, between its look for jobs and its taking of some. */
  const statements: Database["statements"] = (work) =>
    database().statements((tx, commit) => {
      const query: typeof tx.query = async (statement, ...values) => {
        const rows = await tx.query(statement, ...values);
        if (statement === selectLanes) {
          expect(rows).toHaveLength(1);
          await brake(batchId, typeId);
        }
        return rows as never;
      };
      return work({ ...tx, query }, commit);
    });
  expect(await claim({ ...database(), statements } as Database, order)).toEqual([]);
  await cancelBatch(database(), ada, batchId, null);
  await expectSoundWork(database());
});

test("A claim whose answer would be too large for a gateway takes nothing", async () => {
  const { batchId } = await makeWork(database(), "large", 100);
  await claim(database(), { jobTypes: [{ name: "large", version: null }], max: 1 });
  await database().query({ text: "UPDATE job SET data = jsonb_build_object('x', repeat('y', 100000)) WHERE status = 'QUEUED'" });
  await expect(claim(database(), { jobTypes: [{ name: "large", version: null }] })).rejects.toThrow();
  expect(await statusesOf(database(), batchId)).toEqual({ RUNNING: 1, QUEUED: 99 });
});
