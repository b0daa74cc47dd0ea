import { describe, expect, it } from "vitest";
import { cancelBatch, pauseBatch, resumeBatch } from "../support/batchMutations.js";
import { useDatabase } from "../support/database.js";
import { useGraphql } from "../support/graphql.js";
import { limitBatch, requeueJobs } from "../support/operatorMutations.js";
import { type OwnWork, ownWork } from "../support/ownWork.js";
import { statusesOf } from "../support/work.js";

const database = useDatabase(12);
const client = useGraphql(database);
const { query } = client;
const { workOn, complete, fail, report } = ownWork(database, client);

/** How often each race is run. `take` and `report` go on beside it all the time. */
const rounds = 25;

/** When its executions were claimed, beside PostgreSQL's time at a moment. */
const clock = async () => (await database().query<{ now: string }>({ text: "SELECT clock_timestamp() AS now" }))[0]?.now as string;
const claimedAfter = async (batchId: number, time: string) => {
  const text = `SELECT count(*)::int AS count FROM job_exe e JOIN job j ON j.id = e.job_id WHERE j.batch_id = $1::int AND e.started > $2::timestamptz`;
  return (await database().query<{ count: number }>({ text }, [batchId, time]))[0]?.count;
};
const deadlocks = async () =>
  (await database().query<{ n: number }>({ text: "SELECT deadlocks AS n FROM pg_stat_database WHERE datname = current_database()" }))[0]?.n;

/** Workers that claim a few jobs at a time and complete some, until there are none. */
async function drain({ take }: OwnWork): Promise<void> {
  for (let tokens = await take(3); tokens.length > 0; tokens = await take(3)) await complete(tokens);
}

describe("While workers claim and complete", () => {
  it("cancelBatch lets no job be handed out once it has answered, nothing is left that could run, and the work ends", async () => {
    let work = await workOn("@-a @-b<@-a", 6);
    for (let round = 0; round < rounds; round++) {
      work = await work.again();
      const id = work.batchId;
      const workers = [drain(work), drain(work), drain(work)];
      await new Promise((resolve) => setTimeout(resolve, 2 * round));
      const { errors } = (await query(cancelBatch, { id, reason: "race" })).cancelBatch;
      const answered = await clock();
      await Promise.all(workers);
      expect(await claimedAfter(id, answered)).toBe(0);
      const statuses = await statusesOf(database(), id);
      const { workState, workFinished } = await database().prisma.batch.findUniqueOrThrow({ where: { id } });
      expect(Object.keys(statuses).filter((status) => status !== "COMPLETED" && status !== "CANCELED")).toEqual([]);
      expect(workFinished).not.toBeNull();
      // The workers may have been faster.
      expect(workState).toBe(errors.length === 0 ? "CANCELED" : "SUCCEEDED");
    }
  });

  it("pauseBatch lets no job be handed out until resumeBatch, and then all are run", async () => {
    const work = await workOn("@-a @-b<@-a", 30);
    const id = work.batchId;
    let isOver = false;
    const worker = async () => {
      while (!isOver) await complete(await work.take(2));
    };
    const workers = [worker(), worker(), worker()];
    for (let round = 0; round < rounds; round++) {
      const { errors } = (await query(pauseBatch, { id })).pauseBatch;
      if (errors.length > 0) break;
      const answered = await clock();
      await new Promise((resolve) => setTimeout(resolve, 5));
      expect(await claimedAfter(id, answered)).toBe(0);
      const resumed = (await query(resumeBatch, { id })).resumeBatch.errors;
      if (resumed.length === 0) continue;
      // The jobs that ran were the last ones.
      expect(await statusesOf(database(), id)).toEqual({ COMPLETED: 60 });
      break;
    }
    await expect.poll(() => statusesOf(database(), id), { timeout: 60_000 }).toEqual({ COMPLETED: 60 });
    isOver = true;
    await Promise.all(workers);
  });

  it("a lower maxRunningJobs holds from the answer on", async () => {
    const work = await workOn("@-a", 40);
    const id = work.batchId;
    const running = () => database().prisma.job.count({ where: { batchId: id, status: "RUNNING" } });
    for (let max = 20; max > 0; max -= 4) {
      const claims = [work.take(7), work.take(7), work.take(7)];
      await query(limitBatch, { id, limits: { maxRunningJobs: max } });
      const before = await running();
      const tokens = (await Promise.all(claims)).flat();
      expect(await running()).toBeLessThanOrEqual(Math.max(before, max));
      await report(tokens.map((token) => ({ token, released: {} })));
    }
  });

  it("requeueJobs and reports that come late never run a job twice at once, and lose none", async () => {
    let work = await workOn("@-a @-b<@-a", 4);
    for (let round = 0; round < rounds; round++) {
      work = await work.again();
      const tokens = await work.take();
      // Half of them fail, half of them complete, while all that has failed is requeued, twice.
      const input = { batchId: String(work.batchId) };
      await Promise.all([
        fail(tokens.slice(0, 2)),
        query(requeueJobs, { input }),
        complete(tokens.slice(2)),
        query(requeueJobs, { input }),
        complete(tokens.slice(0, 2)),
      ]);
      await query(requeueJobs, { input });
      await drain(work);
      expect(await statusesOf(database(), work.batchId)).toEqual({ COMPLETED: 8 });
      const text = `SELECT count(*)::int AS count FROM job_exe e JOIN job j ON j.id = e.job_id
        WHERE j.batch_id = $1::int AND e.status = 'COMPLETED'`;
      expect(await database().query({ text }, [work.batchId])).toEqual([{ count: 8 }]);
    }
  });

  it("nobody waits for who waits for them", async () => {
    expect(await deadlocks()).toBe(0);
  });
});
