import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { keepJobMetrics } from "../../src/domain/batch/keepJobMetrics.js";
import { reportJobs } from "../../src/domain/execution/reportJobs.js";
import { findViolations } from "../../src/domain/findViolations.js";
import { pruneSuperseded } from "../../src/domain/prune/pruneSuperseded.js";
import { expand, makeType, submit } from "../support/catalogue.js";
import { useDatabase } from "../support/database.js";
import { graphql } from "../support/generated/index.js";
import { useGraphql } from "../support/graphql.js";
import { claim, completed, drain, makeWork } from "../support/work.js";

const script = fileURLToPath(new URL("../../dist/cli/prune.js", import.meta.url));
const database = useDatabase();
const { query } = useGraphql(database);
const forever = new AbortController().signal;

/** Runs `npm run prune -- ARGS`, as built. */
function prune(...args: string[]): Promise<{ code: number | null; printed: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args], { env: { ...process.env, DATABASE_URL: database().url } });
    let printed = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (printed += chunk));
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, printed }));
  });
}

/** Lets everything have happened so many days ago. */
const age = (days: number) =>
  database().pool.query(`
    UPDATE job SET superseded = superseded - interval '${days} days', ended = ended - interval '${days} days', started = started - interval '${days} days';
    UPDATE job_exe SET started = started - interval '${days} days', ended = ended - interval '${days} days';
    UPDATE recipe SET superseded = superseded - interval '${days} days'`);

const read = graphql(`
  query PrunedBatch($id: ID!) {
    batch(id: $id) {
      createdCount totalCount previous { databaseId } jobMetrics { jobName count failed longest }
      work { state recipesCompleted jobs { completed failed total } }
      recipes { totalCount } jobs { totalCount }
    }
  }
`);
const batchOf = async (id: number) => (await query(read, { id: String(id) })).batch;
const executions = () => database().prisma.jobExe.count();

describe("npm run prune", () => {
  let [first, second] = [0, 0];
  beforeAll(async () => {
    const work = await makeWork(database(), "parse publish<parse", 3);
    first = work.batchId;
    await drain(database());
    second = await submit(database(), work.type, { all_jobs: true });
    await expand(database(), second);
    await drain(database());
  });

  it("leaves what was superseded later, and what nobody has counted yet", async () => {
    expect(await prune("--older-than", "2d")).toEqual({ code: 0, printed: expect.stringContaining("Removed 0 executions, ") });
    await age(100);
    expect((await prune("--older-than", "90d")).printed).toContain("Removed 0 executions, the data and results of 6 jobs, 6 links");
    expect(await executions()).toBe(12);
  });

  it("says how much it would be, removes it, and leaves counts, metrics, chains and invariants as they were", async () => {
    await keepJobMetrics(database(), forever);
    const before = [await batchOf(first), await batchOf(second)];
    expect(before[0]).toMatchObject({
      jobMetrics: [{ count: 3 }, { count: 3 }],
      work: { state: "SUCCEEDED", jobs: { completed: 6, total: 6 } },
    });
    expect((await prune("--older-than", "90d", "--dry-run")).printed).toBe(
      "It would remove 6 executions, the data and results of 6 jobs, 0 links of recipes to files.\n",
    );
    expect(await executions()).toBe(12);
    expect((await prune("--older-than", "101d")).printed).toContain("Removed 0 executions");
    expect((await prune("--older-than", "90d")).printed).toContain("Removed 6 executions, the data and results of 6 jobs");
    expect(await executions()).toBe(6);
    expect([await batchOf(first), await batchOf(second)]).toEqual(before);
    expect(await findViolations(database())).toEqual([]);
    expect((await prune("--older-than", "90d")).printed).toContain("Removed 0 executions, the data and results of 0 jobs, 0 links");
    await keepJobMetrics(database(), forever);
    expect(await batchOf(first)).toEqual(before[0]);
  });

  it("needs a number of days", async () => {
    expect(await prune()).toMatchObject({ code: 2, printed: expect.stringContaining("--older-than") });
    for (const wrong of ["90", "1d", "0d", "-3d", "3 months"]) expect((await prune("--older-than", wrong)).code).toBe(2);
  });
});

describe("Pruning, while others work", () => {
  const other = useDatabase();
  let client: pg.Client;
  beforeAll(async () => {
    client = new pg.Client(other().url);
    await client.connect();
  });
  afterAll(() => client.end());

  it("waits for no lock, and lets nobody wait: what is locked is left for the next time", async () => {
    const { batchId, type } = await makeWork(other(), "parse", 4);
    await drain(other());
    const next = await submit(other(), type, { all_jobs: true });
    await expand(other(), next);
    await keepJobMetrics(other(), forever);
    await other().pool.query(
      "UPDATE job SET superseded = superseded - interval '9 days', ended = ended - interval '9 days'; UPDATE job_exe SET started = started - interval '9 days', ended = ended - interval '9 days'",
    );
    // Whatever waits for a lock fails at once, here and in all that workers do.
    await other().pool.query(`ALTER ROLE CURRENT_USER IN DATABASE ${new URL(other().url).pathname.slice(1)} SET lock_timeout = 1`);
    await client.query("BEGIN");
    await client.query("SELECT FROM batch WHERE id = $1 FOR UPDATE", [batchId]);
    expect(await pruneSuperseded(other(), 2, false, forever)).toMatchObject({ executions: 0 });
    await client.query("ROLLBACK; BEGIN");
    const { rows } = await client.query("SELECT id FROM job WHERE batch_id = $1 ORDER BY id LIMIT 1 FOR UPDATE", [batchId]);
    expect(rows).toHaveLength(1);
    expect(await pruneSuperseded(other(), 2, false, forever)).toMatchObject({ executions: 3 });
    await client.query("ROLLBACK");
    // A worker goes on while the last of it is pruned and the transaction is still open.
    await client.query("BEGIN; SET LOCAL lock_timeout = 1");
    const pruned = await pruneSuperseded(heldOpen(client), 2, false, forever);
    expect(pruned).toMatchObject({ executions: 1, jobs: 1 });
    const claims = await claim(other());
    expect(claims).toHaveLength(4);
    expect(await reportJobs(other(), claims.map(completed))).toHaveLength(4);
    await client.query("COMMIT");
    expect(await findViolations(other())).toEqual([]);
    await makeType(other(), "parse");
  });
});

/** A database whose statements all belong to the client's open transaction. */
function heldOpen(client: pg.Client) {
  const db = {
    query: async (statement: { text: string }, values: readonly unknown[] = []) =>
      (await client.query(statement.text, values as unknown[])).rows,
  };
  return db as never;
}
