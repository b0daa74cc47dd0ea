import pino from "pino";
import { describe, expect, onTestFinished, test } from "vitest";
import { openDatabase } from "../../src/db/database.js";
import { resumeBatch } from "../../src/domain/batch/change/resumeBatch.js";
import { startWorker, type Worker } from "../../src/worker/startWorker.js";
import { ada, makeManyRecipes, makeType, runBatch, submit } from "../support/catalogue.js";
import { expectDone, expectSound } from "../support/catalogueChecks.js";
import { useDatabase } from "../support/database.js";
import { failOn, slowDown } from "../support/faults.js";
import { queueMessages } from "../support/queueMessages.js";
import { batchOf } from "../support/recipeViews.js";
import { rowCounts } from "../support/rowCounts.js";
import { submitInSlices } from "../support/worker.js";

const database = useDatabase();
const soon = { timeout: 40_000, interval: 25 };

/** Starts a worker over connections of its own; it stops when the test ends. */
async function work(concurrency = 2): Promise<Worker> {
  const own = openDatabase(database().url, 8);
  const worker = await startWorker(own, { concurrency, log: pino({ level: "silent" }) });
  let stopped: Promise<void> | undefined;
  const stop = () => (stopped ??= worker.stop().then(() => own.close()));
  onTestFinished(stop);
  return {
    get isLooking() {
      return worker.isLooking;
    },
    stop,
  };
}

async function newBatch(recipes: number, definition: unknown = { all_jobs: true }) {
  const type = await makeType(database(), "a b<a c<b");
  const ids = await makeManyRecipes(database(), type, recipes);
  return { type, ids, batchId: await submit(database(), type, definition) };
}

/** The number of the message that was queued last. */
async function lastMessage(): Promise<number> {
  const text = "SELECT pg_sequence_last_value(pg_get_serial_sequence('graphile_worker._private_jobs', 'id'))::int AS last";
  return (await database().query<{ last: number }>({ text }))[0]?.last as number;
}

const statusOf = async (id: number) => (await database().prisma.batch.findUniqueOrThrow({ where: { id } })).status;
const whenStatus = (id: number, status: string) => expect.poll(() => statusOf(id), soon).toBe(status);

/** The queue waits longer from try to try; tests don't. */
function hurry(): void {
  const text = "UPDATE graphile_worker._private_jobs SET run_at = now() WHERE locked_at IS NULL AND run_at > now()";
  const timer = setInterval(() => void database().query({ text }), 50);
  onTestFinished(() => clearInterval(timer));
}

describe("a worker", () => {
  test("expands the batches that wait, and those that come", async () => {
    const first = [await newBatch(300), await newBatch(10), await newBatch(0)];
    await work();
    for (const { batchId } of first) await whenStatus(batchId, "CREATED");
    const later = await newBatch(20);
    await whenStatus(later.batchId, "CREATED");
    for (const { batchId, ids } of [...first, later]) await expectDone(database(), batchId, ids);
    await expectSound(database());
  });

  test("shares one batch and several with other workers; each recipe is re-processed once", async () => {
    const batches = [await newBatch(2000), await newBatch(300), await newBatch(300)];
    await Promise.all([work(), work(), work()]);
    for (const { batchId } of batches) await whenStatus(batchId, "CREATED");
    for (const { batchId, ids } of batches) await expectDone(database(), batchId, ids);
    await expectSound(database());
  });

  test("takes the more urgent batch first", async () => {
    const batches = [];
    for (const priority of [300, 200, 1, 100]) batches.push((await newBatch(5, { all_jobs: true, priority })).batchId);
    await work(1);
    for (const id of batches) await whenStatus(id, "CREATED");
    const begun = await database().prisma.batchEvent.findMany({
      where: { batchId: { in: batches }, to: "CREATING" },
      orderBy: { id: "asc" },
    });
    expect(begun.map(({ batchId }) => batchId)).toEqual([batches[2], batches[3], batches[1], batches[0]]);
  });

  test("lets another batch have its turn before a long one is done", async () => {
    const type = await makeType(database(), "a");
    await makeManyRecipes(database(), type, 40);
    const long = await submitInSlices(database(), type, { all_jobs: true });
    const mend = await slowDown(database(), "batch_recipe", 0.1);
    const short = await newBatch(0);
    await work(1);
    await whenStatus(short.batchId, "CREATED");
    expect(await statusOf(long)).toBe("CREATING");
    await mend();
    await whenStatus(long, "CREATED");
  });

  test("keeps its turn while no other batch waits", async () => {
    const type = await makeType(database(), "a");
    await makeManyRecipes(database(), type, 30);
    const batchId = await submitInSlices(database(), type, { all_jobs: true });
    const before = await lastMessage();
    const mend = await slowDown(database(), "batch_recipe", 0.1);
    await work(1);
    await whenStatus(batchId, "CREATED");
    await mend();
    // The other three lanes' first, and perhaps one of the clock's.
    expect((await lastMessage()) - before).toBeLessThanOrEqual(4);
  });

  test("drops messages about batches that have ended, or that there never were", async () => {
    const { type } = await newBatch(0);
    const ended = await runBatch(database(), type);
    const text = "SELECT graphile_worker.add_job('expand_batch', json_build_object('batchId', $1::int, 'lane', 1))";
    for (const id of [ended, 999_999]) await database().query({ text }, [id]);
    await work();
    for (const id of [ended, 999_999]) await expect.poll(() => queueMessages(database(), id), soon).toEqual([]);
    expect((await batchOf(database(), ended)).events).toHaveLength(3);
  });

  test("gives its work back when it stops: at once, and as if it had never failed", async () => {
    const { ids, batchId } = await newBatch(3000);
    const worker = await work(1);
    await expect.poll(async () => (await batchOf(database(), batchId)).createdCount, soon).toBeGreaterThan(0);
    await worker.stop();
    expect(await batchOf(database(), batchId)).toMatchObject({ status: "CREATING", creatorJob: { status: "QUEUED", numExes: 1 } });
    const left = await queueMessages(database(), batchId);
    expect(left.map(({ lane }) => lane)).toEqual([1, 2, 3, 4]);
    for (const message of left) expect(message).toMatchObject({ attempts: 0, lockedBy: null, isLater: false });
    await work();
    await whenStatus(batchId, "CREATED");
    await expectDone(database(), batchId, ids, 2);
  });
});

describe("a worker's clock", () => {
  test("forgets old idempotency keys, old claims, and workers that were not seen for a week", async () => {
    const { batchId } = await newBatch(1);
    await database().prisma.idempotencyKey.create({
      data: { actor: "analyst", key: "old", batchId, inputHash: "", created: new Date("2016-01-01T00:00:00Z") },
    });
    const old = new Date("2016-01-01T00:00:00Z");
    await database().prisma.worker.create({ data: { name: "old", lastSeen: old } });
    const bytes = new Uint8Array(16);
    await database().prisma.jobClaim.create({ data: { worker: "old", requestHash: bytes, nonce: bytes, exeIds: [], created: old } });
    await work();
    const clock = "SELECT identifier FROM graphile_worker._private_known_crontabs ORDER BY 1";
    const tasks = (await database().query<{ identifier: string }>({ text: clock })).map(({ identifier }) => identifier);
    expect(tasks).toEqual(["prune_claims", "prune_deliveries", "prune_idempotency_keys"]);
    for (const task of tasks) await database().query({ text: "SELECT graphile_worker.add_job($1::text)::text" }, [task]);
    await expect.poll(() => database().prisma.idempotencyKey.count({ where: { key: "old" } }), soon).toBe(0);
    await expect.poll(() => database().prisma.worker.count({ where: { name: "old" } }), soon).toBe(0);
    expect(await database().prisma.jobClaim.count({ where: { worker: "old" } })).toBe(0);
  });
});

describe("where the creator fails", () => {
  test("at every try, the batch is FAILED after the third, with its history, and nothing is half made", async () => {
    const { type, batchId } = await newBatch(50);
    onTestFinished(await failOn(database(), "recipe_job"));
    const { batch_event, batch_slice, error, "graphile_worker._private_jobs": messages, ...rows } = await rowCounts(database());
    await work();
    hurry();
    await whenStatus(batchId, "FAILED");
    const batch = await batchOf(database(), batchId);
    expect(batch).toMatchObject({ createdCount: 0, failedCount: 0, totalCount: 50, recipes: [], jobs: [] });
    expect(batch.events.map(({ to, actor, reason }) => [to, actor, reason])).toEqual([
      ["SUBMITTED", "ada", null],
      ["CREATING", "scale-batch-creator", null],
      ["FAILED", "scale-batch-creator", expect.stringMatching(/^The creator failed 3 times, at last at recipe \d+: injected failure$/)],
    ]);
    expect(batch.creatorJob).toMatchObject({ status: "FAILED", numExes: 1, error: { name: "batch-creator-failed", category: "SYSTEM" } });
    expect(batch.creatorJob?.ended).not.toBeNull();
    await expect.poll(() => queueMessages(database(), batchId), soon).toEqual([]);
    expect(await rowCounts(database())).toMatchObject(rows);
    expect(await database().prisma.recipe.count({ where: { recipeTypeId: type.id, isSuperseded: true } })).toBe(0);
    await expectSound(database());
  });

  test("before it has begun the batch, that is FAILED too", async () => {
    const { batchId } = await newBatch(5);
    onTestFinished(await failOn(database(), "batch_slice"));
    await work();
    hurry();
    await whenStatus(batchId, "FAILED");
    const batch = await batchOf(database(), batchId);
    expect(batch.events.map(({ from, to }) => [from, to])).toEqual([
      [null, "SUBMITTED"],
      ["SUBMITTED", "FAILED"],
    ]);
    expect(batch.creatorJob).toMatchObject({ status: "FAILED", numExes: 1, started: expect.any(Date) });
  });

  test("at one recipe, all others are made, and the batch is FAILED over that one; resumed, it goes on with it", async () => {
    const { ids, batchId } = await newBatch(300);
    const mend = await failOn(database(), "batch_recipe", `NEW.superseded_recipe_id = ${ids[70]}`);
    // One turn at a time: hurried tries would be over before another lane's chunk, and give up while that one has recipes in hand.
    await work(1);
    hurry();
    await whenStatus(batchId, "FAILED");
    await expect.poll(() => queueMessages(database(), batchId), soon).toEqual([]);
    const failed = await batchOf(database(), batchId);
    expect(failed).toMatchObject({ createdCount: 299, totalCount: 300 });
    expect(failed.recipes).toHaveLength(299);
    expect(failed.slices.map(({ recipeIds }) => recipeIds)).toEqual([[ids[70]]]);
    expect(failed.events.at(-1)?.reason).toBe(`The creator failed 3 times, at last at recipe ${ids[70]}: injected failure`);
    await expectSound(database());

    await mend();
    await resumeBatch(database(), ada, batchId);
    await whenStatus(batchId, "CREATED");
    const batch = await batchOf(database(), batchId);
    expect(batch).toMatchObject({ createdCount: 300, failedCount: 0, totalCount: 300, slices: [] });
    expect(batch.creatorJob).toMatchObject({ status: "COMPLETED", numExes: 2, error: null });
    expect(batch.events.slice(2).map(({ from, to, actor }) => [from, to, actor])).toEqual([
      ["CREATING", "FAILED", "scale-batch-creator"],
      ["FAILED", "CREATING", "ada"],
      ["CREATING", "CREATED", "scale-batch-creator"],
    ]);
    await expectSound(database());
  });

  test("but not at every try, the batch goes on as if nothing had been", async () => {
    const { ids, batchId } = await newBatch(50);
    const mend = await failOn(database(), "recipe_job");
    await work();
    await expect.poll(async () => (await batchOf(database(), batchId)).failedTurns, soon).toBe(1);
    await mend();
    hurry();
    await whenStatus(batchId, "CREATED");
    await expectDone(database(), batchId, ids);
    await expectSound(database());
  });
});
