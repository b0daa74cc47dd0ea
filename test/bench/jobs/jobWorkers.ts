import pg from "pg";
import { processorTime, watchPostgres } from "../processes.js";

/** How jobs were worked off. */
export interface WorkRun {
  /** Jobs a second, from the first claim to the last report. */
  readonly rate: number;
  /** Milliseconds of a processor for a thousand jobs: of the workers, of the server between them and PostgreSQL, and of PostgreSQL. */
  readonly processor: { readonly workers: number; readonly server: number; readonly postgres: number };
}

/** So many work at once, each with a connection of its own. */
export const workers = 4;
/** Each claims and reports so many jobs at once. */
export const jobsAtOnce = 100;

/**
 * Times workers that end when there is nothing left to do.
 * @param count how many jobs they must have done
 * @param serverPid the process that they ask; null where they ask PostgreSQL
 */
export async function timeWorkers(
  count: number,
  work: (worker: number) => Promise<number>,
  serverPid: number | null = null,
): Promise<WorkRun> {
  const [postgresTime, ownBefore] = [await watchPostgres(), process.cpuUsage()];
  const serverTime = () => (serverPid === null ? 0 : processorTime(serverPid));
  const serverBefore = await serverTime();
  const start = performance.now();
  const done = await Promise.all(Array.from({ length: workers }, (_, worker) => work(worker)));
  const seconds = (performance.now() - start) / 1000;
  const all = done.reduce((sum, one) => sum + one, 0);
  if (all !== count) throw new Error(`${all} jobs were done instead of ${count}`);
  const own = process.cpuUsage(ownBefore);
  const ofThousand = (milliseconds: number) => (milliseconds * 1000) / count;
  return {
    rate: count / seconds,
    processor: {
      workers: ofThousand((own.user + own.system) / 1000),
      server: ofThousand((await serverTime()) - serverBefore),
      postgres: ofThousand(await postgresTime()),
    },
  };
}

/**
 * Vacuums before a run is timed, so that the dead rows of the warm-up don't count for whoever meets them, and PostgreSQL plans for what is
 * there. Autovacuum comes once a minute, so it would do this for some runs and not for others.
 */
export async function vacuum(databaseUrl: string): Promise<void> {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  await client.query("VACUUM ANALYZE");
  await client.end();
}
