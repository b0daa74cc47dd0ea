import { expect } from "vitest";
import type { Database, Db } from "../../src/db/database.js";
import { finishUnseenWork } from "../../src/domain/execution/finishWork.js";
import { findViolations } from "../../src/domain/findViolations.js";

/** Expects that nothing that runs jobs has left anything half done, doubled or lost, and that nothing is counted wrongly. */
export async function expectSoundWork(database: Pick<Database, "url">): Promise<void> {
  expect(await findViolations(database)).toEqual([]);
}

/**
 * Expects the same where several have claimed and ended jobs of one batch at once, and no gateway looks after it: an end of work that no
 * transaction has seen is seen first, as a gateway does every second.
 */
export async function expectSoundWorkAfterRaces(database: Database): Promise<void> {
  await finishUnseenWork(database);
  await expectSoundWork(database);
}

/** The most jobs of a batch that have ever run at once, as their executions tell. */
export async function mostAtOnce(db: Db, batchId: number): Promise<number> {
  const text = `
    SELECT coalesce(max(running), 0)::int AS most FROM (
      SELECT sum(step) OVER (ORDER BY at, step ROWS UNBOUNDED PRECEDING) AS running FROM (
        SELECT e.started AS at, 1 AS step FROM job_exe e JOIN job j ON j.id = e.job_id WHERE j.batch_id = $1::int
        UNION ALL
        SELECT e.ended, -1 FROM job_exe e JOIN job j ON j.id = e.job_id WHERE j.batch_id = $1::int AND e.ended IS NOT NULL
      ) AS change
    ) AS moment`;
  const [row] = await db.query<{ most: number }>({ text }, [batchId]);
  return row?.most ?? 0;
}

/** How many executions of a batch's jobs have each status. */
export async function executionsOf(db: Db, batchId: number): Promise<Record<string, number>> {
  const text = `SELECT e.status, count(*)::int AS count FROM job_exe e JOIN job j ON j.id = e.job_id WHERE j.batch_id = $1::int GROUP BY 1`;
  const rows = await db.query<{ status: string; count: number }>({ text }, [batchId]);
  return Object.fromEntries(rows.map(({ status, count }) => [status, count]));
}
