import { describe, expect, it } from "vitest";
import { type Database, openDatabase } from "../../src/db/database.js";
import { databaseFaultOf } from "../../src/db/databaseFault.js";
import { buildApp } from "../../src/http/buildApp.js";
import { get, send } from "../support/app.js";
import { insertBatches, makeTypeNamed } from "../support/batchRows.js";
import { useDatabase } from "../support/database.js";

const database = useDatabase();

/** Three ways to write: by a statement, by one in a transaction, by Prisma's models. */
const writes: Record<string, (db: Database) => Promise<unknown>> = {
  "a statement": (db) => db.query({ text: "INSERT INTO error (name, category) VALUES ('a', 'b')" }),
  "a transaction": (db) => db.transaction((tx) => tx.query({ text: "INSERT INTO error (name, category) VALUES ('a', 'b') RETURNING id" })),
  Prisma: (db) => db.prisma.error.create({ data: { name: "a", category: "b" } }),
};

const failure = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => null,
    (error: unknown) => error,
  );

/** Makes every insert into a table fail as PostgreSQL would. */
async function raiseOn(table: string, sqlState: string): Promise<void> {
  const body = `BEGIN RAISE 'something' USING ERRCODE = '${sqlState}'; END`;
  await database().pool.query(`CREATE OR REPLACE FUNCTION raise_it() RETURNS trigger LANGUAGE plpgsql AS $$ ${body} $$`);
  await database().pool.query(`CREATE OR REPLACE TRIGGER raise_it BEFORE INSERT ON ${table} FOR EACH ROW EXECUTE FUNCTION raise_it()`);
}

describe("What PostgreSQL fails with", () => {
  it.each([
    ["08006", "AWAY"],
    ["57P01", "AWAY"],
    ["57P03", "AWAY"],
    ["53300", "AWAY"],
    ["58030", "AWAY"],
    ["25006", "READ_ONLY"],
    ["53100", "FULL"],
    ["53200", "FULL"],
    ["57014", "INTERRUPTED"],
    ["55P03", "INTERRUPTED"],
    ["40001", "INTERRUPTED"],
    ["40P01", "INTERRUPTED"],
    ["25P03", "INTERRUPTED"],
    ["22012", null],
    ["23514", null],
    ["42501", null],
    ["P0001", null],
  ])("is known by its SQLSTATE, whoever reports it: %s is %s", async (sqlState, fault) => {
    await raiseOn("error", sqlState);
    for (const [way, write] of Object.entries(writes)) {
      const error = await failure(write(database()));
      expect(error, way).not.toBeNull();
      expect(databaseFaultOf(error), `${way}: ${error}`).toBe(fault);
    }
  });
});

describe("A database that takes no changes", () => {
  /** What the app answers over connections that are made after the change. */
  async function appOn(change: string, work: (app: Awaited<ReturnType<typeof buildApp>>) => Promise<void>): Promise<void> {
    const name = new URL(database().url).pathname.slice(1);
    await database().pool.query(`ALTER DATABASE ${name} ${change}`);
    const own = openDatabase(database().url, 4);
    const app = await buildApp({ database: own, config: { trustedProxies: [] } });
    try {
      await work(app);
    } finally {
      await app.close();
      await own.close();
      await database().pool.query(`ALTER DATABASE ${name} RESET ALL`);
    }
  }

  it("is 503 for who wants to write, goes on answering who reads, and is not ready", async () => {
    const typeId = await makeTypeNamed(database(), "parse", "1");
    const [id] = await insertBatches(database(), typeId, [{ title: "One" }]);
    const detail = "The database takes no changes at the moment; try again";
    await appOn("SET default_transaction_read_only = on", async (app) => {
      const payload = { recipe_type_id: typeId, definition: { all_jobs: true } };
      const rest = await send(app, { method: "POST", url: "/batches/", payload });
      expect(rest).toMatchObject({ status: 503, headers: { "retry-after": "1" }, body: { detail } });
      const query = `mutation { cancelBatch(id: ${id}) { errors { code } } }`;
      const { body } = await send(app, { method: "POST", url: "/graphql", payload: { query } });
      expect(body.errors).toEqual([expect.objectContaining({ message: detail, extensions: { code: "SERVICE_UNAVAILABLE" } })]);
      expect(await get(app, "/batches/")).toMatchObject({ status: 200, body: { count: 1 } });
      const missing = ["database that takes changes"];
      expect(await get(app, "/readyz")).toMatchObject({ status: 503, body: { status: "not ready", missing } });
    });
    await appOn("RESET ALL", async (app) => {
      expect(await get(app, "/readyz")).toMatchObject({ status: 200 });
    });
  });
});

it("A full disk is 503 at both doors", async () => {
  const typeId = await makeTypeNamed(database(), "fill", "1");
  await raiseOn("batch", "53100");
  const app = await buildApp({ database: database(), config: { trustedProxies: [] } });
  const detail = "The database has no room left at the moment; try again";
  const payload = { recipe_type_id: typeId, definition: { all_jobs: true } };
  expect(await send(app, { method: "POST", url: "/batches/", payload })).toMatchObject({ status: 503, body: { detail } });
  const query = `mutation { createBatch(input: { recipeTypeId: ${typeId}, definition: { allJobs: true } }) { errors { code } } }`;
  const { body } = await send(app, { method: "POST", url: "/graphql", payload: { query } });
  expect(body.errors).toEqual([expect.objectContaining({ message: detail, extensions: { code: "SERVICE_UNAVAILABLE" } })]);
  await app.close();
});
