import { expect, it } from "vitest";
import { openDatabase } from "../../src/db/database.js";
import { migrationNames } from "../../src/db/readMigrations.js";
import { useDatabase, useServerObjects } from "../support/database.js";
import { describeTables } from "../support/describeTables.js";
import { readMigrationList, readSchema, withSchemaEngine } from "../support/schemaEngine.js";

const database = useDatabase();
const server = useServerObjects();

const filters = { externalTables: [], externalEnums: [] };

/** What `prisma migrate` finds in the database. */
const diagnose = async () => {
  const input = { migrationsList: await readMigrationList(), optInToShadowDatabase: false, filters };
  return withSchemaEngine(database().url, (engine) => engine.diagnoseMigrationHistory(input));
};

it("Prisma's own tools find a database that is migrated up to date", async () => {
  const found = await diagnose();
  expect(found).toMatchObject({ editedMigrationNames: [], failedMigrationNames: [], hasMigrationsTable: true, history: null });
});

it("Prisma's own tools find what is missing and what was changed", async () => {
  const names = await migrationNames();
  const [first, last] = [names[0] as string, names.at(-1) as string];
  await database().pool.query("DELETE FROM _prisma_migrations WHERE migration_name = $1", [last]);
  await database().pool.query("UPDATE _prisma_migrations SET checksum = repeat('0', 64) WHERE migration_name = $1", [first]);
  const found = await diagnose();
  expect(found).toMatchObject({ editedMigrationNames: [first], failedMigrationNames: [] });
  expect(found.history).toEqual({ diagnostic: "databaseIsBehind", unappliedMigrationNames: [last] });
});

/** The tables, as a schema says that they are. */
async function tablesOf(schema: string): Promise<string[]> {
  const to = { tag: "schemaDatamodel" as const, files: [{ path: "schema.prisma", content: schema }] };
  const { stdout } = await withSchemaEngine(database().url, (engine) =>
    engine.diff({ from: { tag: "empty" }, to, script: true, exitCode: null, filters }),
  );
  const url = await server.emptyDatabase();
  await server.run(url, stdout as string);
  const own = openDatabase(url, 2);
  try {
    return await describeTables(own.pool);
  } finally {
    await own.close();
  }
}

/** Prisma's own table: schema.prisma does not have it. */
const besides = /^column _prisma_migrations\./;

/**
 * What the schema has and the migrations don't make, and the columns that the migrations make and the schema does not have. Where the schema
 * has an index, the migrations may make it of some of the rows alone: Prisma can't say that.
 */
async function drift(schema: string): Promise<string[]> {
  const [said, made] = [await tablesOf(schema), await describeTables(database().pool)];
  const missing = said.filter(
    (line) => !line.startsWith("table ") && !made.some((one) => one === line || one.startsWith(`${line} WHERE `)),
  );
  const additional = made.filter((line) => line.startsWith("column ") && !besides.test(line) && !said.includes(line));
  return [...missing, ...additional];
}

it("The migrations make what schema.prisma says", async () => {
  expect(await drift(await readSchema())).toEqual([]);
});

it.each([
  ["a column", '@map("is_builtin")', '@map("is_built_in")', /column error\.is_built_?in/],
  ["an index", "@@index([batchId, id])", "@@index([id, batchId])", /INDEX/],
  ["a type", "@db.VarChar(250)", "@db.VarChar(251)", /character varying\(25[01]\)/],
])("Where schema.prisma says something else, it is found: %s", async (_what, before, after, found) => {
  const schema = await readSchema();
  expect(schema).toContain(before);
  expect(await drift(schema.replace(before, after))).toContainEqual(expect.stringMatching(found));
});
