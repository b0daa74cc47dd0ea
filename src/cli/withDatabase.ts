import { constants } from "node:os";
import { CommanderError } from "commander";
import { type Config, ConfigError, readConfig } from "../config.js";
import { type Database, openDatabase } from "../db/database.js";
import { startEmbeddedPostgres } from "../db/embeddedPostgres.js";
import { migrate } from "../db/migrate.js";
import { pendingMigrations } from "../db/migrationHistory.js";
import { reachDatabase } from "../db/reachDatabase.js";
import { describeError } from "../domain/describeError.js";
import { ensureSystemJobType } from "../domain/job/ensureSystemJobType.js";
import { printError } from "./print.js";

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** The command was asked to end before it was done; all that it opened is closed. */
class Interrupted extends Error {
  constructor(readonly signal: NodeJS.Signals) {
    super(`Interrupted by ${signal}`);
  }
}

type Work<T> = (database: Database, signal: AbortSignal) => Promise<T>;

/**
 * Runs a command's work on the database that the settings name, brought up to date first, and closes all that was opened. The
 * embedded server may already run under a gateway; if not, it runs for as long as the work does.
 * @param work gets a signal that is aborted on Ctrl-C: it should then soon return
 * @param prepare by default brings the database up to date
 * @throws {ConfigError}
 * @throws {Interrupted} where the signal was aborted
 */
export async function withDatabase<T>(work: Work<T>, prepare: Work<void> = bringUpToDate): Promise<T> {
  const config = readConfig();
  const interruption = new AbortController();
  // More than one may come for one Ctrl-C: the terminal signals npm and this process, and npm passes it on.
  const interrupt = (signal: NodeJS.Signals) => interruption.abort(new Interrupted(signal));
  for (const signal of signals) process.on(signal, interrupt);
  // Nobody reads the output any more, as after `| head`.
  process.stdout.on("error", () => interrupt("SIGPIPE"));
  try {
    const server = config.databaseUrl === null ? await startEmbeddedPostgres(config.dataDir) : null;
    try {
      return await withOpenDatabase(config, config.databaseUrl ?? (server?.url as string), interruption.signal, work, prepare);
    } finally {
      await server?.stop();
    }
  } finally {
    for (const signal of signals) process.off(signal, interrupt);
  }
}

async function withOpenDatabase<T>(config: Config, url: string, signal: AbortSignal, work: Work<T>, prepare: Work<void>): Promise<T> {
  const database = openDatabase(url, config.poolSize);
  try {
    if (config.databaseUrl !== null) await reachDatabase(database);
    await prepare(database, signal);
    const result = await work(database, signal);
    signal.throwIfAborted();
    return result;
  } finally {
    await database.close();
  }
}

async function bringUpToDate(database: Database, signal: AbortSignal): Promise<void> {
  await migrate(database, signal);
  await ensureSystemJobType(database);
}

/** Prints what went wrong, unless commander has. @param interrupted what to say after a signal @returns the exit code */
export function exitCodeOf(error: unknown, interrupted: string): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  printError(error instanceof Interrupted ? interrupted : describeError(error));
  if (error instanceof Interrupted) return 128 + constants.signals[error.signal];
  return error instanceof ConfigError ? 2 : 1;
}

/** For a command that only reads. @throws where the database lacks a migration */
export async function refuseOutdated({ pool }: Database): Promise<void> {
  const pending = await pendingMigrations(pool);
  if (pending.length > 0)
    throw new Error(`The database lacks ${pending.join(", ")}. A gateway of this release brings it up to date when it starts.`);
}
