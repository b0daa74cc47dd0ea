import pg from "pg";
import { describe, expect, onTestFinished, test } from "vitest";
import { makeManyRecipes, makeType, submit } from "../support/catalogue.js";
import { expectDone, expectSound } from "../support/catalogueChecks.js";
import { useDatabase } from "../support/database.js";
import { startGatewayOn } from "../support/gatewayProcess.js";
import { queueMessages } from "../support/queueMessages.js";
import { useWorkerProcesses } from "../support/workerProcess.js";

const database = useDatabase();
const startWorker = useWorkerProcesses();
/** A worker needs a second to start; a dead one is found out within four. */
const soon = { timeout: 40_000, interval: 25 };

/** A batch for all jobs over recipes of three jobs each. */
async function bigBatch(count: number) {
  const type = await makeType(database(), "a b<a c<a+b");
  const ids = await makeManyRecipes(database(), type, count);
  return { ids, batchId: await submit(database(), type, { all_jobs: true }) };
}

const statusOf = async (id: number) => (await database().prisma.batch.findUniqueOrThrow({ where: { id } })).status;
const createdCount = async (id: number) => (await database().prisma.batch.findUniqueOrThrow({ where: { id } })).createdCount;
const whenEnded = (id: number) => expect.poll(() => statusOf(id), { ...soon, timeout: 60_000 }).toBe("CREATED");
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Locks a recipe, so that whoever re-processes it waits in the middle of a chunk. @returns what lets go of it */
async function holdRecipe(id: number): Promise<() => Promise<void>> {
  const client = new pg.Client(database().url);
  onTestFinished(() => client.end());
  await client.connect();
  await client.query("BEGIN");
  await client.query("SELECT FROM recipe WHERE id = $1 FOR UPDATE", [id]);
  return async () => void (await client.query("COMMIT"));
}

const waiting =
  "SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%UPDATE recipe r%'";
const whenChunkWaits = () => expect.poll(async () => (await database().query({ text: waiting })).length, soon).toBeGreaterThan(0);

/** A chunk is one transaction. */
const chunk = "SELECT DISTINCT new.xmin::text FROM recipe old JOIN recipe new ON new.superseded_recipe_id = old.id WHERE old.id = ANY($1)";
const chunksOver = async (ids: readonly number[]) => (await database().query({ text: chunk }, [ids])).length;

const presence = "SELECT FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'batch-gateway worker'";
const presences = async () => (await database().query({ text: presence })).length;

describe("killed with kill -9", () => {
  test("at any moments, workers leave a batch that the next one brings to its end, each recipe once", async () => {
    const { ids, batchId } = await bigBatch(8000);
    let interrupted = 0;
    for (let kills = 0; kills < 4; kills++) {
      const before = await createdCount(batchId);
      const worker = startWorker(database());
      await expect.poll(async () => (await createdCount(batchId)) > before || (await statusOf(batchId)) === "CREATED", soon).toBe(true);
      await pause(Math.random() * 200);
      await worker.end("SIGKILL");
      if ((await statusOf(batchId)) !== "CREATED") interrupted++;
    }
    expect(interrupted).toBeGreaterThan(1);
    startWorker(database());
    await whenEnded(batchId);
    await expectDone(database(), batchId, ids, null);
    // Begun once, and taken up again after every worker that was killed with a turn in hand.
    const { creatorJob } = await database().prisma.batch.findUniqueOrThrow({ where: { id: batchId }, include: { creatorJob: true } });
    expect(creatorJob?.numExes).toBeGreaterThan(1);
    expect(creatorJob?.numExes).toBeLessThanOrEqual(interrupted + 1);
    await expectSound(database());
  }, 120_000);

  test("inside a chunk, a worker leaves nothing of it, and another takes it over", async () => {
    const { ids, batchId } = await bigBatch(500);
    const letGo = await holdRecipe(ids[100] as number);
    const victim = startWorker(database(), 1);
    await whenChunkWaits();
    await victim.end("SIGKILL");
    await letGo();
    startWorker(database());
    await whenEnded(batchId);
    // The other lanes may end the batch before the dead worker's one is taken over: the creator is taken up once or twice.
    await expectDone(database(), batchId, ids, null);
    await expectSound(database());
  }, 120_000);

  test("inside a chunk that the database still waits over, a worker does not hold up its successor for good", async () => {
    const { ids, batchId } = await bigBatch(500);
    const letGo = await holdRecipe(ids[100] as number);
    const victim = startWorker(database(), 1);
    await whenChunkWaits();
    await victim.end("SIGKILL");
    startWorker(database());
    await expect.poll(() => createdCount(batchId), soon).toBeGreaterThan(0);
    const lanesAtRest = async () => (await queueMessages(database(), batchId)).filter(({ isLater }) => isLater).length;
    await expect.poll(lanesAtRest, soon).toBe(4);
    expect(await statusOf(batchId)).toBe("CREATING");
    await letGo();
    await whenEnded(batchId);
    await expectDone(database(), batchId, ids, 2);
    await expectSound(database());
  }, 120_000);
});

test("The creator counts each worker that takes it up, also those that are killed before they have done anything", async () => {
  const { ids, batchId } = await bigBatch(20);
  const holder = new pg.Client(database().url);
  onTestFinished(() => holder.end());
  await holder.connect();
  await holder.query("BEGIN; LOCK batch_slice");
  const creator = async () => await database().prisma.job.findFirstOrThrow({ where: { createdBatches: { some: { id: batchId } } } });
  for (let kills = 1; kills <= 3; kills++) {
    const worker = startWorker(database(), 1);
    await expect.poll(creator, soon).toMatchObject({ status: "RUNNING", numExes: kills });
    await worker.end("SIGKILL");
  }
  await holder.query("COMMIT");
  startWorker(database(), 1);
  await whenEnded(batchId);
  await expectDone(database(), batchId, ids, 4);
}, 120_000);

describe("ended with SIGTERM", () => {
  test("a worker finishes the chunk in hand, exits with 0, and leaves the rest to be taken up at once", async () => {
    const { ids, batchId } = await bigBatch(4000);
    const worker = startWorker(database());
    await expect.poll(() => createdCount(batchId), soon).toBeGreaterThan(0);
    expect(await worker.end("SIGTERM")).toBe(0);
    expect(await statusOf(batchId)).toBe("CREATING");
    const left = await queueMessages(database(), batchId);
    expect(left.map(({ lane }) => lane)).toEqual([1, 2, 3, 4]);
    for (const message of left) expect(message).toMatchObject({ attempts: 0, lockedBy: null, isLater: false });
    startWorker(database());
    await whenEnded(batchId);
    await expectDone(database(), batchId, ids, 2);
    await expectSound(database());
  }, 120_000);

  test("a gateway hands its batch over once the chunk in hand is done, long before its time to drain is over", async () => {
    const { ids, batchId } = await bigBatch(1000);
    const letGo = await holdRecipe(ids[10] as number);
    const gateway = startGatewayOn(database().url, { DRAIN_SECONDS: "600", WORKER_CONCURRENCY: "1" });
    const address = await gateway.address();
    const isThere = async () => [(await fetch(`${address}/healthz`)).status, (await fetch(`${address}/readyz`)).status];
    await whenChunkWaits();
    const chunks = await chunksOver(ids);
    gateway.kill("SIGTERM");
    await expect.poll(isThere, soon).toEqual([200, 503]);
    await letGo();
    await expect.poll(presences, soon).toBe(0);
    // The chunk in hand was made, and no other.
    expect(await chunksOver(ids)).toBe(chunks + 1);
    const made = await createdCount(batchId);
    expect([made > 0, made < ids.length, await statusOf(batchId)]).toEqual([true, true, "CREATING"]);
    for (const message of await queueMessages(database(), batchId))
      expect(message).toMatchObject({ attempts: 0, lockedBy: null, isLater: false });
    startWorker(database());
    await whenEnded(batchId);
    await expectDone(database(), batchId, ids, 2);
    expect(await isThere()).toEqual([200, 503]);
    gateway.kill("SIGKILL");
  }, 120_000);

  test("a worker that has nothing to do exits with 0", async () => {
    const worker = startWorker(database());
    await expect.poll(presences, soon).toBe(1);
    expect(await worker.end("SIGTERM")).toBe(0);
  });
});

describe("side by side", () => {
  test("processes share one batch and several; each recipe is re-processed once", async () => {
    const batches = [await bigBatch(3000), await bigBatch(300), await bigBatch(300)];
    for (let processes = 0; processes < 3; processes++) startWorker(database());
    for (const { batchId } of batches) await whenEnded(batchId);
    for (const { batchId, ids } of batches) await expectDone(database(), batchId, ids);
    await expectSound(database());
  }, 120_000);

  test("nobody takes over from a worker that lives, however long its chunk takes", async () => {
    const { ids, batchId } = await bigBatch(100);
    const letGo = await holdRecipe(ids[50] as number);
    startWorker(database(), 1);
    await whenChunkWaits();
    const holder = async () => (await queueMessages(database(), batchId)).find(({ lane }) => lane === 1)?.lockedBy;
    const before = await holder();
    expect(before).toMatch(/^pool-/);
    startWorker(database(), 1);
    await pause(6000);
    expect(await holder()).toBe(before);
    await letGo();
    await whenEnded(batchId);
    await expectDone(database(), batchId, ids);
  }, 120_000);
});

test("A worker that loses all its connections, again and again, brings its batch to its end", async () => {
  const { ids, batchId } = await bigBatch(3000);
  const connections = "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND backend_type = 'client backend'";
  const own = (await database().query<{ pid: number }>({ text: connections })).map(({ pid }) => pid);
  startWorker(database());
  for (let cuts = 0; cuts < 2; cuts++) {
    const before = await createdCount(batchId);
    await expect.poll(async () => (await createdCount(batchId)) > before || (await statusOf(batchId)) === "CREATED", soon).toBe(true);
    await database().query({ text: `SELECT pg_terminate_backend(pid) FROM (${connections}) c WHERE pid <> ALL($1::int[])` }, [own]);
  }
  await whenEnded(batchId);
  await expectDone(database(), batchId, ids, null);
  await expectSound(database());
}, 120_000);
