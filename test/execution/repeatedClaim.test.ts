import { expect, it } from "vitest";
import { openDatabase } from "../../src/db/database.js";
import { claimJobs } from "../../src/domain/execution/claimJobs.js";
import { endOverdue } from "../../src/domain/execution/endOverdue.js";
import { reportJobs } from "../../src/domain/execution/reportJobs.js";
import { useDatabase } from "../support/database.js";
import { completed, drain, limitWork, makeWork } from "../support/work.js";

const database = useDatabase();
const order = { worker: "worker", jobTypes: null, max: 1, leaseSeconds: 60, requestId: "once" };

it("A claim that comes again when its jobs have ended is answered with none, and waits for nothing", async () => {
  await makeWork(database(), "a b", 2);
  const first = await claimJobs(database(), order);
  expect(first).toMatchObject({ claims: [{ attempt: 1 }], isRepeated: false });
  expect(await claimJobs(database(), order)).toEqual({ ...first, isRepeated: true });
  await reportJobs(database(), first.claims.map(completed));
  expect(await claimJobs(database(), order)).toMatchObject({ claims: [], isRepeated: true });
});

it("A claim that is sent to two gateways at once is given one set of jobs, however many rounds it takes them in", async () => {
  const other = openDatabase(database().url, 2);
  try {
    // Two lanes, of which each has fewer jobs than its share: they are taken in two rounds.
    await makeWork(database(), "c", 3);
    await makeWork(database(), "d", 60);
    for (let i = 0; i < 15; i++) {
      const twice = { ...order, max: i === 0 ? 10 : 3, requestId: `twice ${i}` };
      const [one, two] = await Promise.all([claimJobs(database(), twice), claimJobs(other, twice)]);
      expect(one.claims).toHaveLength(twice.max);
      expect(two.claims).toEqual(one.claims);
      expect([one.isRepeated, two.isRepeated].sort()).toEqual([false, true]);
    }
    expect(await database().prisma.jobExe.count({ where: { status: "RUNNING" } })).toBe(10 + 14 * 3);
  } finally {
    await other.close();
  }
});

it("A claim for the last job that is sent to two gateways at once is answered with it by both", async () => {
  await drain(database());
  const other = openDatabase(database().url, 2);
  try {
    for (let i = 0; i < 10; i++) {
      await makeWork(database(), `e${i}`, 1);
      const last = { ...order, max: 3, requestId: `last ${i}` };
      const [one, two] = await Promise.all([claimJobs(database(), last), claimJobs(other, last)]);
      expect(one.claims).toHaveLength(1);
      expect(two.claims).toEqual(one.claims);
    }
  } finally {
    await other.close();
  }
});

it("A claim that comes again is answered the same where a limit leaves no job that it could be given", async () => {
  const { batchId } = await makeWork(database(), "f", 2);
  await limitWork(database(), batchId, 1);
  const limited = { ...order, requestId: "limited" };
  const first = await claimJobs(database(), limited);
  expect(first.claims).toHaveLength(1);
  expect(await claimJobs(database(), limited)).toEqual({ ...first, isRepeated: true });
  expect(await claimJobs(database(), { ...limited, requestId: "another" })).toMatchObject({ claims: [], isRepeated: false });
  await drain(database(), { max: 1 });
});

it("A request that was given none is given jobs when it comes again and there are some, with tokens that are taken", async () => {
  const none = { ...order, requestId: "none" };
  expect(await claimJobs(database(), none)).toMatchObject({ claims: [], isRepeated: false });
  await makeWork(database(), "g", 1);
  const { claims } = await claimJobs(database(), none);
  expect((await claimJobs(database(), none)).claims).toEqual(claims);
  expect(await reportJobs(database(), claims.map(completed))).toMatchObject([{ problem: null }]);
});

it("A look through the executions that takes long is not taken for an outage", async () => {
  const looked = async () => (await database().prisma.jobWatch.findFirstOrThrow()).looked.getTime();
  await database().query({ text: "UPDATE job_watch SET looked = now() - interval '1 h'" });
  const begun = Date.now();
  const query = database().query.bind(database());
  let ofLook = 0;
  const slow = {
    ...database(),
    query: async (...args: Parameters<typeof query>) => {
      const rows = await query(...args);
      if (args[0].name === "select_overdue") ofLook = await looked();
      return rows;
    },
  } as ReturnType<typeof database>;
  await endOverdue(slow);
  expect(ofLook).toBeGreaterThanOrEqual(begun - 1000);
  expect(await looked()).toBeGreaterThan(ofLook);
});
