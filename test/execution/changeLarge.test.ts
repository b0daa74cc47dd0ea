import { expect, test } from "vitest";
import type { Db } from "../../src/db/database.js";
import { cancelJobs } from "../../src/domain/execution/cancelJobs.js";
import { reportJobs } from "../../src/domain/execution/reportJobs.js";
import { requeueJobs } from "../../src/domain/execution/requeueJobs.js";
import { ada } from "../support/catalogue.js";
import { useDatabase } from "../support/database.js";
import { expectSoundWork, expectSoundWorkAfterRaces } from "../support/soundWork.js";
import { claim, completed, drain, failed, jobsOf, makeWork, statusesOf } from "../support/work.js";

const database = useDatabase();
const reason = null;

/** The database to one that is killed after so many transactions. */
function killedAfter(transactions: number): Db {
  let left = transactions;
  const transaction: Db["transaction"] = (work) => (left-- > 0 ? database().transaction(work) : Promise.reject(new Error("killed")));
  return { ...database(), transaction };
}

test("jobs of a large batch are canceled and requeued in several transactions; after a crash between two, the same call does the rest", async () => {
  const { batchId } = await makeWork(database(), "a b<a c", 10);
  await expect(cancelJobs(killedAfter(3), { batchId, reason }, 6)).rejects.toThrow("killed");
  expect(await statusesOf(database(), batchId)).toEqual({ CANCELED: 18, QUEUED: 8, PENDING: 4 });
  await expectSoundWork(database());
  expect(await cancelJobs(database(), { batchId, reason }, 6)).toBe(12);
  expect(await statusesOf(database(), batchId)).toEqual({ CANCELED: 30 });

  const statuses = ["CANCELED"] as const;
  await expect(requeueJobs(killedAfter(2), ada, { batchId, statuses, reason }, 6)).rejects.toThrow("killed");
  expect(await statusesOf(database(), batchId)).toEqual({ CANCELED: 18, QUEUED: 8, PENDING: 4 });
  await expectSoundWork(database());
  expect(await requeueJobs(database(), ada, { batchId, statuses, reason }, 6)).toBe(18);
  expect(await statusesOf(database(), batchId)).toEqual({ QUEUED: 20, PENDING: 10 });
  const history = await database().prisma.batchEvent.findMany({ where: { batchId, isWork: true }, orderBy: { id: "asc" } });
  expect(history.map(({ to }) => to)).toEqual(["CANCELED", "RUNNING"]);
  expect(await drain(database())).toBe(30);
  await expectSoundWork(database());
});

test("few failed jobs among many others are requeued in one transaction, so that the work does not end in between", async () => {
  const { batchId } = await makeWork(database(), "a", 12);
  const claims = await claim(database());
  const [first, last] = [claims[0], claims.at(-1)].map((one) => failed(one as { token: string }));
  await reportJobs(database(), [first, ...claims.slice(1, -1).map(completed), last] as Parameters<typeof reportJobs>[1]);
  expect(await statusesOf(database(), batchId)).toEqual({ FAILED: 2, COMPLETED: 10 });
  // The second transaction would find nothing more.
  expect(await requeueJobs(killedAfter(1), ada, { batchId, reason }, 3)).toBe(2);
  expect(await drain(database())).toBe(2);
});

test("jobs that become BLOCKED by what one transaction cancels are not passed over by the next one", async () => {
  const { batchId } = await makeWork(database(), "a b<a c<b d<c", 3);
  expect(await cancelJobs(database(), { batchId, statuses: ["PENDING"], reason }, 2)).toBe(9);
  expect(await statusesOf(database(), batchId)).toEqual({ QUEUED: 3, CANCELED: 9 });
  expect(await drain(database())).toBe(3);
});

test("after the jobs of a large batch have been canceled none of them is handed out, whoever claims and completes meanwhile", async () => {
  const { batchId } = await makeWork(database(), "a b<a", 200);
  let isOver = false;
  const work = async () => {
    let done = 0;
    for (let wasOver = false; !wasOver; ) {
      wasOver = isOver;
      const claims = await claim(database(), { max: 3 });
      if (wasOver) expect(claims).toEqual([]);
      for (const { problem } of await reportJobs(database(), claims.map(completed))) if (problem === null) done++;
    }
    return done;
  };
  const workers = Promise.all([work(), work(), work()]);
  await cancelJobs(database(), { batchId, reason }, 20).finally(() => {
    isOver = true;
  });
  const done = (await workers).reduce((sum, one) => sum + one, 0);
  const left = (await jobsOf(database(), batchId)).filter(({ status }) => status !== "CANCELED" && status !== "COMPLETED");
  expect(left).toEqual([]);
  expect((await statusesOf(database(), batchId)).COMPLETED ?? 0).toBe(done);
  await expectSoundWorkAfterRaces(database());
});
