import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Database, openDatabase } from "../../src/db/database.js";
import { cancelBatch } from "../support/batchMutations.js";
import { expand, makeManyRecipes, makeType, runBatch, submit, type TestType } from "../support/catalogue.js";
import { useDatabase } from "../support/database.js";
import { graphql } from "../support/generated/index.js";
import { globalId, listen, useGraphql } from "../support/graphql.js";
import { all, next, transports } from "../support/subscriptions.js";
import { submitInSlices, useWorker } from "../support/worker.js";

const database = useDatabase();
const { app, query } = useGraphql(database);
const worker = useWorker(database);

const progressOf = graphql(`
  subscription ProgressOf($id: ID!) {
    batchProgress(id: $id) { status total created failed percent jobs { queued pending canceled total } }
  }
`);

let address: string;
let type: TestType;
/** As another process has it: what is changed through it is heard of by notification only. */
let elsewhere: Database;
beforeAll(async () => {
  address = await listen(app());
  elsewhere = openDatabase(database().url, 2);
  type = await makeType(database(), "parse publish<parse");
  await makeManyRecipes(database(), type, 40);
});
afterAll(() => elsewhere.close());

describe.each(Object.entries(transports))("batchProgress over %s", (_name, subscribe) => {
  it("tells the state now, then every change, and ends with the batch", async () => {
    const id = await submit(database(), type, { all_jobs: true });
    const results = subscribe(address, progressOf, { id });
    expect((await next(results)).batchProgress).toEqual({
      status: "SUBMITTED",
      total: 0,
      created: 0,
      failed: 0,
      percent: null,
      jobs: { queued: 0, pending: 0, canceled: 0, total: 0 },
    });
    await elsewhere.prisma.batch.update({ where: { id }, data: { status: "CREATING", totalCount: 4 } });
    expect((await next(results)).batchProgress).toMatchObject({ status: "CREATING", total: 4, created: 0, percent: 0 });
    await elsewhere.prisma.batch.update({ where: { id }, data: { createdCount: 2, failedCount: 1 } });
    expect((await next(results)).batchProgress).toMatchObject({ status: "CREATING", created: 2, failed: 1, percent: 75 });
    await elsewhere.prisma.batch.update({ where: { id }, data: { status: "FAILED" } });
    expect((await next(results)).batchProgress).toMatchObject({ status: "FAILED", percent: 75 });
    expect(await results.next()).toEqual({ done: true, value: undefined });
  });

  it("tells of a batch that has ended once, and ends", async () => {
    const id = await runBatch(database(), type, { job_names: ["publish"] });
    const progress = { status: "CREATED", total: 40, created: 40, failed: 0, percent: 100 };
    const jobs = expect.objectContaining({ total: 40 });
    expect(await all(subscribe(address, progressOf, { id }))).toEqual([{ data: { batchProgress: { ...progress, jobs } } }]);
  });

  it("finds the batch by global id, and says where there is none", async () => {
    const id = await submit(database(), type);
    const results = subscribe(address, progressOf, { id: globalId("Batch", id) });
    expect((await next(results)).batchProgress.status).toBe("SUBMITTED");
    await results.return();
    for (const unknown of [999_999, globalId("Job", 1), "x"]) {
      const [refusal, ...others] = await all(subscribe(address, progressOf, { id: unknown }));
      expect(refusal?.errors).toMatchObject([{ message: `There is no batch ${unknown}`, extensions: { code: "NOT_FOUND" } }]);
      expect([refusal?.data ?? null, others]).toEqual([null, []]);
    }
  });

  it("only ever goes forward while a worker makes the batch, to the very end", async () => {
    const id = await submitInSlices(database(), type, { all_jobs: true });
    const heard = all(subscribe(address, progressOf, { id }));
    await worker.start();
    const steps = (await heard).map(({ data }) => data?.batchProgress);
    await worker.stop();
    const order = ["SUBMITTED", "CREATING", "CREATED"];
    for (const [i, step] of steps.entries()) {
      const before = steps[i - 1];
      if (!step || !before) continue;
      expect(order.indexOf(step.status)).toBeGreaterThanOrEqual(order.indexOf(before.status));
      expect(step.created).toBeGreaterThanOrEqual(before.created);
      expect(step.percent ?? 0).toBeGreaterThanOrEqual(before.percent ?? 0);
      expect(step).not.toEqual(before);
    }
    expect(steps.at(-1)).toEqual({
      status: "CREATED",
      total: 40,
      created: 40,
      failed: 0,
      percent: 100,
      jobs: { queued: 40, pending: 40, canceled: 0, total: 80 },
    });
  });

  it("hears of the batch being canceled", async () => {
    const id = await submit(database(), type, { all_jobs: true });
    const results = subscribe(address, progressOf, { id });
    expect((await next(results)).batchProgress.status).toBe("SUBMITTED");
    await query(cancelBatch, { id });
    expect((await next(results)).batchProgress.status).toBe("CANCELED");
    expect((await results.next()).done).toBe(true);
  });

  it("says what is wrong with a subscription", async () => {
    const id = { id: "1" };
    const wrong = (text: string) =>
      all(subscribe(address, { toString: () => text } as typeof progressOf, id)).catch((errors: unknown) => [{ errors }]);
    const codes = async (text: string) => {
      const [answer] = await wrong(text);
      return ((answer?.errors ?? []) as { extensions: { code: string } }[]).map(({ extensions }) => extensions.code);
    };
    expect(await codes("subscription { banana }")).toEqual(["GRAPHQL_VALIDATION_FAILED"]);
    expect(await codes("subscription {")).toEqual(["GRAPHQL_PARSE_FAILED"]);
    expect(await codes("subscription ($none: ID!) { batchProgress(id: $none) { total } }")).toEqual(["BAD_USER_INPUT"]);
    expect(await codes("subscription A { batchProgress(id: 1) { total } } subscription B { batchProgress(id: 1) { total } }")).toEqual([
      "OPERATION_RESOLUTION_FAILURE",
    ]);
    expect(await codes(`{ batch(id: 1) ${"{ retryOf ".repeat(16)} { id } ${"}".repeat(16)} }`)).toEqual(["QUERY_TOO_DEEP"]);
    expect(await codes("{ batches(first: 1000) { nodes { recipes(first: 1000) { nodes { outcome } } } } }")).toEqual(["QUERY_TOO_COSTLY"]);
  });

  it("answers queries too", async () => {
    const id = await submit(database(), type);
    await expand(database(), id);
    const query = { toString: () => `query ($id: ID!) { batch(id: $id) { status } }` } as typeof progressOf;
    expect(await all(subscribe(address, query, { id }))).toEqual([{ data: { batch: { status: "CREATED" } } }]);
  });
});
