import { afterAll, beforeAll, expect, test } from "vitest";
import { type Database, openDatabase } from "../../src/db/database.js";
import { updateBatch } from "../../src/domain/batch/change/updateBatch.js";
import { reportJobs } from "../../src/domain/execution/reportJobs.js";
import { updateJobType } from "../../src/domain/execution/updateJobType.js";
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

test("A claim whose answer would be too large for a gateway takes nothing", async () => {
  const { batchId } = await makeWork(database(), "large", 100);
  await claim(database(), { jobTypes: [{ name: "large", version: null }], max: 1 });
  await database().query({ text: "UPDATE job SET data = jsonb_build_object('x', repeat('y', 100000)) WHERE status = 'QUEUED'" });
  await expect(claim(database(), { jobTypes: [{ name: "large", version: null }] })).rejects.toThrow();
  expect(await statusesOf(database(), batchId)).toEqual({ RUNNING: 1, QUEUED: 99 });
});
