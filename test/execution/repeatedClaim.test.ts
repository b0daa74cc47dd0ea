import { expect, it } from "vitest";
import { openDatabase } from "../../src/db/database.js";
import { claimJobs } from "../../src/domain/execution/claimJobs.js";
import { endOverdue } from "../../src/domain/execution/endOverdue.js";
import { reportJobs } from "../../src/domain/execution/reportJobs.js";
import { useDatabase } from "../support/database.js";
import { completed, makeWork } from "../support/work.js";

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
