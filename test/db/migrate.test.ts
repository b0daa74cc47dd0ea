import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import pg from "pg";
import { describe, expect, it } from "vitest";
import { applyMigrations } from "../../src/db/applyMigrations.js";
import { openDatabase } from "../../src/db/database.js";
import { migrate } from "../../src/db/migrate.js";
import { migrationNames, readMigrations } from "../../src/db/readMigrations.js";
import { describeError } from "../../src/domain/describeError.js";
import { useDatabase, useServerObjects } from "../support/database.js";
import { describeTables } from "../support/describeTables.js";

const database = useDatabase();
const server = useServerObjects();

const names = await migrationNames();

const history = "SELECT migration_name, checksum, logs, rolled_back_at, applied_steps_count, finished_at >= started_at AS ok, id";

/** The rows that Prisma's tools read, as they should be. */
async function expectHistory(url: string): Promise<void> {
  const rows = await server.run(url, `${history} FROM _prisma_migrations ORDER BY migration_name`);
  const expected = names.map(async (name) => {
    const file = await readFile(new URL(`../../prisma/migrations/${name}/migration.sql`, import.meta.url));
    const checksum = createHash("sha256").update(file).digest("hex");
    const id = expect.stringMatching(/^[0-9a-f-]{36}$/);
    return { migration_name: name, checksum, logs: null, rolled_back_at: null, applied_steps_count: 1, ok: true, id };
  });
  expect(rows).toEqual(await Promise.all(expected));
}

/** Expects that a database has all tables, as the template has them. */
async function expectWhole(url: string): Promise<void> {
  await expectHistory(url);
  const own = openDatabase(url, 2);
  try {
    expect(await describeTables(own.pool)).toEqual(await describeTables(database().pool));
  } finally {
    await own.close();
  }
}

/** What an operator is told whose database can't be migrated. */
const failure = (url: string): Promise<string> => migrate({ url }).then(() => "nothing", describeError);

const nothing = { applied: [], unknown: [], changed: [] };

describe("migrate", () => {
  it("finds nothing to do in a database that is migrated", async () => {
    expect(await migrate(database())).toEqual(nothing);
  });

  it("makes every table, and keeps the rows that Prisma's tools read", async () => {
    const url = await server.emptyDatabase();
    expect(await migrate({ url })).toEqual({ ...nothing, applied: names });
    await expectWhole(url);
  });

  it("tries a migration again that was ended because of a deadlock", async () => {
    const url = await server.emptyDatabase();
    await server.run(url, "CREATE TABLE one (); CREATE TABLE gate (); CREATE TABLE other ()");
    const clients = [new pg.Client(url), new pg.Client(url), new pg.Client(url)] as const;
    await Promise.all(clients.map((client) => client.connect()));
    const [migrator, user, keeper] = clients;
    // Whoever has waited for so long looks for a deadlock, once, and is ended if there is one.
    await migrator.query("SET deadlock_timeout = '10ms'");
    await user.query("SET deadlock_timeout = '1h'; BEGIN; LOCK one");
    await keeper.query("BEGIN; LOCK gate");
    const waiting = (count: number) =>
      expect.poll(async () => (await keeper.query("SELECT FROM pg_locks WHERE NOT granted")).rowCount).toBe(count);

    const script = "LOCK other; CREATE TABLE made (); LOCK gate; LOCK one";
    const applied = applyMigrations(migrator, [{ name: "1_locks", script, checksum: "" }], [], undefined);
    await waiting(1);
    const used = user.query("LOCK other; COMMIT");
    await waiting(2);
    await keeper.query("COMMIT");
    expect(await applied).toEqual(["1_locks"]);
    await used;
    expect(await server.run(url, "SELECT to_regclass('made') IS NOT NULL AS is_made")).toEqual([{ is_made: true }]);
    await Promise.all(clients.map((client) => client.end()));
  });

  it("lets one of several processes do it", async () => {
    const url = await server.emptyDatabase();
    const reports = await Promise.all([1, 2, 3].map(() => migrate({ url })));
    expect(reports.flatMap(({ applied }) => applied)).toEqual(names);
    await expectWhole(url);
  });

  it("says which migrations are of another release, and which have another text now", async () => {
    const url = await server.emptyDatabase();
    await migrate({ url });
    const [first] = names;
    await server.run(url, `UPDATE _prisma_migrations SET checksum = repeat('0', 64) WHERE migration_name = '${first}'`);
    await server.run(url, "INSERT INTO _prisma_migrations VALUES ('1', '2', now(), '29990101000000_later')");
    expect(await migrate({ url })).toEqual({ applied: [], unknown: ["29990101000000_later"], changed: [first] });
  });

  it("does nothing of a migration that fails, says why in PostgreSQL's words, and goes on from there", async () => {
    const url = await server.emptyDatabase();
    await server.run(url, "CREATE TABLE batch_tally ()");
    const name = names.find((one) => one.endsWith("_batch_tally"));
    const failed = `The migration ${name} failed, and nothing of it was done:\nrelation "batch_tally" already exists`;
    for (const _attempt of [1, 2]) expect(await failure(url)).toBe(failed);
    await server.run(url, "DROP TABLE batch_tally");
    expect((await migrate({ url })).applied[0]).toBe(name);
    await expectWhole(url);
  });

  it("has its detail and its hint from PostgreSQL, too", async () => {
    const url = await server.emptyDatabase();
    const refuse = `RAISE 'not now' USING DETAIL = 'It is late.', HINT = 'Come back tomorrow.'`;
    await server.run(url, `CREATE FUNCTION refuse() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN ${refuse}; END $$`);
    await server.run(url, "CREATE EVENT TRIGGER refuse ON ddl_command_end WHEN TAG IN ('CREATE INDEX') EXECUTE FUNCTION refuse()");
    expect(await failure(url)).toMatch(/ was done:\nnot now\nDetail: It is late\.\nHint: Come back tomorrow\.$/);
  });
});

/** Earlier releases wrote a migration's row, ran its script, and completed the row. An incomplete row does not tell whether it was run. */
describe("A migration that an earlier release has begun", () => {
  /** Applies all migrations before one, writes that one's row as begun, and applies its script if asked to. */
  async function begun(name: string, isApplied: boolean, logs: string | null): Promise<string> {
    const url = await server.emptyDatabase();
    const migrations = await readMigrations();
    const before = migrations.slice(0, names.indexOf(name));
    await server.run(url, historyTable);
    for (const one of before) {
      await server.run(url, one.script);
      await server.run(url, insertRow(one, "now()", null));
    }
    const migration = migrations[before.length] as (typeof migrations)[number];
    await server.run(url, insertRow(migration, "NULL", logs));
    if (isApplied) await server.run(url, migration.script);
    return url;
  }

  const historyTable = `CREATE TABLE _prisma_migrations (id varchar(36) PRIMARY KEY, checksum varchar(64) NOT NULL, finished_at timestamptz,
    migration_name varchar(255) NOT NULL, logs text, rolled_back_at timestamptz, started_at timestamptz NOT NULL DEFAULT now(),
    applied_steps_count integer NOT NULL DEFAULT 0)`;
  const insertRow = ({ name, checksum }: { name: string; checksum: string }, finished: string, logs: string | null) => `
    INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, logs, applied_steps_count)
    VALUES (gen_random_uuid(), '${checksum}', ${finished}, '${name}', ${logs === null ? "NULL" : `'${logs}'`}, ${finished === "NULL" ? 0 : 1})`;

  it.each(names)("is gone on from, whether its script was applied or not: %s", async (name) => {
    for (const isApplied of [true, false]) {
      const url = await begun(name, isApplied, null);
      expect((await migrate({ url })).applied).toEqual(names.slice(names.indexOf(name)));
      await expectWhole(url);
    }
  });

  it("and that has failed is done, not taken for done", async () => {
    const name = names.find((one) => one.endsWith("_title_marks")) as string;
    const url = await begun(name, false, "relation exists");
    await server.run(url, "CREATE TABLE batch_title_mark ()");
    expect(await failure(url)).toContain('relation "batch_title_mark" already exists');
    await server.run(url, "DROP TABLE batch_title_mark");
    expect((await migrate({ url })).applied[0]).toBe(name);
    await expectWhole(url);
  });
});
