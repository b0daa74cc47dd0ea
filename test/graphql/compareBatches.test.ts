import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { keepJobMetrics } from "../../src/domain/batch/keepJobMetrics.js";
import { reportJobs } from "../../src/domain/execution/reportJobs.js";
import { retryBatch } from "../support/batchMutations.js";
import { begin, expand, makeManyRecipes, makeType, revise, runBatch, submit, type TestType } from "../support/catalogue.js";
import { useDatabase } from "../support/database.js";
import { graphql } from "../support/generated/index.js";
import { globalId, useGraphql } from "../support/graphql.js";
import { requeueJobs } from "../support/operatorMutations.js";
import { claim, completed, drain, failed, makeWork } from "../support/work.js";
import { useWorker } from "../support/worker.js";

const database = useDatabase();
const { query, refusal } = useGraphql(database);
const worker = useWorker(database);

afterEach(() => drain(database()));

const chainOf = graphql(`
  query ChainOf($id: ID!) {
    batch(id: $id) { previous { databaseId } root { databaseId } }
  }
`);
const metricsOf = graphql(`
  query MetricsOf($id: ID!) {
    batch(id: $id) { jobMetrics { jobName count failed shortest mean p95 longest } }
  }
`);
const compare = graphql(`
  query CompareBatches($ids: [ID!]!) {
    compareBatches(ids: $ids) {
      batches { id databaseId title previous { title } }
      jobs { jobName metrics { jobName count failed mean } }
    }
  }
`);

const chain = async (id: number) => {
  const { batch } = await query(chainOf, { id: String(id) });
  return { previous: batch?.previous?.databaseId ?? null, root: batch?.root?.databaseId ?? null };
};
const metrics = async (id: number) => (await query(metricsOf, { id: String(id) })).batch?.jobMetrics;
/** Lets the executions of a job, in the order of their claims, have taken so many seconds. */
const took = (batchId: number, jobName: string, seconds: readonly number[]) =>
  database().pool.query(
    `UPDATE job_exe e SET started = e.ended - make_interval(secs => s.seconds)
     FROM (
       SELECT e.id, row_number() OVER (ORDER BY e.id) AS n FROM job_exe e JOIN job j ON j.id = e.job_id JOIN recipe_job r ON r.job_id = j.id
       WHERE j.batch_id = $1 AND r.job_name = $2 AND r.is_original AND e.status = 'COMPLETED'
     ) AS mine JOIN unnest($3::float8[]) WITH ORDINALITY AS s (seconds, n) ON s.n = mine.n
     WHERE e.id = mine.id`,
    [batchId, jobName, seconds],
  );
const none = { count: 0, failed: 0, shortest: null, mean: null, p95: null, longest: null };

describe("A batch", () => {
  let type: TestType;
  beforeEach(async () => {
    type = await makeType(database(), "parse publish<parse");
    await makeManyRecipes(database(), type, 5);
  });

  it("leads to the batch that made its recipes, and to the first of the chain", async () => {
    const [first, second, third] = [
      await runBatch(database(), type, { all_jobs: true }),
      await runBatch(database(), type, { all_jobs: true }),
      await runBatch(database(), type, { all_jobs: true }),
    ];
    expect(await chain(first)).toEqual({ previous: null, root: null });
    expect(await chain(second)).toEqual({ previous: first, root: first });
    expect(await chain(third)).toEqual({ previous: second, root: first });
  });

  it("leads to none until what it matches is fixed", async () => {
    const first = await runBatch(database(), type, { all_jobs: true });
    const second = await submit(database(), type, { all_jobs: true });
    expect(await chain(second)).toEqual({ previous: null, root: null });
    await begin(database(), second);
    expect(await chain(second)).toEqual({ previous: first, root: first });
  });

  it("leads to the batch that made most of its recipes, among hundreds of slices too", async () => {
    const first = await runBatch(database(), type, { all_jobs: true });
    await makeManyRecipes(database(), type, 400);
    const range = { date_range: { started: "2016-01-01T00:00:00Z", ended: "2016-02-01T00:00:00Z" }, all_jobs: true };
    const second = await runBatch(database(), type, range);
    expect(await chain(second)).toEqual({ previous: null, root: null });
    const third = await submit(database(), type, { all_jobs: true });
    await begin(database(), third);
    expect(await chain(third)).toEqual({ previous: second, root: second });
    expect(first).toBeLessThan(second);
  });

  it("that tries again what failed has no part in the chain of the one that it retries", async () => {
    await revise(database(), type, "parse publish<parse", { inputs: "scene:file mask:file" });
    const first = await runBatch(database(), type, { all_jobs: true });
    await revise(database(), type, "parse publish<parse");
    const { batch } = (await query(retryBatch, { id: String(first) })).retryBatch;
    await expand(database(), batch?.databaseId as number);
    expect(await chain(batch?.databaseId as number)).toEqual({ previous: null, root: null });
  });
});

describe("The metrics of a batch's jobs", () => {
  it("tell how long its executions took and how often they failed, job by job in the definition's order", async () => {
    const { batchId } = await makeWork(database(), "zeta alpha<zeta never<alpha", 4);
    expect(await metrics(batchId)).toEqual(["zeta", "alpha", "never"].map((jobName) => ({ jobName, ...none })));
    const claims = await claim(database());
    expect(await metrics(batchId)).toMatchObject([{ jobName: "zeta", ...none }, {}, {}]);
    await reportJobs(database(), [...claims.slice(0, 3).map(completed), ...claims.slice(3).map(failed)]);
    await took(batchId, "zeta", [1, 2, 6]);
    const [zeta, alpha, never] = (await metrics(batchId)) ?? [];
    expect(zeta).toEqual({ jobName: "zeta", count: 3, failed: 1, shortest: 1, mean: 3, p95: expect.closeTo(5.6), longest: 6 });
    expect([alpha, never]).toEqual([
      { jobName: "alpha", ...none },
      { jobName: "never", ...none },
    ]);
  });

  it("count neither kept jobs nor what another batch ran, nor what was released or canceled", async () => {
    const { batchId, type } = await makeWork(database(), "parse publish<parse", 2);
    await drain(database());
    const second = await runBatch(database(), type, { job_names: ["publish"] });
    const [one] = await claim(database(), { max: 1 });
    await reportJobs(database(), [{ token: one?.token as string, kind: "released", reason: null }]);
    expect(await metrics(second)).toEqual([
      { jobName: "parse", ...none },
      { jobName: "publish", ...none },
    ]);
    await drain(database());
    expect(await metrics(second)).toMatchObject([
      { jobName: "parse", count: 0 },
      { jobName: "publish", count: 2, failed: 0 },
    ]);
    expect(await metrics(batchId)).toMatchObject([
      { jobName: "parse", count: 2 },
      { jobName: "publish", count: 2 },
    ]);
  });

  it("tell two jobs of one job type apart", async () => {
    const { batchId } = await makeWork(database(), "first=same second=same<first", 3);
    await drain(database());
    await took(batchId, "first", [1, 1, 1]);
    await took(batchId, "second", [5, 5, 5]);
    expect(await metrics(batchId)).toMatchObject([
      { jobName: "first", count: 3, mean: 1 },
      { jobName: "second", count: 3, mean: 5 },
    ]);
  });

  it("are kept when the work has ended, and counted anew when it has gone on", async () => {
    const { batchId } = await makeWork(database(), "parse", 2);
    const claims = await claim(database());
    await reportJobs(database(), [completed(claims[0] as never), failed(claims[1] as never)]);
    await worker.start();
    const kept = () => database().prisma.batchJobMetrics.findMany({ where: { batchId } });
    await expect.poll(kept, { timeout: 20_000 }).toMatchObject([{ jobName: "parse", count: 1, failed: 1 }]);
    await worker.stop();
    // What is kept is what is told, whatever becomes of the executions.
    await took(batchId, "parse", [100]);
    expect((await metrics(batchId))?.[0]?.longest).toBeLessThan(100);
    await query(requeueJobs, { input: { batchId: String(batchId) } });
    expect(await metrics(batchId)).toMatchObject([{ count: 1, failed: 1, longest: 100 }]);
    await drain(database());
    expect(await metrics(batchId)).toMatchObject([{ count: 2, failed: 1, longest: 100 }]);
    await keepJobMetrics(database(), new AbortController().signal);
    expect(await kept()).toMatchObject([{ count: 2, failed: 1, longest: 100 }]);
  });

  it("of much work that goes on are those of a moment ago", async () => {
    const { batchId } = await makeWork(database(), "parse", 2);
    const [one] = await claim(database(), { max: 1 });
    await reportJobs(database(), [completed(one as never)]);
    const tally = (n: number) => database().prisma.workTally.create({ data: { batchId, jobTypeId: null, status: "COMPLETED", n } });
    await keepJobMetrics(database(), AbortSignal.timeout(60_000));
    expect(await database().prisma.batchJobMetrics.count({ where: { batchId } })).toBe(0);
    await tally(50_000);
    await keepJobMetrics(database(), AbortSignal.timeout(60_000));
    expect(await metrics(batchId)).toMatchObject([{ count: 1 }]);
    // What is kept is told, and is counted anew when half as many jobs more have run.
    await database().prisma.batchJobMetrics.updateMany({ where: { batchId }, data: { count: 7 } });
    await tally(20_000);
    await keepJobMetrics(database(), AbortSignal.timeout(60_000));
    expect(await metrics(batchId)).toMatchObject([{ count: 7 }]);
    await tally(10_000);
    await keepJobMetrics(database(), AbortSignal.timeout(60_000));
    expect(await metrics(batchId)).toMatchObject([{ count: 1 }]);
  });
});

describe("compareBatches", () => {
  it("puts batches side by side, in the order in which they were asked for", async () => {
    const { batchId: first, type } = await makeWork(database(), "parse publish<parse", 2);
    await drain(database());
    await took(first, "parse", [2, 4]);
    await revise(database(), type, "parse check<parse");
    const second = await submit(database(), type, { all_jobs: true }, { title: "Second" });
    await expand(database(), second);
    await drain(database());
    await took(second, "parse", [1, 1]);
    const { compareBatches } = await query(compare, { ids: [globalId("Batch", second), String(first)] });
    expect(compareBatches.batches).toMatchObject([{ databaseId: second, title: "Second" }, { databaseId: first }]);
    expect(compareBatches.jobs).toMatchObject([
      {
        jobName: "parse",
        metrics: [
          { count: 2, mean: 1 },
          { count: 2, mean: 3 },
        ],
      },
      { jobName: "check", metrics: [{ jobName: "check", count: 2, failed: 0 }, null] },
      { jobName: "publish", metrics: [null, { jobName: "publish", count: 2 }] },
    ]);
    expect((await query(compare, { ids: [String(first), String(first)] })).compareBatches.batches).toHaveLength(2);
  });

  it("refuses what is no batch, no batch at all, and too many", async () => {
    expect(await refusal(compare, { ids: ["999"] })).toMatchObject({ code: "NOT_FOUND", message: expect.stringContaining("999") });
    expect(await refusal(compare, { ids: [] })).toMatchObject({ argument: "ids" });
    expect(await refusal(compare, { ids: Array.from({ length: 21 }, (_, i) => String(i)) })).toMatchObject({ argument: "ids" });
  });
});
