import pg from "pg";
import { describe, expect, onTestFinished, test } from "vitest";
import { type Database, openDatabase } from "../../src/db/database.js";
import { isUnavailable } from "../../src/db/databaseFault.js";
import { listen } from "../../src/db/listen.js";
import { cancelBatch } from "../../src/domain/batch/change/cancelBatch.js";
import { pauseBatch } from "../../src/domain/batch/change/pauseBatch.js";
import { findBatchForUpdate } from "../../src/domain/batch/changeStatus.js";
import { ada, begin, makeManyRecipes, makeType, submit } from "../support/catalogue.js";
import { expectDone, expectSound } from "../support/catalogueChecks.js";
import { useDatabase } from "../support/database.js";
import { startFrozenProxy } from "../support/frozenProxy.js";
import { graphql } from "../support/generated/index.js";
import { useGraphql } from "../support/graphql.js";
import { batchOf } from "../support/recipeViews.js";
import { useWorkerProcesses } from "../support/workerProcess.js";

const database = useDatabase();
const { query } = useGraphql(database);
const startWorker = useWorkerProcesses();
const minute = { timeout: 60_000, interval: 50 };

const stalled = graphql(`
  query Stalled($id: ID!) {
    batch(id: $id) { status stalledSince }
  }
`);

async function bigBatch(count: number) {
  const type = await makeType(database(), "a b<a c<a+b");
  const ids = await makeManyRecipes(database(), type, count);
  return { ids, batchId: await submit(database(), type, { all_jobs: true }) };
}

/** A database over a URL of its own. */
function open(url: string, poolSize = 2): Database {
  const own = openDatabase(url, poolSize);
  onTestFinished(() => {
    own.cut();
  });
  return own;
}

function withParameter(url: string, name: string, value: string): string {
  const changed = new URL(url);
  changed.searchParams.set(name, value);
  return changed.href;
}

describe("A worker that is stopped in the midst of a chunk", () => {
  test("is shown as stalled, and its batch is taken over; going on, it changes nothing", async () => {
    const { ids, batchId } = await bigBatch(300);
    const client = new pg.Client(database().url);
    await client.connect();
    await client.query("BEGIN");
    await client.query("SELECT FROM recipe WHERE id = $1 FOR UPDATE", [ids[20]]);
    const stopped = startWorker(database(), 1);
    const waiting = "SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";
    await expect.poll(async () => (await database().query({ text: waiting })).length, minute).toBeGreaterThan(0);
    stopped.signal("SIGSTOP");
    // Its transaction goes on to wait for its next statement, which does not come.
    await client.query("COMMIT");
    await client.end();
    const batch = async () => (await query(stalled, { id: batchId })).batch;
    expect(await batch()).toEqual({ status: "CREATING", stalledSince: null });
    await expect.poll(async () => (await batch())?.stalledSince, minute).toEqual(expect.any(String));
    startWorker(database(), 1);
    await expect.poll(async () => (await batch())?.status, minute).toBe("CREATED");
    expect(await batch()).toEqual({ status: "CREATED", stalledSince: null });
    await expectDone(database(), batchId, ids, null);
    stopped.signal("SIGCONT");
    expect(await stopped.end("SIGTERM")).toBe(0);
    await expectDone(database(), batchId, ids, null);
    await expectSound(database());
  }, 120_000);

  test.each([pauseBatch, cancelBatch])("does not hold up %o for longer than it may hold its transaction", async (change) => {
    const { batchId } = await bigBatch(1);
    await begin(database(), batchId);
    const own = open(withParameter(database().url, "options", "-c idle_in_transaction_session_timeout=1000"));
    const holding = new Promise<void>((held) => {
      const late = own.transaction(async (tx) => {
        await findBatchForUpdate(tx, batchId);
        held();
        await new Promise((resolve) => setTimeout(resolve, 3000));
        await tx.prisma.batch.update({ where: { id: batchId }, data: { createdCount: 99 } });
      });
      late.catch(() => {});
    });
    await holding;
    await change(database(), ada, batchId, null);
    expect((await batchOf(database(), batchId)).createdCount).toBe(0);
  });
});

describe("Where nothing comes any more from the database, and no error either,", () => {
  const quick = "2000";

  test.each([
    ["a statement", (db: Database) => db.query({ text: "SELECT 1" })],
    ["a transaction", (db: Database) => db.transaction((tx) => tx.query({ text: "SELECT 1" }))],
    ["the model API", (db: Database) => db.prisma.job.count()],
  ])("%s fails as the database's absence, and the pool recovers", async (_what, ask) => {
    const proxy = await startFrozenProxy(database().url);
    const own = open(withParameter(proxy.url, "query_timeout", quick), 1);
    await ask(own);
    proxy.freeze();
    const failure = await ask(own).then(
      () => null,
      (error: unknown) => error,
    );
    expect(isUnavailable(failure), String(failure)).toBe(true);
    proxy.mend();
    await ask(own);
  });

  test("a transaction that is frozen in its midst ends, and with it its locks", async () => {
    const { batchId } = await bigBatch(1);
    const proxy = await startFrozenProxy(withParameter(database().url, "options", "-c idle_in_transaction_session_timeout=1000"));
    const own = open(withParameter(proxy.url, "query_timeout", quick), 1);
    const frozen = own.transaction(async (tx) => {
      await findBatchForUpdate(tx, batchId);
      proxy.freeze();
      await tx.prisma.batch.update({ where: { id: batchId }, data: { createdCount: 99 } });
    });
    const [failed] = await Promise.allSettled([frozen]);
    expect(failed.status).toBe("rejected");
    await pauseBatch(database(), ada, batchId, null);
    expect((await batchOf(database(), batchId)).createdCount).toBe(0);
    proxy.mend();
    expect(await own.query({ text: "SELECT 1 AS one" })).toEqual([{ one: 1 }]);
  });

  test("a connection that listens is made anew", async () => {
    const proxy = await startFrozenProxy(database().url);
    let isBack = false;
    const heard: string[] = [];
    const listener = await listen(proxy.url, "news", {
      onNotice: (payload) => void heard.push(payload),
      onReconnect: () => {
        isBack = true;
      },
    });
    onTestFinished(() => listener.close());
    proxy.freeze();
    proxy.mend();
    await expect.poll(() => isBack, minute).toBe(true);
    await database().query({ text: "SELECT pg_notify('news', 'again')::text" });
    await expect.poll(() => heard, minute).toEqual(["again"]);
  });

  test("a worker ends with 0 on SIGTERM all the same, and leaves its batch to others", async () => {
    const { ids, batchId } = await bigBatch(3000);
    const proxy = await startFrozenProxy(database().url);
    const worker = startWorker({ url: proxy.url }, 2);
    await expect.poll(async () => (await batchOf(database(), batchId)).createdCount, minute).toBeGreaterThan(0);
    proxy.freeze();
    expect(await worker.end("SIGTERM")).toBe(0);
    startWorker(database());
    await expect.poll(async () => (await batchOf(database(), batchId)).status, minute).toBe("CREATED");
    await expectDone(database(), batchId, ids, null);
    await expectSound(database());
  }, 120_000);
});
