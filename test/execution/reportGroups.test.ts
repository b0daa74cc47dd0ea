import { expect, it } from "vitest";
import type { Db } from "../../src/db/database.js";
import type { JobReport } from "../../src/domain/execution/jobReports.js";
import { ReportGroups } from "../../src/domain/execution/ReportGroups.js";
import { useDatabase } from "../support/database.js";
import { expectSoundWork } from "../support/soundWork.js";
import { claim, completed, makeWork } from "../support/work.js";

const database = useDatabase();

/** A database that counts transactions. The first of them fails where an error is given. */
function counting(error?: Error) {
  const counts = { transactions: 0 };
  const db = {
    query: database().query.bind(database()),
    statements: (work: Parameters<Db["statements"]>[0]) => {
      counts.transactions++;
      return error && counts.transactions === 1 ? Promise.reject(error) : database().statements(work);
    },
  } as unknown as Db;
  return { db, counts };
}

it("Reports of many requests at once are taken up in one transaction, and each request is answered for its own", async () => {
  const { batchId } = await makeWork(database(), "a b<a", 30);
  const claims = await claim(database(), { max: 30 });
  const { db, counts } = counting();
  const groups = new ReportGroups();
  const stranger = groups.take(db, [completed({ token: "1-stranger" })]);
  const answers = await Promise.all(claims.map((one) => groups.take(db, [completed(one)])));
  expect(answers).toMatchObject(claims.map(({ token, jobId }) => [{ token, jobId, problem: null }]));
  expect(await stranger).toMatchObject([{ token: "1-stranger", problem: { code: "STALE_EXECUTION" } }]);
  expect(counts.transactions).toBe(1);
  expect(await database().prisma.job.count({ where: { batchId, status: "COMPLETED" } })).toBe(30);
  await expectSoundWork(database());
});

it("Where a group fails, the reports of each request are taken up alone", async () => {
  await makeWork(database(), "c", 3);
  const claims = await claim(database(), { max: 3 });
  const { db, counts } = counting(new Error("one of them can't be taken up"));
  const groups = new ReportGroups();
  const answers = await Promise.all(claims.map((one) => groups.take(db, [completed(one)])));
  expect(answers).toMatchObject(claims.map(({ jobId }) => [{ jobId, problem: null }]));
  expect(counts.transactions).toBe(4);
});

it("Where the database is at fault, no group is tried again", async () => {
  await makeWork(database(), "d", 3);
  const claims = await claim(database(), { max: 3 });
  const fault = Object.assign(new Error("terminating connection"), { code: "57P01" });
  const { db, counts } = counting(fault);
  const groups = new ReportGroups();
  const answers = await Promise.allSettled(claims.map((one) => groups.take(db, [completed(one)])));
  expect(counts.transactions).toBe(1);
  expect(answers.map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected"]);
  const still = { jobId: { in: claims.map(({ jobId }) => jobId) }, status: "RUNNING" };
  expect(await database().prisma.jobExe.count({ where: still })).toBe(3);
});

it("Reports go on beside those before them that wait for a lock", async () => {
  await makeWork(database(), "e", 2);
  const [first, second] = (await claim(database(), { max: 2 })).map(completed) as [JobReport, JobReport];
  const groups = new ReportGroups();
  let [begin, release] = [() => {}, () => {}];
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const locked = {
    ...counting().db,
    statements: () => {
      begin();
      return new Promise((_, reject) => {
        release = () => reject(new Error("released"));
      });
    },
  } as unknown as Db;
  const held = groups.take(locked, [first]);
  await begun;
  expect(await groups.take(database(), [second])).toMatchObject([{ problem: null }]);
  release();
  await expect(held).rejects.toThrow("released");
});
