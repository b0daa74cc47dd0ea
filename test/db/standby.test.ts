import { readFileSync } from "node:fs";
import path from "node:path";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { openDatabase } from "../../src/db/database.js";
import { migrate } from "../../src/db/migrate.js";
import { Standby, type StandbyState } from "../../src/db/Standby.js";
import { ensureSystemJobType } from "../../src/domain/job/ensureSystemJobType.js";
import { buildApp } from "../../src/http/buildApp.js";
import { buildMetricsApp } from "../../src/http/buildMetricsApp.js";
import { openRegistry } from "../../src/monitoring/openRegistry.js";
import { get, post } from "../support/app.js";
import { insertBatches } from "../support/batchRows.js";
import { makeType, type TestType } from "../support/catalogue.js";
import { startFrozenProxy } from "../support/frozenProxy.js";
import { startGatewayOn } from "../support/gatewayProcess.js";
import { scrape } from "../support/metrics.js";
import { hasDebianPostgres, type Server, useStandbys } from "../support/standbyPostgres.js";

/** A gateway, as one of several on one database and its standby. */
interface Gateway {
  readonly app: FastifyInstance;
  readonly standby: Standby;
  close(): Promise<void>;
}

async function openGateway(primaryUrl: string, standbyUrl: string): Promise<Gateway> {
  const database = openDatabase(primaryUrl, 6);
  const standby = await Standby.open(database, standbyUrl, 6, () => {});
  const app = await buildApp({ database, standby, registry: openRegistry(database, standby), config: { trustedProxies: [] } });
  return {
    app,
    standby,
    close: async () => {
      await app.close();
      await standby.close();
      await database.close();
    },
  };
}

const lists = [
  (app: FastifyInstance) => get(app, "/batches/?page_size=5"),
  (app: FastifyInstance) => post(app, "/graphql", { query: "{ batches(first: 5) { totalCount nodes { id title } } }" }),
];

describe.skipIf(!hasDebianPostgres)("Where DATABASE_REPLICA_URL names a standby (skipped without Debian's PostgreSQL 15)", () => {
  const servers = useStandbys();
  let primary: Server;
  let standby: Server;
  let type: TestType;
  /** A caller's requests go now to this gateway, now to that one. */
  let one: Gateway;
  let other: Gateway;

  beforeAll(async () => {
    primary = await servers.primary();
    const database = openDatabase(primary.url, 4);
    await migrate(database);
    await ensureSystemJobType(database);
    type = await makeType(database, "a b<a");
    await insertBatches(
      database,
      type.id,
      Array.from({ length: 1000 }, (_, i) => ({ title: `batch ${i}` })),
    );
    await database.pool.query("ANALYZE");
    await database.close();
    standby = await servers.standbyOf(primary);
    [one, other] = await Promise.all([openGateway(primary.url, standby.url), openGateway(primary.url, standby.url)]);
  }, 60_000);
  afterAll(() => Promise.all([one?.close(), other?.close()]));

  const whenState = async (state: StandbyState) => {
    for (const { standby } of [one, other]) await expect.poll(() => standby.state, { timeout: 20_000 }).toBe(state);
  };

  /** Waits until a read of this gateway is answered by the standby. */
  const whenReads = ({ app, standby: { counts } }: Gateway) =>
    expect
      .poll(
        async () => {
          const before = { ...counts };
          await get(app, "/batches/?page_size=1");
          return counts.standby > before.standby && counts.failed === before.failed;
        },
        { timeout: 20_000 },
      )
      .toBe(true);

  /** Asks a server without a gateway. */
  async function run(server: Server, text: string) {
    const database = openDatabase(server.url, 1);
    try {
      return (await database.pool.query(text)).rows;
    } finally {
      await database.close();
    }
  }

  /** @returns the statements that a server has run meanwhile */
  async function statementsOf(server: Server, work: () => Promise<unknown>): Promise<string[]> {
    const log = path.join(server.data, "log");
    const before = readFileSync(log).length;
    await work();
    const lines = readFileSync(log)
      .subarray(before)
      .toString()
      .split(/^.*LOG: {2}execute /m);
    return lines.filter((line) => !/^(committed|replayed|server_facts):/.test(line)).slice(1);
  }

  async function create(app: FastifyInstance, title: string): Promise<number> {
    const input = { recipe_type_id: type.id, definition: { version: "1.0", all_jobs: true }, title };
    return (await post(app, "/batches/", input)).body.id;
  }

  it("it answers lists, details and counts of both doors, and the primary does what changes something", async () => {
    await whenReads(one);
    const reads = [...lists, (app: FastifyInstance) => get(app, "/batches/7/"), (app: FastifyInstance) => get(app, "/jobs/1/")];
    const details = `{ batch(id: 7) { title recipeType { name jobTypes { name } } } jobTypes { totalCount nodes { name } } }`;
    const { id } = (await post(one.app, "/graphql", { query: "{ batch(id: 7) { id } }" })).body.data.batch;
    const leftQuery = `{ node(id: "${id}") { ... on Batch { title } } }`;
    const readAll = async () => {
      for (const read of reads) await read(one.app);
      expect((await post(one.app, "/graphql", { query: details })).body.data.batch.title).toBe("batch 6");
      // The executor leaves this one to graphql-js.
      expect((await post(one.app, "/graphql", { query: leftQuery })).body.data.node.title).toBe("batch 6");
    };
    // What the standby has not replayed within 20 ms is read from the primary, so they are read until it has.
    await expect.poll(() => statementsOf(primary, readAll), { timeout: 20_000 }).toEqual([]);
    await expect.poll(async () => (await statementsOf(standby, readAll)).join(), { timeout: 20_000 }).toContain("FROM batch");
    const write = () => create(one.app, "on the primary");
    expect(await statementsOf(standby, write)).toEqual([]);
    expect((await statementsOf(primary, write)).join()).toContain("INSERT INTO batch");
  });

  it("what was written by one gateway is read by the other at once, while the standby replays nothing, and after that", async () => {
    await whenReads(other);
    await run(standby, "SELECT pg_wal_replay_pause()");
    const id = await create(one.app, "unreplayed");
    const before = other.standby.counts.standby;
    expect((await get(other.app, `/batches/${id}/`)).body.title).toBe("unreplayed");
    const query = `{ batches(first: 1, orderBy: { field: ID, direction: DESC }) { totalCount nodes { title } } batch(id: ${id}) { title } }`;
    const { data } = (await post(other.app, "/graphql", { query })).body;
    expect([data.batch.title, data.batches.nodes[0].title]).toEqual(["unreplayed", "unreplayed"]);
    expect((await get(other.app, "/batches/?page_size=1")).body.count).toBe(data.batches.totalCount);
    expect(other.standby.counts.standby).toBe(before);
    await run(standby, "SELECT pg_wal_replay_resume()");
    await whenReads(other);
    for (let i = 0; i < 40; i++) {
      const next = await create(one.app, `next ${i}`);
      expect((await get(other.app, `/batches/${next}/`)).body.title).toBe(`next ${i}`);
      const { body } = await post(one.app, "/graphql", { query: `{ batch(id: ${next}) { title } }` });
      expect(body.data.batch.title).toBe(`next ${i}`);
    }
  });

  it("what was written is read at once where the primary shows commits before it flushes them", async () => {
    const set = (change: string) => run(primary, `ALTER SYSTEM ${change}`).then(() => run(primary, "SELECT pg_reload_conf()"));
    onTestFinished(async () => {
      await set("RESET ALL");
      await whenReads(one);
    });
    await set("SET synchronous_commit = off");
    await expect.poll(async () => (await run(primary, "SHOW synchronous_commit"))[0].synchronous_commit).toBe("off");
    // Nothing else flushes such commits.
    const [writer] = await run(primary, "SELECT pid FROM pg_stat_activity WHERE backend_type = 'walwriter'");
    process.kill(writer.pid, "SIGSTOP");
    onTestFinished(() => void process.kill(writer.pid, "SIGCONT"));
    for (let i = 0; i < 20; i++) {
      const id = await create(one.app, `unflushed ${i}`);
      expect((await get(other.app, `/batches/${id}/`)).body.title).toBe(`unflushed ${i}`);
    }
  });

  it("/readyz, on METRICS_PORT too, and /metrics tell of it", async () => {
    const ready = { status: "ready", standby: "USED" };
    expect((await get(one.app, "/readyz")).body).toEqual(ready);
    const database = openDatabase(primary.url, 1);
    const metrics = await buildMetricsApp({ database, standby: one.standby, registry: openRegistry(database), log: one.app.log });
    onTestFinished(() => metrics.close().then(() => database.close()));
    expect((await get(metrics, "/readyz")).body).toEqual(ready);
    const metric = await scrape(one.app);
    expect(metric("standby_used")).toBe(1);
    expect(metric("reads_total", { went: "standby" })).toBe(one.standby.counts.standby);
  });

  /** Reads without a pause while the work goes on. @returns the statuses that came, each once */
  async function readDuring({ app }: Gateway, work: () => Promise<unknown>): Promise<unknown[]> {
    const answers = new Set<unknown>();
    let isOver = false;
    const readers = [...lists, ...lists].map(async (read) => {
      while (!isOver) {
        const { status, body } = await read(app);
        answers.add(status === 200 && !body.errors ? 200 : JSON.stringify(body));
      }
    });
    await work().finally(() => {
      isOver = true;
    });
    await Promise.all(readers);
    return [...answers];
  }

  it("callers notice nothing where it cancels what they read, because what it replays conflicts with that", async () => {
    const conflicts = async () => (await run(standby, "SELECT sum(confl_lock)::int AS n FROM pg_stat_database_conflicts"))[0].n;
    const before = one.standby.counts.failed;
    const change = async () => {
      const database = openDatabase(primary.url, 1);
      try {
        await expect
          .poll(
            async () => {
              await database.pool.query("BEGIN; LOCK TABLE batch; COMMIT");
              return (await conflicts()) > 0 && one.standby.counts.failed > before;
            },
            { timeout: 40_000, interval: 100 },
          )
          .toBe(true);
      } finally {
        await database.close();
      }
    };
    expect(await readDuring(one, change)).toEqual([200]);
    await whenReads(one);
  });

  it("callers notice nothing when it is stopped, crashes, and comes again, and then it answers again", async () => {
    for (const mode of ["fast", "immediate"] as const) {
      const answers = await readDuring(one, async () => {
        await standby.stop(mode);
        await whenState("AWAY");
        await standby.start();
        await whenState("USED");
        await whenReads(one);
      });
      expect([mode, answers]).toEqual([mode, [200]]);
    }
  });

  /** @returns a gateway whose way to the standby can be frozen; both end with the test */
  async function openFreezable() {
    const proxy = await startFrozenProxy(standby.url);
    const gateway = await openGateway(primary.url, proxy.url);
    onTestFinished(() => gateway.close());
    await whenReads(gateway);
    return { proxy, gateway };
  }

  it("callers are answered while its network is frozen, and notice nothing", async () => {
    const { proxy, gateway } = await openFreezable();
    const answers = await readDuring(gateway, async () => {
      proxy.freeze();
      await expect.poll(() => gateway.standby.state, { timeout: 10_000 }).toBe("AWAY");
      await Promise.all(lists.map((read) => read(gateway.app)));
      proxy.mend();
      await whenReads(gateway);
    });
    expect(answers).toEqual([200]);
  });

  it("it is not used while new connections to it hang", async () => {
    const { proxy, gateway } = await openFreezable();
    proxy.freezeNew();
    // More at a time than the pool has connections so far.
    const answers = await readDuring(gateway, () => expect.poll(() => gateway.standby.state, { timeout: 10_000 }).toBe("AWAY"));
    expect(answers).toEqual([200]);
    proxy.mend();
    await whenReads(gateway);
  });

  it("a process does not start where the URL leads to another database", async () => {
    await run(primary, "CREATE DATABASE elsewhere");
    const elsewhere = primary.url.replace(/postgres$/, "elsewhere");
    const gateway = startGatewayOn(primary.url, { DATABASE_REPLICA_URL: elsewhere });
    expect(await gateway.ended).toBe(1);
    expect(gateway.output()).toBe(
      "DATABASE_REPLICA_URL leads to another database than DATABASE_URL.\n" +
        "Name a streaming standby of that server, and in it the same database and the same schema.\n",
    );
  });

  it("a process starts while it is away, says so, and uses it as soon as it is there", async () => {
    await standby.stop("fast");
    const gateway = startGatewayOn(primary.url, { DATABASE_REPLICA_URL: standby.url, LOG_LEVEL: "info", ROLE: "gateway" });
    const address = await gateway.address();
    const state = async () => ((await (await fetch(`${address}/readyz`)).json()) as { standby: string }).standby;
    expect(await state()).toBe("AWAY");
    expect(gateway.output()).toMatch(/"why":"standby: connect ECONNREFUSED.*The standby is away, or the primary/);
    await standby.start();
    await expect.poll(state, { timeout: 20_000 }).toBe("USED");
    expect(gateway.output()).toContain("The standby answers what only reads");
  });

  it("nothing is read from it once it has been promoted", async () => {
    await standby.promote();
    await whenState("PRIMARY");
    await run(standby, "UPDATE batch SET title = 'written elsewhere'");
    for (const read of lists) expect(JSON.stringify((await read(one.app)).body)).not.toContain("written elsewhere");
    expect((await get(one.app, "/readyz")).body).toEqual({ status: "ready", standby: "PRIMARY" });
  });
});
