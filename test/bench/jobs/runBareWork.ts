import { type Database, openDatabase } from "../../../src/db/database.js";
import { jobsAtOnce, timeWorkers, vacuum, type WorkRun, workers } from "./jobWorkers.js";

/** A recipe's chain of jobs. */
interface Chain {
  readonly recipeId: number;
  readonly jobIds: readonly [number, number, number];
}

/**
 * For a hundred jobs: $1 those that are done, $2 their children, which can then run, $3 the recipes of those that have none, $4 the jobs
 * that are claimed next, $5 the batch, $6 the worker, $7 a number of the request. It writes the rows that reports and a claim write, and
 * has nothing to find out: no queue is searched, no token is checked, no parents are looked at, nobody else wants the same jobs.
 */
const round = `
  WITH done AS (
    UPDATE job SET status = 'COMPLETED', ended = now(), last_status_change = now(), last_modified = now() WHERE id = ANY($1::int[])
  ), ended AS (
    UPDATE job_exe SET status = 'COMPLETED', ended = now(), report_hash = sha256(id::text::bytea) WHERE job_id = ANY($1::int[])
  ), queued AS (
    UPDATE job SET status = 'QUEUED', queued = now(), last_status_change = now(), last_modified = now(),
      data = '{"version": "1.0", "input_data": [{"name": "scene", "file_id": 1}], "workspace_id": 1}'
    WHERE id = ANY($2::int[])
  ), completed AS (
    UPDATE recipe SET completed = now(), last_modified = now() WHERE id = ANY($3::int[])
  ), counted AS (
    INSERT INTO work_tally (batch_id, status, n)
    SELECT $5::int, 'RECIPE_COMPLETED', cardinality($3::int[]) WHERE cardinality($3::int[]) > 0
  ), claimed AS (
    UPDATE job SET status = 'RUNNING', num_exes = num_exes + 1, started = now(), last_status_change = now(), last_modified = now()
    WHERE id = ANY($4::int[]) RETURNING id, data, timeout
  ), executed AS (
    INSERT INTO job_exe (job_id, exe_num, worker, token_hash, lease_seconds, lease_expires, times_out, started)
    SELECT id, 1, $6, sha256(id::text::bytea), 60, now() + interval '1 min', now() + make_interval(secs => timeout), now() FROM claimed
    RETURNING id
  ), kept AS (
    INSERT INTO job_claim (worker, request_hash, nonce, exe_ids)
    SELECT $6, sha256($7::text::bytea), sha256($7::text::bytea), array_agg(id) FROM executed
  ), seen AS (
    INSERT INTO worker (name, last_seen) VALUES ($6, now()) ON CONFLICT (name) DO UPDATE SET last_seen = excluded.last_seen
  )
  SELECT id, data FROM claimed`;

/** Does what working batches off does to the rows, set-based, over one connection for each worker. The first batch warms up. */
export async function runBareWork(databaseUrl: string): Promise<WorkRun> {
  const database = openDatabase(databaseUrl, workers);
  try {
    const batches = await database.query<{ id: number }>({ text: "SELECT id FROM batch ORDER BY id" });
    const [first, second] = batches as [{ id: number }, { id: number }];
    await workOff(database, first.id);
    await vacuum(databaseUrl);
    return await workOff(database, second.id);
  } finally {
    await database.close();
  }
}

async function workOff(database: Database, batchId: number): Promise<WorkRun> {
  const chains = await database.query<Chain>(
    {
      text: `SELECT rj.recipe_id AS "recipeId", array_agg(rj.job_id ORDER BY rj.job_id) AS "jobIds"
        FROM batch_recipe b JOIN recipe_job rj ON rj.recipe_id = b.recipe_id WHERE b.batch_id = $1 GROUP BY 1 ORDER BY 1`,
    },
    [batchId],
  );
  return timeWorkers(3 * chains.length, async (worker) => {
    const own = chains.filter((_, i) => i % workers === worker);
    let last: (Chain & { step: number })[] = [];
    let rounds = 0;
    // In the order of a queue: first all jobs that can run, then those that follow.
    const jobs = [0, 1, 2].flatMap((step) => own.map((chain) => ({ ...chain, step })));
    for (let from = 0; from < jobs.length || last.length > 0; from += jobsAtOnce) {
      const next = jobs.slice(from, from + jobsAtOnce);
      const at = (chain: Chain, step: number) => chain.jobIds[step] as number;
      await database.pool.query({
        name: "round",
        text: round,
        values: [
          last.map((one) => at(one, one.step)),
          last.filter(({ step }) => step < 2).map((one) => at(one, one.step + 1)),
          last.filter(({ step }) => step === 2).map(({ recipeId }) => recipeId),
          next.map((one) => at(one, one.step)),
          batchId,
          `worker-${worker}`,
          `${batchId}-${worker}-${rounds++}`,
        ],
      });
      last = next;
    }
    return jobs.length;
  });
}
