import { beforeAll, describe, expect, it } from "vitest";
import { makeRecipe, makeType, runBatch, submit, type TestType } from "../support/catalogue.js";
import { useDatabase } from "../support/database.js";
import { graphql } from "../support/generated/index.js";
import { listen, useGraphql } from "../support/graphql.js";
import { byWebSocket, next, transports } from "../support/subscriptions.js";

const database = useDatabase();
const { app } = useGraphql(database);

const changedOf = graphql(`subscription BatchesChanged { batchesChanged }`);

let address: string;
let type: TestType;
beforeAll(async () => {
  address = await listen(app());
  type = await makeType(database(), "parse");
  await makeRecipe(database(), type);
});

const changed = async (results: ReturnType<typeof byWebSocket<{ batchesChanged?: number[] | null }, unknown>>) =>
  (await next(results)).batchesChanged;

/** Begins to follow, and is told of all that was noted before. Notices come in the order of the commits. */
async function follow() {
  const results = byWebSocket(address, changedOf, {});
  expect(await changed(results)).toBeNull();
  await database().query({ text: "SELECT pg_notify('batch_changed', 'list:0')" });
  while (!(await changed(results))?.includes(0));
  return results;
}

const set = (id: number | undefined, data: { title?: string; status?: string; createdCount?: number }) =>
  database().prisma.batch.update({ where: { id: id as number }, data });

describe("Whoever follows lists of batches", () => {
  it.each(Object.entries(transports))("over %s is told of batches that are made", async (_name, how) => {
    const results = how(address, changedOf, {});
    expect(await changed(results)).toBeNull();
    const made = await submit(database(), type);
    expect(await changed(results)).toEqual([made]);
    await results.return();
  });

  it("is told of several at once, and of none that only goes on", async () => {
    const [one, other, third, fourth] = await Promise.all([1, 2, 3, 4].map(() => submit(database(), type)));
    const results = await follow();
    await database().prisma.$transaction([
      set(one, { createdCount: 1 }),
      set(other, { status: "CREATING" }),
      set(other, { createdCount: 2 }),
      set(third, { status: "PAUSED" }),
      set(fourth, { title: "Another" }),
    ]);
    expect((await changed(results))?.toSorted()).toEqual([other, third, fourth].toSorted());
    await results.return();
  });

  it("is told when the work of a batch goes on that was over, and when it is over", async () => {
    const id = await runBatch(database(), type, { all_jobs: true });
    const results = await follow();
    await database().prisma.batch.update({ where: { id }, data: { workState: "FAILED", workFinished: new Date() } });
    expect(await changed(results)).toEqual([id]);
    await database().prisma.batch.update({ where: { id }, data: { workState: "RUNNING", workFinished: null } });
    expect(await changed(results)).toEqual([id]);
    await results.return();
  });

  it("is told to ask for all where more have changed than a page has", async () => {
    const results = byWebSocket(address, changedOf, {});
    expect(await changed(results)).toBeNull();
    await database().query({ text: "SELECT pg_notify('batch_changed', 'list:' || n) FROM generate_series(1, 101) AS n" });
    expect(await changed(results)).toBeNull();
    await results.return();
  });

  it("is told to ask for all when the gateway hears PostgreSQL again, with one connection for this and for progress", async () => {
    const id = await submit(database(), type);
    const results = byWebSocket(address, changedOf, {});
    const progress = byWebSocket(address, graphql(`subscription StatusOf($id: ID!) { batchProgress(id: $id) { status } }`), { id });
    expect(await changed(results)).toBeNull();
    await next(progress);
    const text = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND application_name = 'batch-gateway listener'`;
    expect(await database().query({ text })).toHaveLength(1);
    expect(await changed(results)).toBeNull();
    await set(id, { title: "Heard again" });
    expect(await changed(results)).toEqual([id]);
    await Promise.all([results, progress].map((each) => each.return()));
  });
});
