import pino from "pino";
import { describe, expect, it, onTestFinished } from "vitest";
import { type Database, openDatabase } from "../../src/db/database.js";
import { migrate } from "../../src/db/migrate.js";
import { ensureSystemJobType } from "../../src/domain/job/ensureSystemJobType.js";
import { buildApp } from "../../src/http/buildApp.js";
import { startWorker } from "../../src/worker/startWorker.js";
import { get, send } from "../support/app.js";
import { makeManyRecipes, makeType, submit } from "../support/catalogue.js";
import { expectDone } from "../support/catalogueChecks.js";
import { useDatabase, useServerObjects } from "../support/database.js";
import { describeTables } from "../support/describeTables.js";
import { whenStatus } from "../support/worker.js";

const template = useDatabase();
const server = useServerObjects();

const inSchema = (url: string, schema: string): string => `${url}${url.includes("?") ? "&" : "?"}schema=${encodeURIComponent(schema)}`;

/** Begins as main does. */
async function openMigrated(url: string): Promise<Database> {
  await migrate({ url });
  const database = openDatabase(url, 8);
  onTestFinished(() => database.close());
  await ensureSystemJobType(database);
  return database;
}

async function work(database: Database): Promise<void> {
  const worker = await startWorker(database, { concurrency: 2, log: pino({ level: "silent" }) });
  onTestFinished(() => worker.stop());
}

/** Starts all of a gateway, as main does. */
async function startGateway(url: string): Promise<Database> {
  const database = await openMigrated(url);
  await work(database);
  return database;
}

/** Expects that a batch is made, expanded and shown at both doors. */
async function expectWork(database: Database, title: string): Promise<void> {
  const type = await makeType(database, "a b<a");
  const ids = await makeManyRecipes(database, type, 30);
  const batchId = await submit(database, type, { all_jobs: true }, { title });
  await whenStatus(database, batchId, "CREATED");
  await expectDone(database, batchId, ids);
  const app = await buildApp({ database, config: { trustedProxies: [] } });
  try {
    expect(await get(app, `/batches/${batchId}/`)).toMatchObject({ status: 200, body: { title, created_count: 30 } });
    expect((await get(app, "/batches/?page_size=1")).body).toMatchObject({ count: 1, results: [{ title }] });
    const query = `{ batch(id: ${batchId}) { title recipes(first: 1) { totalCount } creatorJob { status } } }`;
    const { body } = await send(app, { method: "POST", url: "/graphql", payload: { query } });
    expect(body.data.batch).toEqual({ title, recipes: { totalCount: 30 }, creatorJob: { status: "COMPLETED" } });
    expect((await get(app, "/readyz")).status).toBe(200);
  } finally {
    await app.close();
  }
}

const tablesIn = async (url: string, schema: string): Promise<number> =>
  (await server.run(url, `SELECT FROM pg_class WHERE relnamespace = to_regnamespace('${schema}')`)).length;

async function expectWhole(database: Database, schema: string): Promise<void> {
  expect(await describeTables(database.pool, schema)).toEqual(await describeTables(template().pool));
  expect(await migrate(database)).toEqual({ applied: [], unknown: [], changed: [] });
}

describe("The gateway works in the schema that its URL names:", () => {
  it.each(["app", "Mine & yours"])("one that it makes, %s", async (schema) => {
    const url = await server.emptyDatabase();
    const database = await startGateway(inSchema(url, schema));
    await expectWork(database, "Elsewhere");
    await expectWhole(database, schema);
    expect([await tablesIn(url, "public"), await tablesIn(url, "graphile_worker")]).toEqual([0, 0]);
  });

  it("one of the role's own name, in which it may do what it wants, and nowhere else", async () => {
    const url = await server.emptyDatabase();
    const role = await server.roleIn(url, "CREATE SCHEMA AUTHORIZATION NAME");
    const { username } = new URL(role);
    const database = await startGateway(inSchema(role, username));
    await expectWork(database, "My own");
    await expectWhole(database, username);
    expect(await tablesIn(url, "public")).toBe(0);
  });

  it("public, though the role has a schema of its own name", async () => {
    const url = await server.emptyDatabase();
    const role = await server.roleIn(url, "CREATE SCHEMA AUTHORIZATION NAME; GRANT CREATE ON SCHEMA public TO NAME");
    const database = await startGateway(inSchema(role, "public"));
    await expectWork(database, "Public");
    await expectWhole(database, "public");
    expect(await tablesIn(url, new URL(role).username)).toBe(0);
  });

  it("public, though it was dropped, and the queue is still there", async () => {
    const url = await server.emptyDatabase();
    await migrate({ url });
    await server.run(url, "DROP SCHEMA public CASCADE");
    const database = await startGateway(url);
    await expectWork(database, "Anew");
    await expectWhole(database, "public");
  });

  it("two of one database, without touching each other's batches or work", async () => {
    const url = await server.emptyDatabase();
    const databases = [await startGateway(inSchema(url, "one")), await startGateway(inSchema(url, "two")), await startGateway(url)];
    await Promise.all(databases.map((database, i) => expectWork(database, `Batch of ${i}`)));
  });
});

describe("A role that may create tables in public, but no schema, is enough", () => {
  it("and its queue stays where it is when the role may do more", async () => {
    const url = await server.emptyDatabase();
    const role = await server.roleIn(url, "GRANT CREATE ON SCHEMA public TO NAME");
    const database = await startGateway(role);
    await expectWork(database, "Humble");
    await expectWhole(database, "public");
    await server.run(url, `GRANT CREATE ON DATABASE ${new URL(url).pathname.slice(1)} TO ${new URL(role).username}`);
    await expectWhole(database, "public");
    expect(await tablesIn(url, "graphile_worker")).toBe(0);
  });

  it("also beside somebody else's queue", async () => {
    const url = await server.emptyDatabase();
    await migrate({ url: inSchema(url, "graphile_worker") });
    await server.run(url, "DROP TABLE graphile_worker._prisma_migrations");
    const database = await startGateway(await server.roleIn(url, "GRANT CREATE ON SCHEMA public TO NAME"));
    await expectWork(database, "Beside");
  });
});

it("Tables of another application in public don't keep the queue from being swept, such as one that is called jobs", async () => {
  const url = await server.emptyDatabase();
  await server.run(url, "CREATE TABLE jobs (id int)");
  const database = await openMigrated(url);
  const type = await makeType(database, "a");
  const ids = await makeManyRecipes(database, type, 3);
  const batchId = await submit(database, type, { all_jobs: true });
  await server.run(
    url,
    "UPDATE graphile_worker._private_jobs SET locked_by = 'a worker that is gone', locked_at = now() - interval '1 minute'",
  );
  await work(database);
  await whenStatus(database, batchId, "CREATED");
  await expectDone(database, batchId, ids);
});
