import { expect, it } from "vitest";
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
