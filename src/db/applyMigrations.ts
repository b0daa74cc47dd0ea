import { randomUUID } from "node:crypto";
import pg from "pg";
import { createHistory, type HistoryEntry } from "./migrationHistory.js";
import type { Migration } from "./readMigrations.js";

/**
 * Applies migrations, each in one transaction with its row in `_prisma_migrations`. So a process that is killed leaves each migration
 * either done or not done.
 * @param client holds the lock on migrations
 * @param history the migrations that the database has
 * @param signal is checked before each migration
 * @returns the names of those applied
 * @throws {Error} where a migration fails; its cause is PostgreSQL's error. The migrations before it stay applied.
 */
export async function applyMigrations(
  client: pg.ClientBase,
  migrations: readonly Migration[],
  history: readonly HistoryEntry[],
  signal: AbortSignal | undefined,
): Promise<string[]> {
  const entries = new Map(history.map((entry) => [entry.name, entry]));
  const pending = migrations.filter(({ name }) => !entries.get(name)?.isFinished);
  if (pending.length > 0) await createHistory(client);
  for (const migration of pending) {
    for (let attempt = 1; ; attempt++) {
      signal?.throwIfAborted();
      await client.query("BEGIN");
      try {
        await applyOne(client, migration, entries.get(migration.name));
        await client.query("COMMIT");
        break;
      } catch (error) {
        await client.query("ROLLBACK").catch(() => {});
        signal?.throwIfAborted();
        if (isDeadlock(error) && attempt < maxTries) continue;
        throw new Error(`The migration ${migration.name} failed, and nothing of it was done:`, { cause: error });
      }
    }
  }
  return pending.map(({ name }) => name);
}

/** How often a migration is tried that PostgreSQL ends because it and a process of the release before wait for each other's locks. */
const maxTries = 5;

const isDeadlock = (error: unknown): boolean => error instanceof pg.DatabaseError && error.code === "40P01";

async function applyOne(client: pg.ClientBase, { name, script, checksum }: Migration, begun: HistoryEntry | undefined): Promise<void> {
  const started = new Date();
  // Prisma's first script begins with this statement. The schema exists already, and may have another name. PostgreSQL would demand the
  // right to create schemas all the same.
  const text = script.replace(/^CREATE SCHEMA IF NOT EXISTS "public";$/m, "");
  if (begun && !begun.hasFailed) await applyUnlessApplied(client, text);
  else await client.query(text);
  if (begun) await client.query("DELETE FROM _prisma_migrations WHERE id = $1", [begun.id]);
  const columns = "id, checksum, migration_name, started_at, finished_at, applied_steps_count";
  const values = [begun?.id ?? randomUUID(), checksum, name, started];
  await client.query(`INSERT INTO _prisma_migrations (${columns}) VALUES ($1, $2, $3, $4, clock_timestamp(), 1)`, values);
}

/** SQLSTATEs that show that a script was applied before: what it creates exists, or what it drops does not. */
const signsOfSecondTime = ["42P07", "42701", "42710", "42723", "42704", "42P06"];

/**
 * Runs a script that may have been applied before. Earlier releases wrote a migration's row before its script ran, and completed the row
 * afterwards. If they were killed in between, the row does not tell whether the script was applied. It was applied whole or not at all,
 * since it ran in one transaction.
 */
async function applyUnlessApplied(client: pg.ClientBase, script: string): Promise<void> {
  await client.query("SAVEPOINT script");
  try {
    await client.query(script);
  } catch (error) {
    if (!(error instanceof pg.DatabaseError && signsOfSecondTime.includes(error.code ?? ""))) throw error;
    await client.query("ROLLBACK TO script");
  }
}
