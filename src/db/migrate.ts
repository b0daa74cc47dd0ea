import { setTimeout as wait } from "node:timers/promises";
import { runMigrations as migrateQueue } from "graphile-worker";
import type { ClientBase } from "pg";
import type { Database } from "./database.js";
import { openMigrationEngine } from "./migrationEngine.js";
import { migrationNames, readMigrations, readSchema } from "./migrations.js";

/** Any number: the key of the advisory lock that lets one process migrate at a time. */
const lockKey = 20_161_027;

/** How often it is asked whether another process is done. */
const askMilliseconds = 200;

/** The oldest PostgreSQL that is supported. */
const oldestRelease = 15;

/**
 * Applies the migrations that the database does not have, its own and the queue's, one process at a time.
 * @returns the names of those applied
 * @throws where PostgreSQL is too old; where a migration fails, or had failed before: the engine's message names it
 */
export async function migrate(database: Database): Promise<string[]> {
  const client = await database.pool.connect();
  try {
    await refuseOldServer(client);
    // Not by waiting in PostgreSQL, where locks are waited for as long as is good for a request.
    while (!(await client.query("SELECT pg_try_advisory_lock($1) AS mine", [lockKey])).rows[0].mine) await wait(askMilliseconds);
    const applied = (await pendingMigrations(database)).length === 0 ? [] : await applyMigrations(database.url);
    await migrateQueue({ pgPool: database.pool });
    await client.query("SELECT pg_advisory_unlock($1)", [lockKey]);
    return applied;
  } finally {
    client.release(true);
  }
}

/** The names of this release's migrations that the database does not have. Cheap: the engine is not loaded. */
export async function pendingMigrations({ pool }: Pick<Database, "pool">): Promise<string[]> {
  const table = await pool.query("SELECT to_regclass('_prisma_migrations') IS NOT NULL AS exists");
  if (!table.rows[0].exists) return migrationNames();
  const finished = new Set(await finishedMigrations(pool));
  return (await migrationNames()).filter((name) => !finished.has(name));
}

/** The names of the database's migrations that this release does not bring. */
export async function unknownMigrations({ pool }: Pick<Database, "pool">): Promise<string[]> {
  const known = new Set(await migrationNames());
  return (await finishedMigrations(pool)).filter((name) => !known.has(name));
}

async function finishedMigrations(pool: Database["pool"]): Promise<string[]> {
  const text = "SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL";
  return (await pool.query(text)).rows.map((row) => row.migration_name);
}

async function refuseOldServer(client: ClientBase): Promise<void> {
  const { rows } = await client.query("SHOW server_version_num");
  const number = Number(rows[0].server_version_num);
  // From 10 on, 150004 is 15.4.
  const [release, update] = [Math.floor(number / 10_000), number % 10_000];
  if (release >= oldestRelease) return;
  throw new Error(`PostgreSQL ${oldestRelease} or newer is needed: the server of DATABASE_URL is ${release}.${update}`);
}

async function applyMigrations(databaseUrl: string): Promise<string[]> {
  const { engine, close } = await openMigrationEngine(databaseUrl, await readSchema());
  try {
    const { appliedMigrationNames } = await engine.applyMigrations({
      migrationsList: await readMigrations(),
      filters: { externalTables: [], externalEnums: [] },
    });
    return appliedMigrationNames;
  } finally {
    await close();
  }
}
