import type pg from "pg";
import { migrationNames } from "./readMigrations.js";

/** A row of `_prisma_migrations`, the table in which Prisma's tools record which migrations a database has. */
export interface HistoryEntry {
  readonly id: string;
  readonly name: string;
  readonly checksum: string;
  /**
   * False where an earlier release was interrupted. Earlier releases wrote the row first, ran the migration, and then completed the row.
   */
  readonly isFinished: boolean;
  /** Whether the row has an error. PostgreSQL has then undone the migration. */
  readonly hasFailed: boolean;
}

/** Reads which migrations the database has, oldest first. */
export async function readHistory(connection: pg.Pool | pg.ClientBase): Promise<HistoryEntry[]> {
  if (!(await hasHistory(connection))) return [];
  const { rows } = await connection.query(`
    SELECT id, migration_name AS name, checksum, finished_at IS NOT NULL AS "isFinished", coalesce(logs, '') <> '' AS "hasFailed"
    FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY started_at, migration_name`);
  return rows;
}

/** The names of this release's migrations that the database does not have. */
export async function pendingMigrations(connection: pg.Pool | pg.ClientBase): Promise<string[]> {
  const finished = new Set((await readHistory(connection)).filter(({ isFinished }) => isFinished).map(({ name }) => name));
  return (await migrationNames()).filter((name) => !finished.has(name));
}

async function hasHistory(connection: pg.Pool | pg.ClientBase): Promise<boolean> {
  const { rows } = await connection.query("SELECT to_regclass('_prisma_migrations') IS NOT NULL AS exists");
  return rows[0].exists;
}

/** Makes the table, as Prisma makes it, where there is none. */
export async function createHistory(client: pg.ClientBase): Promise<void> {
  if (await hasHistory(client)) return;
  await client.query(`
    CREATE TABLE _prisma_migrations (
      id varchar(36) PRIMARY KEY NOT NULL,
      checksum varchar(64) NOT NULL,
      finished_at timestamptz,
      migration_name varchar(255) NOT NULL,
      logs text,
      rolled_back_at timestamptz,
      started_at timestamptz NOT NULL DEFAULT now(),
      applied_steps_count integer NOT NULL DEFAULT 0
    )`);
}
