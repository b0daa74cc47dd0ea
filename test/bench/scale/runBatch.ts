import type { Database } from "../../../src/db/database.js";
import { createBatch } from "../../../src/domain/batch/create/createBatch.js";
import { expandBatch } from "../../../src/domain/batch/expand/expandBatch.js";

/** Recipes whose jobs are moved at a time. */
const recipesAtOnce = 5000;

/** $1 to $2 recipes, $3 which of their jobs in a row, from 1: what follows reads its jobs from here. */
const mine = `
  WITH mine AS MATERIALIZED (
    SELECT job_id, recipe_id, step FROM (
      SELECT job_id, recipe_id, row_number() OVER (PARTITION BY recipe_id ORDER BY job_id) AS step
      FROM recipe_job WHERE recipe_id BETWEEN $1::int AND $2::int AND is_original
    ) AS numbered WHERE step IN ($3::int, $3::int + 1)
  )`;

const claim = {
  text: `${mine}, claimed AS (
    UPDATE job SET status = 'RUNNING', num_exes = num_exes + 1, started = now(), last_status_change = now(), last_modified = now()
    FROM mine WHERE id = job_id AND step = $3::int AND status = 'QUEUED' RETURNING id, timeout
  )
  INSERT INTO job_exe (job_id, exe_num, worker, token_hash, lease_seconds, lease_expires, times_out, started)
  SELECT id, 1, 'worker-' || id % 100, sha256(id::text::bytea), 60, now() + interval '1 min', now() + make_interval(secs => timeout), now()
  FROM claimed`,
};

const report = {
  text: `${mine}, ended AS (
    UPDATE job_exe e SET status = 'COMPLETED', ended = now(), exit_code = 0, report_hash = sha256(id::text::bytea)
    FROM mine WHERE e.job_id = mine.job_id AND step = $3::int AND e.status = 'RUNNING'
  ), completed AS (
    UPDATE recipe SET completed = now(), last_modified = now()
    WHERE id BETWEEN $1::int AND $2::int AND NOT EXISTS (SELECT FROM mine WHERE step = $3::int + 1)
  )
  UPDATE job SET last_status_change = now(), last_modified = now(), status = CASE step WHEN $3::int THEN 'COMPLETED' ELSE 'QUEUED' END,
    ended = CASE step WHEN $3::int THEN now() END, queued = CASE step WHEN $3::int THEN queued ELSE now() END,
    results = CASE step WHEN $3::int
      THEN jsonb_build_object('version', '1.0', 'output_data', jsonb_build_array(jsonb_build_object('name', 'image', 'file_id', job_id)))
      ELSE results END,
    data = CASE step WHEN $3::int THEN data
      ELSE jsonb_build_object('version', '1.0', 'workspace_id', 1,
        'input_data', jsonb_build_array(jsonb_build_object('name', 'image', 'file_id', job_id - 1))) END
  FROM mine WHERE id = job_id`,
};

/** What a part of a batch's life took. */
export interface Part {
  readonly seconds: number;
  /** Bytes of the write-ahead log. */
  readonly wal: number;
}

/** Times some work, and measures what it writes to the log. */
export async function timed(database: Database, work: () => Promise<unknown>): Promise<Part> {
  const position = async () => Number((await database.pool.query("SELECT pg_current_wal_insert_lsn() - '0/0' AS at")).rows[0].at);
  const [start, before] = [performance.now(), await position()];
  await work();
  return { seconds: (performance.now() - start) / 1000, wal: (await position()) - before };
}

/**
 * Re-processes all recipes of a type by the gateway's own statements, and then moves the jobs from QUEUED to COMPLETED by statements that
 * write the rows that claims and reports write, for some thousand jobs at a time.
 */
export async function runBatch(database: Database, recipeTypeId: number): Promise<{ readonly expansion: Part; readonly life: Part }> {
  const input = { recipeTypeId, title: null, description: null, definition: { version: "1.0", all_jobs: true } };
  const { id } = await createBatch(database, { name: "bench", role: "OPERATOR" }, input);
  const pace = { slices: 100, record: () => {}, halve: () => {} };
  const expansion = await timed(database, () =>
    expandBatch(database, { batchId: id, lane: 1, isOver: () => false, pace, checks: "BY_CHUNK" }),
  );
  const { rows } = await database.pool.query("SELECT min(recipe_id) AS low, max(recipe_id) AS high FROM batch_recipe WHERE batch_id = $1", [
    id,
  ]);
  const { low, high } = rows[0] as { low: number; high: number };
  // Autovacuum would have done so by now. Without statistics, the plans below would read whole tables for each row.
  await database.pool.query("ANALYZE");
  const life = await timed(database, async () => {
    for (let from = low; from <= high; from += recipesAtOnce) {
      for (const step of [1, 2, 3]) {
        await database.query(claim, [from, from + recipesAtOnce - 1, step]);
        if (from === low) await database.pool.query("ANALYZE job_exe");
        await database.query(report, [from, from + recipesAtOnce - 1, step]);
      }
    }
  });
  const { rows: left } = await database.pool.query("SELECT count(*) AS n FROM job WHERE batch_id = $1 AND status <> 'COMPLETED'", [id]);
  if (left[0].n > 0) throw new Error(`${left[0].n} jobs of batch ${id} are not COMPLETED`);
  // As the gateway does when the work ends; what the executions tell counts as kept, so that they may be pruned.
  await database.pool.query("UPDATE batch SET work_state = 'SUCCEEDED', work_finished = now(), metrics_of = now() WHERE id = $1", [id]);
  return { expansion, life };
}
