import pino from "pino";
import { describe, expect, onTestFinished, test } from "vitest";
import { openDatabase } from "../../src/db/database.js";
import { resumeBatch } from "../../src/domain/batch/change/resumeBatch.js";
import { queueStranded } from "../../src/domain/batch/expand/queueExpansion.js";
import { startWorker, type Worker } from "../../src/worker/startWorker.js";
import { ada, makeManyRecipes, makeType, submit } from "../support/catalogue.js";
import { expectDone, expectSound } from "../support/catalogueChecks.js";
import { useDatabase } from "../support/database.js";
import { failOn, slowDown } from "../support/faults.js";
import { queueMessages } from "../support/queueMessages.js";
import { batchOf } from "../support/recipeViews.js";

const database = useDatabase();
const soon = { timeout: 45_000, interval: 10 };

/** A worker over connections of its own; it stops when the test ends. */
async function work(): Promise<Worker> {
  const own = openDatabase(database().url, 8);
  const worker = await startWorker(own, { concurrency: 2, log: pino({ level: "silent" }) });
  onTestFinished(() => worker.stop().then(() => own.close()));
  return worker;
}

async function newBatch(recipes: number) {
  const type = await makeType(database(), "a b<a c<b");
  const ids = await makeManyRecipes(database(), type, recipes);
  return { ids, batchId: await submit(database(), type, { all_jobs: true }) };
}

const run = (text: string, values: unknown[] = []) => database().query<Record<string, unknown>>({ text }, values);
const whenStatus = (id: number, status: string) => expect.poll(async () => (await batchOf(database(), id)).status, soon).toBe(status);
const whenMade = (id: number, count: number) =>
  expect.poll(async () => (await batchOf(database(), id)).createdCount, soon).toBeGreaterThanOrEqual(count);
const databaseName = () => new URL(database().url).pathname.slice(1);

/** Sets something for all sessions of the database but this file's own, which are ended so that new ones have it. */
async function setForAll(setting: string): Promise<void> {
  const connections = "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND backend_type = 'client backend'";
  const client = await database().pool.connect();
  try {
    // By itself: both in one message would be one transaction, which may have begun as one that takes no changes.
    await client.query("SET default_transaction_read_only = off");
    await client.query(`ALTER DATABASE ${databaseName()} ${setting}`);
    await client.query(`SELECT pg_terminate_backend(pid) FROM (${connections}) c WHERE pid <> pg_backend_pid()`);
  } finally {
    client.release();
  }
  // The pool of the tests hears of the end of its own connections a moment later.
  const askAll = () => Promise.all(Array.from({ length: database().pool.options.max }, () => run("SELECT")));
  await expect.poll(() => askAll().then(Boolean, () => false)).toBe(true);
}

/** Ends statements by which workers re-process recipes, or their sessions, at least so many times. */
async function strike(how: "pg_cancel_backend" | "pg_terminate_backend", times: number): Promise<number> {
  const text = `SELECT ${how}(pid) AS struck FROM pg_stat_activity
    WHERE datname = current_database() AND state = 'active' AND query LIKE '%UPDATE recipe r%' AND pid <> pg_backend_pid()`;
  let struck = 0;
  await expect.poll(async () => (struck += (await run(text)).length), { timeout: 45_000, interval: 5 }).toBeGreaterThanOrEqual(times);
  return struck;
}

describe("What is no fault of a batch's own uses up no try:", () => {
  test.each(["pg_cancel_backend", "pg_terminate_backend"] as const)("statements that are ended by %s, time and again", async (how) => {
    const { ids, batchId } = await newBatch(60);
    const mend = await slowDown(database(), "batch_recipe", 0.01);
    await work();
    await strike(how, 8);
    await mend();
    await whenStatus(batchId, "CREATED");
    await expectDone(database(), batchId, ids, null);
    expect((await batchOf(database(), batchId)).failedTurns).toBe(0);
    await expectSound(database());
  });

  test.each(["53100", "53200", "40P01", "57014", "25006"])("SQLSTATE %s, at every statement for a while", async (sqlState) => {
    const { ids, batchId } = await newBatch(20);
    await run("CREATE SEQUENCE IF NOT EXISTS failures");
    await run("ALTER SEQUENCE failures RESTART");
    const mend = await failOn(database(), "recipe_job", "nextval('failures') > 0", sqlState);
    await work();
    const failures = async () => (await run("SELECT last_value::int AS n FROM failures"))[0]?.n;
    await expect.poll(failures, soon).toBeGreaterThan(5);
    expect(await batchOf(database(), batchId)).toMatchObject({ status: "CREATING", failedTurns: 0 });
    await mend();
    await whenStatus(batchId, "CREATED");
    await expectDone(database(), batchId, ids);
  });

  test("a statement_timeout in which a slice does not fit: it is halved until it does", async () => {
    const { ids, batchId } = await newBatch(60);
    // The sixtieth of a slice takes 0.02 s.
    onTestFinished(await slowDown(database(), "batch_recipe", 0.02));
    await setForAll("SET statement_timeout = '400ms'");
    onTestFinished(() => setForAll("RESET statement_timeout"));
    await work();
    await whenStatus(batchId, "CREATED");
    await expectDone(database(), batchId, ids, null);
  });

  test("a window in which the database takes no changes: workers notice, say so, and go on", async () => {
    const { ids, batchId } = await newBatch(400);
    const mend = await slowDown(database(), "batch_recipe", 0.01);
    const worker = await work();
    await whenMade(batchId, 1);
    expect(worker.isLooking).toBe(true);
    await setForAll("SET default_transaction_read_only = on");
    await expect.poll(() => worker.isLooking, soon).toBe(false);
    const later = await newBatchMeanwhile();
    await setForAll("RESET default_transaction_read_only");
    await mend();
    await expect.poll(() => worker.isLooking, soon).toBe(true);
    await whenStatus(batchId, "CREATED");
    await whenStatus(later.batchId, "CREATED");
    await expectDone(database(), batchId, ids, null);
    await expectDone(database(), later.batchId, later.ids, null);
  });
});

/** Makes a batch while new sessions take no changes, by sessions that do. */
async function newBatchMeanwhile() {
  const url = new URL(database().url);
  url.searchParams.set("options", "-c default_transaction_read_only=off");
  const own = openDatabase(url.href, 2);
  try {
    const type = await makeType(own, "a");
    const ids = await makeManyRecipes(own, type, 5);
    return { ids, batchId: await submit(own, type, { all_jobs: true }) };
  } finally {
    await own.close();
  }
}

describe("A batch that nothing in the queue makes a worker expand", () => {
  const losses = {
    "messages are used up": "UPDATE graphile_worker._private_jobs SET attempts = max_attempts WHERE key LIKE $1",
    "messages are gone": "DELETE FROM graphile_worker._private_jobs WHERE key LIKE $1",
    "messages are put off for hours": "UPDATE graphile_worker._private_jobs SET run_at = now() + interval '6 hours' WHERE key LIKE $1",
  };

  test.each(Object.entries(losses))("as its %s, is queued again by any worker", async (_how, text) => {
    const { ids, batchId } = await newBatch(10);
    await run(text, [`batch:${batchId}:%`]);
    await work();
    await whenStatus(batchId, "CREATED");
    await expectDone(database(), batchId, ids);
    await expect.poll(() => queueMessages(database(), batchId), soon).toEqual([]);
  });

  test.each(Object.entries(losses))("as its %s, is queued again by resumeBatch", async (_how, text) => {
    const { batchId } = await newBatch(1);
    await run(text, [`batch:${batchId}:%`]);
    await resumeBatch(database(), ada, batchId);
    expect(await queueMessages(database(), batchId)).toMatchObject([{ lane: 1, attempts: 0, lockedBy: null, isLater: false }]);
  });

  test("is found among very many, whose definitions together are larger than any answer may be", async () => {
    const { batchId } = await newBatch(1);
    const names = Array.from({ length: 100 }, (_name, i) => String(i).padEnd(100, "x"));
    const copies = "INSERT INTO batch (recipe_type_id, event_id, definition, status, created, last_modified)";
    await run(
      `${copies} SELECT recipe_type_id, event_id, $2, 'SUBMITTED', now(), now() FROM batch, generate_series(1, 1100) WHERE id = $1`,
      [batchId, JSON.stringify({ version: "1.0", job_names: names, priority: 7 })],
    );
    const others = (await run("SELECT id FROM batch WHERE creator_job_id IS NULL AND status = 'SUBMITTED' ORDER BY id")).map(
      ({ id }) => id,
    );
    onTestFinished(() => run("UPDATE batch SET status = 'CANCELED' WHERE id = ANY($1)", [others]).then(() => {}));
    expect([...(await queueStranded(database())), ...(await queueStranded(database()))]).toEqual(others);
    expect(await queueMessages(database(), others.at(-1) as number)).toMatchObject([{ lane: 1, priority: 7 }]);
    expect(await queueStranded(database())).toEqual([]);
  });

  test("is no batch whose message a worker has in hand, or can take up: that is left alone", async () => {
    const { batchId } = await newBatch(1);
    const before = await queueMessages(database(), batchId);
    await resumeBatch(database(), ada, batchId);
    expect(await queueMessages(database(), batchId)).toEqual(before);
    await run("UPDATE graphile_worker._private_jobs SET locked_at = now(), locked_by = 'x', attempts = max_attempts WHERE key LIKE $1", [
      `batch:${batchId}:%`,
    ]);
    await resumeBatch(database(), ada, batchId);
    expect(await queueMessages(database(), batchId)).toHaveLength(1);
  });
});
