import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Database, openDatabase } from "../../src/db/database.js";
import { BatchProgressFeed } from "../../src/domain/batch/read/batchProgressFeed.js";
import { makeRecipe, makeType, runBatch, submit, type TestType } from "../support/catalogue.js";
import { useDatabase } from "../support/database.js";
import { graphql } from "../support/generated/index.js";
import { listen, useGraphql } from "../support/graphql.js";
import { statementsOf } from "../support/statements.js";
import { byGet, byPost, byWebSocket, next, type Results, type Subscribe } from "../support/subscriptions.js";

const database = useDatabase();
const { app } = useGraphql(database);

const countsOf = graphql(`subscription CountsOf($id: ID!) { batchProgress(id: $id) { created jobs { total } } }`);

const jobsOf = graphql(`subscription JobsOf($id: ID!) { batchProgress(id: $id) { jobs { queued running } } }`);

let address: string;
let type: TestType;
/** As another process has it. */
let elsewhere: Database;
let id: number;
beforeAll(async () => {
  address = await listen(app());
  elsewhere = openDatabase(database().url, 2);
  type = await makeType(database(), "parse");
  await makeRecipe(database(), type);
});
afterAll(() => elsewhere.close());
beforeEach(async () => {
  id = await submit(database(), type);
});

const subscribe = (how: Subscribe = byWebSocket, batch = id) => how(address, countsOf, { id: batch });
const created = async (results: ReturnType<typeof subscribe>) => (await next(results)).batchProgress.created;
const set = (createdCount: number, batch = id) => elsewhere.prisma.batch.update({ where: { id: batch }, data: { createdCount } });

/** The process's connections that listen. */
async function listeners(): Promise<number[]> {
  const text = "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'batch-gateway listener'";
  return (await database().query<{ pid: number }>({ text })).map(({ pid }) => pid);
}

/** The statements that read a batch or count its jobs. */
const reads = (statements: readonly string[]) => statements.filter((text) => /FROM batch b\b|FROM work_tally\b/.test(text));

const leave = (results: Results<unknown>) => results.return();

describe("However many watch a batch", () => {
  it("one connection listens, and a change is read once", async () => {
    const many = Array.from({ length: 100 }, (_, i) => subscribe([byWebSocket, byPost, byGet][i % 3]));
    expect(await Promise.all(many.map(created))).toEqual(many.map(() => 0));
    expect(await listeners()).toHaveLength(1);
    for (const change of [1, 2, 3]) {
      const { result, statements } = await statementsOf(async () => {
        await set(change);
        return Promise.all(many.map(created));
      });
      expect(result).toEqual(many.map(() => change));
      // The batch once, and its jobs once; or twice, where the feed makes sure just then that it has missed nothing.
      expect(reads(statements).length).toBeLessThanOrEqual(4);
    }
    await Promise.all(many.map(leave));
  });

  it("each hears of its own batch only", async () => {
    const other = await submit(database(), type);
    const [mine, theirs] = [subscribe(), subscribe(byWebSocket, other)];
    expect(await Promise.all([mine, theirs].map(created))).toEqual([0, 0]);
    await set(5, other);
    await set(7);
    expect(await Promise.all([mine, theirs].map(created))).toEqual([7, 5]);
    expect(await listeners()).toHaveLength(1);
    await Promise.all([mine, theirs].map(leave));
  });

  it("whoever comes later is told how its jobs are then, though the batch itself has not changed", async () => {
    const made = await runBatch(database(), type, { all_jobs: true });
    await database().prisma.batch.update({ where: { id: made }, data: { status: "PAUSED" } });
    const first = byWebSocket(address, jobsOf, { id: made });
    expect((await next(first)).batchProgress.jobs).toEqual({ queued: 1, running: 0 });
    await elsewhere.query({ text: "UPDATE job SET status = 'RUNNING' WHERE status = 'QUEUED'" });
    const second = byWebSocket(address, jobsOf, { id: made });
    expect((await next(second)).batchProgress.jobs).toEqual({ queued: 0, running: 1 });
    await Promise.all([first, second].map(leave));
  });

  it("whoever comes later gets the state of then", async () => {
    const first = subscribe();
    expect(await created(first)).toBe(0);
    await set(3);
    expect(await created(first)).toBe(3);
    const second = subscribe(byPost);
    expect(await created(second)).toBe(3);
    await set(4);
    expect([await created(first), await created(second)]).toEqual([4, 4]);
    await Promise.all([first, second].map(leave));
  });
});

it("Whoever comes when a batch goes on hears of it, though somebody slow has not yet heard that it was over", async () => {
  const feed = new BatchProgressFeed(database());
  const setStatus = (status: string) => database().prisma.batch.update({ where: { id }, data: { status } });
  try {
    const [slow, quick] = [feed.watch(id), feed.watch(id)];
    await Promise.all([slow.next(), quick.next()]);
    await setStatus("FAILED");
    for await (const { status } of quick) expect(status).toBe("FAILED");
    await setStatus("CREATING");
    expect((await feed.watch(id).next()).value).toMatchObject({ status: "CREATING" });
    expect((await slow.next()).value).toMatchObject({ status: "FAILED" });
  } finally {
    await feed.close();
  }
});

describe("Whoever leaves a batch", () => {
  it.each([
    ["WebSocket", byWebSocket],
    ["SSE by POST", byPost],
    ["SSE by GET", byGet],
  ] as const)("over %s lets go of it: nothing is read any more when it changes", async (_name, how) => {
    const [gone, alsoGone] = [subscribe(how), subscribe(how)];
    await Promise.all([gone, alsoGone].map(created));
    await Promise.all([gone, alsoGone].map(leave));
    const other = await submit(database(), type);
    const there = subscribe(byWebSocket, other);
    expect(await created(there)).toBe(0);
    // Notifications come in the order of the commits: when the second is heard, the first has been.
    const heardOf = async (change: number) => {
      const { statements } = await statementsOf(async () => {
        await set(change);
        await set(change, other);
        expect(await created(there)).toBe(change);
      });
      return reads(statements).length;
    };
    const counts: number[] = [];
    await expect.poll(async () => counts.push(await heardOf(counts.length + 1)) && counts.at(-1)).toBe(2);
    expect(counts.length).toBeLessThanOrEqual(3);
    await leave(there);
  });

  it("lets go of it at once, though it does not change", async () => {
    const feed = new BatchProgressFeed(database());
    try {
      const progress = feed.watch(id);
      await progress.next();
      void progress.next();
      const given = await Promise.race([progress.return(undefined).then(() => "let go"), wait(20_000, "still watched")]);
      expect(given).toBe("let go");
    } finally {
      await feed.close();
    }
  });

  it("ends with the feed, though it begins just then, or later", async () => {
    const before = await listeners();
    const feed = new BatchProgressFeed(database());
    const begin = () => [feed.watch(id).next(), feed.watchLists().next()];
    const early = begin();
    await feed.close();
    expect((await Promise.all([...early, ...begin()])).map(({ done }) => done)).toEqual([true, true, true, true]);
    await expect.poll(listeners).toEqual(before);
  });

  it("leaves the others theirs", async () => {
    const [goes, stays] = [subscribe(), subscribe(byPost)];
    await Promise.all([goes, stays].map(created));
    await leave(goes);
    await set(1);
    expect(await created(stays)).toBe(1);
    await leave(stays);
  });
});

describe("When the connection that listens breaks", () => {
  it("watchers hear of what changed meanwhile, and of what changes later", async () => {
    const results = [subscribe(byWebSocket), subscribe(byPost), subscribe(byGet)];
    await Promise.all(results.map(created));
    for (const change of [1, 2]) {
      const [pid] = await listeners();
      await database().query({ text: "SELECT pg_terminate_backend($1)" }, [pid]);
      await set(change);
      expect(await Promise.all(results.map(created))).toEqual([change, change, change]);
      await expect.poll(listeners).toHaveLength(1);
      expect((await listeners())[0]).not.toBe(pid);
    }
    await set(3);
    expect(await Promise.all(results.map(created))).toEqual([3, 3, 3]);
    await Promise.all(results.map(leave));
  });
});

it("Changes come at most four a second, however fast they are, and the last always comes", async () => {
  const results = subscribe();
  expect(await created(results)).toBe(0);
  const start = performance.now();
  const changes = (async () => {
    for (let change = 1; change <= 300; change++) await set(change);
  })();
  const heard: number[] = [];
  while (heard.at(-1) !== 300) heard.push(await created(results));
  const seconds = (performance.now() - start) / 1000;
  await changes;
  // One may come at once, one has been waiting.
  expect(heard.length).toBeLessThanOrEqual(Math.ceil(seconds * 4) + 1);
  expect(heard).toEqual([...heard].sort((one, other) => one - other));
  await leave(results);
});
