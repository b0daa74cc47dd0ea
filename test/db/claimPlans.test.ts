import pg from "pg";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { reportJobs } from "../../src/domain/execution/reportJobs.js";
import { useDatabase } from "../support/database.js";
import { explain, type PlanNode, type SentStatement } from "../support/explain.js";
import { claim, completed, makeWork } from "../support/work.js";

const database = useDatabase();

/** The tables that grow with the work. Of the others, a whole page costs less than an index. */
const large = ["job", "job_exe", "recipe", "recipe_job", "batch_job", "batch_recipe"];

type Sent = Required<SentStatement>;

/** The hand-written statements that are sent while something is done, each once. */
async function statementsOf(act: () => Promise<unknown>): Promise<Sent[]> {
  const query = vi.spyOn(pg.Client.prototype, "query");
  try {
    await act();
    const sent = query.mock.calls.map(([statement]) => statement as unknown as Partial<Sent>);
    const whole = sent.filter((one): one is Sent => /\b(job|recipe|job_exe)\b/.test(one.text ?? "") && (one.values?.length ?? 0) > 0);
    return [...new Map(whole.map((one) => [one.text, one])).values()];
  } finally {
    query.mockRestore();
  }
}

/** Runs a statement again, as PostgreSQL plans it for all values alike, and undoes what it does. */
async function planOf(statement: Sent): Promise<PlanNode[]> {
  const client = await database().pool.connect();
  try {
    await client.query("BEGIN; SET LOCAL plan_cache_mode = force_generic_plan");
    return await explain(client, statement, true);
  } finally {
    await client.query("ROLLBACK");
    client.release();
  }
}

/** 30,000 jobs, of which 9,000 can run, and as many before them that have. */
beforeAll(async () => {
  const works = [await makeWork(database(), "a b<a c<b", 5000), await makeWork(database(), "d e<d f<e", 5000)];
  expect(works).toHaveLength(2);
  await reportJobs(database(), (await claim(database())).map(completed));
  await database().query({ text: "UPDATE batch SET max_running_jobs = 5000 WHERE id = (SELECT min(id) FROM batch)" });
  await database().query({
    text: `INSERT INTO job_exe (job_id, exe_num, status, worker, token_hash, lease_seconds, lease_expires, times_out, started, ended)
      SELECT id, 1, 'COMPLETED', 'worker', '', 60, now(), now(), now(), now() FROM job WHERE batch_id IS NULL`,
  });
  await database().query({ text: "VACUUM ANALYZE" });
});

const max = 10;

describe("No table that grows with the work is read as a whole, and nothing is sorted but the rows in hand, by", () => {
  it("a claim", async () => {
    const statements = await statementsOf(() => claim(database(), { max, requestId: "one" }));
    expect(statements.length).toBeGreaterThan(1);
    for (const statement of statements) expectSmall(statement.text, await planOf(statement), max);
  });

  it("reports", async () => {
    const claims = await claim(database(), { max });
    const statements = await statementsOf(() => reportJobs(database(), claims.map(completed)));
    expect(statements.length).toBeGreaterThan(2);
    // Run again, they find executions that have ended, and jobs that were queued.
    for (const statement of statements) expectSmall(statement.text, await planOf(statement), 4 * max);
  });
});

function expectSmall(text: string, nodes: readonly PlanNode[], rows: number): void {
  const scanned = nodes.filter((node) => node["Node Type"] === "Seq Scan" && large.includes(node["Relation Name"] ?? ""));
  expect(scanned, text).toEqual([]);
  for (const sort of nodes.filter((node) => node["Node Type"].endsWith("Sort"))) {
    expect(sort.Plans?.[0]?.["Actual Rows"] ?? 0, text).toBeLessThanOrEqual(rows);
  }
}
