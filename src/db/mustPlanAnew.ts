import type pg from "pg";

/**
 * How long connections keep the plans of their statements, in milliseconds: the shortest time at first, then twice as long each time that they
 * are made anew, up to the longest, as long as the pool is in use. A plan that was made for a small table reads it as a whole, even when it
 * has grown: with 10 s from the beginning, jobs by the hundred took twice as much of PostgreSQL, because `job_exe` was empty at first. But
 * what grows evenly from then on is at most three times as large when its plans are made anew. Where workers had waited for half a minute at
 * empty tables, so that 16 s had begun, 20,000 recipes took no longer. With 1 s always, planning took a tenth of PostgreSQL.
 */
const [shortest, longest] = [1000, 16_000];

/** Plans of about the same age, by the clock of `performance`. */
interface Generation {
  readonly since: number;
  readonly lasting: number;
  used: number;
}
const generations = new WeakMap<pg.Pool, Generation>();
/** Those that connections have planned in. */
const planned = new WeakMap<pg.PoolClient, Generation>();

/**
 * Whether a connection must discard its plans before it is used, because they have lasted: from then on, they are taken for new. All connections
 * of a pool do so at about the same time. If each went by its own clock, one that is seldom used would plan each time.
 */
export function mustPlanAnew(pool: pg.Pool, client: pg.PoolClient): boolean {
  const now = performance.now();
  let generation = generations.get(pool);
  const isInUse = generation !== undefined && now - generation.used < shortest;
  if (!generation || !isInUse || now - generation.since >= generation.lasting) {
    const lasting = generation && isInUse ? Math.min(2 * generation.lasting, longest) : shortest;
    generation = { since: now, lasting, used: now };
    generations.set(pool, generation);
  }
  generation.used = now;
  const isOld = planned.get(client) !== generation;
  planned.set(client, generation);
  return isOld;
}
