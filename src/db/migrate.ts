import pg from "pg";
import { parseIntoClientConfig } from "pg-connection-string";
import { applyMigrations } from "./applyMigrations.js";
import { connectionTimeoutMillis } from "./BoundedClient.js";
import type { Database } from "./database.js";
import { migrateQueue } from "./migrateQueue.js";
import { readHistory } from "./migrationHistory.js";
import { readMigrations } from "./readMigrations.js";
import { refuseDatabase } from "./refuseDatabase.js";
import { refuseSharedSessions } from "./refuseSharedSessions.js";
import { prepareSession, schemaOf } from "./session.js";

/** The key of the advisory lock that lets one process migrate at a time. The number is arbitrary. */
const lockKey = 20_161_027;

/** What `migrate` has done, and how the database differs from this release. */
export interface MigrationReport {
  readonly applied: readonly string[];
  /** The names of migrations that the database has and this release does not: a newer release has run on the database. */
  readonly unknown: readonly string[];
  /** The names of migrations that were applied with another text than this release has. */
  readonly changed: readonly string[];
}

/**
 * Applies the migrations that the database does not have, its own and the queue's. One process does so at a time.
 * @param signal when it is aborted, the running migration is undone, and the next process applies it
 * @throws where the gateway can't serve the database, before anything is written; and where a migration fails
 */
export async function migrate({ url }: Pick<Database, "url">, signal?: AbortSignal): Promise<MigrationReport> {
  const pool = openPool(url);
  try {
    const client = await pool.connect();
    try {
      await refuse(client, pool, url);
      return await undoneWhenAborted(client, pool, signal, () => migrateAlone(client, pool, url, signal));
    } finally {
      client.release(true);
    }
  } finally {
    await pool.end();
  }
}

/** Opens the connections for migrations, which lack the time limits that those of requests have. */
function openPool(url: string): pg.Pool {
  const prepare = prepareSession(url);
  const endless = `
    SELECT set_config(name, '0', false) FROM pg_settings
    WHERE name IN ('statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout', 'transaction_timeout')`;
  const pool = new pg.Pool({
    ...parseIntoClientConfig(url),
    query_timeout: 0,
    application_name: "batch-gateway migration",
    keepAlive: true,
    connectionTimeoutMillis,
    max: 2,
    onConnect: async (client) => {
      await prepare(client);
      await client.query(endless);
      // Lets PostgreSQL notice within a second that this process was killed, and undo its migration. On some systems PostgreSQL can't do
      // that, and refuses the setting. There it notices at the end of the statement.
      await client.query("SET client_connection_check_interval = '1s'").catch(() => {});
    },
  });
  // When a connection breaks, its running statement fails by itself. Without these listeners, the error would also end the process.
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
  return pool;
}

/** Refuses what the gateway can't serve, before anything is written. */
async function refuse(client: pg.ClientBase, pool: pg.Pool, url: string): Promise<void> {
  const other = await pool.connect();
  try {
    await refuseSharedSessions(client, other);
  } finally {
    other.release();
  }
  await refuseDatabase(client, url);
}

async function undoneWhenAborted<T>(
  client: pg.ClientBase,
  pool: pg.Pool,
  signal: AbortSignal | undefined,
  work: () => Promise<T>,
): Promise<T> {
  const { pid } = (await client.query("SELECT pg_backend_pid() AS pid")).rows[0];
  const cancel = () => void pool.query("SELECT pg_cancel_backend($1)", [pid]).catch(() => {});
  signal?.addEventListener("abort", cancel);
  try {
    return await work();
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  } finally {
    signal?.removeEventListener("abort", cancel);
  }
}

async function migrateAlone(client: pg.ClientBase, pool: pg.Pool, url: string, signal: AbortSignal | undefined): Promise<MigrationReport> {
  signal?.throwIfAborted();
  await client.query("SELECT pg_advisory_lock($1)", [lockKey]);
  const migrations = await readMigrations();
  await makeSchema(client, schemaOf(url));
  const history = await readHistory(client);
  const applied = await applyMigrations(client, migrations, history, signal);
  await migrateQueue(pool, url);
  const checksums = new Map(migrations.map(({ name, checksum }) => [name, checksum]));
  const finished = history.filter(({ isFinished }) => isFinished);
  return {
    applied,
    unknown: finished.filter(({ name }) => !checksums.has(name)).map(({ name }) => name),
    changed: finished.filter(({ name, checksum }) => checksums.has(name) && checksums.get(name) !== checksum).map(({ name }) => name),
  };
}

async function makeSchema(client: pg.ClientBase, schema: string): Promise<void> {
  const { rows } = await client.query("SELECT to_regnamespace(quote_ident($1)) IS NULL AS missing", [schema]);
  if (rows[0].missing) await client.query(`CREATE SCHEMA ${pg.escapeIdentifier(schema)}`);
}
