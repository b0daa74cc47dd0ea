import pino from "pino";
import { describe, expect, it, onTestFinished } from "vitest";
import { type Database, openDatabase } from "../../src/db/database.js";
import { migrate } from "../../src/db/migrate.js";
import { buildApp } from "../../src/http/buildApp.js";
import { startWorker } from "../../src/worker/startWorker.js";
import { get } from "../support/app.js";
import { insertBatches, makeTypeNamed } from "../support/batchRows.js";
import { makeManyRecipes, makeType, submit } from "../support/catalogue.js";
import { expectDone } from "../support/catalogueChecks.js";
import { useDatabase, useServerObjects } from "../support/database.js";
import { startGatewayOn } from "../support/gatewayProcess.js";
import { hasPgbouncer, startPgbouncer } from "../support/pgbouncer.js";
import { whenStatus } from "../support/worker.js";

const database = useDatabase();
const server = useServerObjects();

describe.skipIf(!hasPgbouncer)("Behind a pooler (skipped where pgbouncer is not installed)", () => {
  it.each([
    ["transaction", {}],
    ["statement", {}],
    ["transaction", { default_pool_size: 1 }],
    ["transaction", { ignore_startup_parameters: "options", server_round_robin: 1 }],
  ] as const)("that shares sessions, the gateway does not start, and says why: pool_mode %s, %o", async (pool_mode, more) => {
    const url = await server.emptyDatabase();
    const gateway = startGatewayOn(await startPgbouncer(url, { pool_mode, ...more }));
    expect(await gateway.ended).toBe(1);
    expect(gateway.output()).toBe(
      "DATABASE_URL leads to a connection pooler that shares sessions between its clients, as pgbouncer's pool_mode transaction does.\n" +
        "The gateway needs sessions of its own: use pool_mode = session, or name PostgreSQL itself.\n",
    );
    expect(await server.run(url, "SELECT FROM pg_class WHERE relnamespace = 'public'::regnamespace")).toEqual([]);
  });

  it("that shares sessions, nor while others keep it busy", async () => {
    const url = await server.emptyDatabase();
    const pooled = await startPgbouncer(url, { pool_mode: "transaction", server_round_robin: 1 });
    const others = openDatabase(pooled, 12);
    let isOver = false;
    const busy = Array.from({ length: 12 }, async () => {
      while (!isOver) await others.pool.query("SELECT pg_sleep(random() / 500)");
    });
    for (let attempt = 0; attempt < 10; attempt++) await expect(migrate({ url: pooled })).rejects.toThrow("shares sessions");
    isOver = true;
    await Promise.all(busy);
    await others.close();
  });

  it.each([1, 2, 3, 4])("that shares sessions, nor where %d of them are free and it takes them in turn", async (count) => {
    const url = await server.emptyDatabase();
    const pooled = await startPgbouncer(url, { pool_mode: "transaction", server_round_robin: 1 });
    const others = openDatabase(pooled, count);
    await Promise.all(Array.from({ length: count }, () => others.pool.query("SELECT pg_sleep(0.5)")));
    await expect(migrate({ url: pooled })).rejects.toThrow("shares sessions");
    await others.close();
  });

  /** A gateway's database, by way of a pooler. */
  async function open(url: string): Promise<Database> {
    await migrate({ url });
    const own = openDatabase(url, 6);
    onTestFinished(() => own.close());
    return own;
  }

  it("in session mode two gateways answer each their own callers, with times that are right, and expand batches", async () => {
    const name = new URL(database().url).pathname.slice(1);
    await database().pool.query(`ALTER DATABASE ${name} SET timezone = 'America/New_York'`);
    await database().pool.query(`ALTER DATABASE ${name} SET datestyle = 'SQL, DMY'`);
    const pooled = await startPgbouncer(database().url, { pool_mode: "session" });
    const gateways = [await open(pooled), await open(pooled)];
    const typeId = await makeTypeNamed(gateways[0] as Database, "parse", "1");
    const rows = ["b", "a", "c"].map((title, i) => ({ title, created: `2016-0${i + 1}-01T12:00:00Z` }));
    const ids = await insertBatches(database(), typeId, rows);
    // Each gateway prepares its lists in another order.
    const orders = ["title", "-title", "created", "-created", "id", "-id"];
    const expected: Record<string, readonly string[]> = { title: ["a", "b", "c"], created: ["b", "a", "c"], id: ["b", "a", "c"] };
    const apps = await Promise.all(gateways.map((own) => buildApp({ database: own, config: { trustedProxies: [] } })));
    for (const turn of [0, 1, 2]) {
      for (const [i, app] of apps.entries()) {
        for (const order of i === 0 ? orders : orders.toReversed()) {
          const { body } = await get(app, `/batches/?order=${order}`);
          const right = expected[order.replace("-", "")] as string[];
          const titles = body.results.map(({ title }: { title: string }) => title);
          expect(titles, `turn ${turn}, ${order}`).toEqual(order.startsWith("-") ? right.toReversed() : right);
        }
        expect((await get(app, `/batches/${ids[0]}/`)).body.created).toBe("2016-01-01T12:00:00.000Z");
        expect((await get(app, "/batches/")).body.results.at(-1).created).toMatch(/^2016-0\d-01T12:00:00.000Z$/);
      }
    }
    const recipeType = await makeType(gateways[0] as Database, "a b<a");
    const recipes = await makeManyRecipes(gateways[0] as Database, recipeType, 40);
    const workers = await Promise.all(gateways.map((own) => startWorker(own, { concurrency: 1, log: pino({ level: "silent" }) })));
    const batchId = await submit(gateways[1] as Database, recipeType, { all_jobs: true });
    await whenStatus(database(), batchId, "CREATED");
    await expectDone(database(), batchId, recipes);
    await Promise.all(workers.map((worker) => worker.stop()));
    await Promise.all(apps.map((app) => app.close()));
  });

  it("in session mode a process starts that says nothing of its settings when it connects", async () => {
    const url = await server.emptyDatabase();
    const address = await startGatewayOn(await startPgbouncer(url, { pool_mode: "session" })).address();
    await expect.poll(async () => (await fetch(`${address}/readyz`)).status, { timeout: 50_000 }).toBe(200);
  });
});
