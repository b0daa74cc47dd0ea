import pg from "pg";
import { beforeAll, describe, expect, it, vi } from "vitest";
import type { Statement } from "../../src/db/database.js";
import { selectJobsIn } from "../../src/db/sql/execution/selectJobsIn.js";
import { type BatchFilter, type BatchOrder, type BatchPath, defaultBatchOrder } from "../../src/domain/batch/read/batchView.js";
import { countBatches, findBatches } from "../../src/domain/batch/read/findBatches.js";
import { findBatchPage } from "../../src/domain/batch/read/findBatchPage.js";
import { countBatchJobs, findBatchJobs } from "../../src/domain/batch/read/findBatchParts.js";
import type { JobStatus } from "../../src/domain/job/jobStatus.js";
import type { KeyValues, Window } from "../../src/domain/page.js";
import { makeManyRecipes, makeType, runBatch } from "../support/catalogue.js";
import { useDatabase } from "../support/database.js";
import { explain, type PlanNode } from "../support/explain.js";

const database = useDatabase();

const pageSize = 20;
/** A filter that leaves 1 row in 40 leads past 40 pages; more than a tenth of the table would be no walk to a page. */
const mostPassedOver = 2000;

/**
 * How many rows a page may sort: those that it shows. PostgreSQL 15 and 16 may instead read from the index all rows behind the page's
 * position that have one of two values of a filter, and sort those. With these 20,000 batches that takes 0.4 ms, and the other way 0.2.
 */
let mostSorted = pageSize + 1;

/** Two years of batches: most have long been CREATED, few recipe types are common, and what is old was changed long ago. */
const fill = [
  "INSERT INTO recipe_type (name, version, definition) SELECT 'type-' || i, '1', '{}' FROM generate_series(1, 20) AS i",
  `WITH event AS (INSERT INTO trigger_event (type) VALUES ('USER') RETURNING id)
    INSERT INTO batch (title, status, recipe_type_id, event_id, definition, created, last_modified)
    SELECT CASE WHEN dice % 25 > 0 THEN (ARRAY['Repair', 'Trial', 'Backfill'])[1 + dice % 3] || ' #' || dice % 15000 END,
      CASE WHEN dice % 100 < 80 THEN 'CREATED' ELSE (ARRAY['CANCELED', 'FAILED', 'PAUSED', 'CREATING', 'SUBMITTED'])[1 + dice % 5] END,
      (SELECT min(id) FROM recipe_type) + floor(20 * power((dice % 977) / 977.0, 2))::int, event.id, '{"version": "1.0"}',
      made, made + interval '1 min' * (dice % 600)
    FROM event, (SELECT i, abs(hashint4(i)) AS dice, timestamptz '2016-01-01 00:00:00Z' + i * interval '50 min' AS made
      FROM generate_series(1, 20000) AS i) rows
    ORDER BY i`,
  // An index is read alone only where all are known to see the rows; that can be known of what is on the disk, and is not at once.
  "CHECKPOINT",
  "VACUUM ANALYZE batch",
];

beforeAll(async () => {
  for (const text of fill) await database().query({ text });
  const [server] = await database().query<{ version: number }>({ text: "SELECT current_setting('server_version_num')::int AS version" });
  if ((server?.version ?? 0) < 170_000) mostSorted = mostPassedOver;
});

const filters: Record<string, BatchFilter> = {
  "no filter": {},
  "a common status": { statuses: ["CREATED"] },
  "a rare status": { statuses: ["FAILED"] },
  "two statuses": { statuses: ["PAUSED", "FAILED"] },
  "a common recipe type": { recipeTypeIds: [1] },
  "a rare recipe type": { recipeTypeIds: [19] },
  "two recipe types": { recipeTypeIds: [12, 13] },
  "a quarter of the time": { started: "2016-07-01T00:00:00.000000Z", ended: "2016-12-31T00:00:00.000000Z" },
  "an end": { ended: "2017-06-30T00:00:00.000000Z" },
  "a recipe type and a time": { recipeTypeIds: [1], started: "2016-07-01T00:00:00.000000Z" },
};
const columns = ["id", "title", "status", "recipeType.id", "lastModified", "event.type", "creatorJob.status"] as const;

type Order = readonly BatchOrder[];
const by = (field: BatchPath): Order => [{ field, descending: false }];
const orders: Record<string, Order> = {
  "the default order": defaultBatchOrder,
  "the order of the ids": by("id"),
  "the order of creation": by("created"),
  "the order of the titles": by("title"),
  "the order of the statuses": by("status"),
};

type Sent = Statement & { readonly values: readonly unknown[] };

/** The statements that are sent while something is read. */
async function statementsOf(read: () => Promise<unknown>): Promise<Sent[]> {
  const query = vi.spyOn(pg.Client.prototype, "query");
  try {
    await read();
    // A connection that is new is given its settings before.
    const statements = query.mock.calls.map(([statement]) => statement as unknown as Sent);
    return statements.filter(({ text }) => text !== undefined && !text.includes("set_config"));
  } finally {
    query.mockRestore();
  }
}

/** The one statement that is sent while something is read. */
async function statementOf(read: () => Promise<unknown>): Promise<Sent> {
  const [statement, ...others] = await statementsOf(read);
  expect(others).toEqual([]);
  return statement as Sent;
}

/** Runs a statement as PostgreSQL may plan it: for its values; where it is prepared, some time also for all values alike. */
async function plansOf({ name, text, values }: Sent): Promise<PlanNode[][]> {
  const client = await database().pool.connect();
  try {
    const plans: PlanNode[][] = [];
    for (const mode of name ? ["force_custom_plan", "force_generic_plan"] : ["force_custom_plan"]) {
      await client.query(`SET plan_cache_mode = ${mode}`);
      plans.push(await explain(client, { text, values }, true));
      await client.query("RESET plan_cache_mode");
    }
    return plans;
  } finally {
    client.release();
  }
}

function expectWalk(nodes: readonly PlanNode[]): void {
  const ofBatch = nodes.filter((node) => node["Relation Name"] === "batch");
  expect(ofBatch.map((node) => node["Node Type"])).not.toContain("Seq Scan");
  for (const node of ofBatch) expect(node["Rows Removed by Filter"] ?? 0).toBeLessThanOrEqual(mostPassedOver);
  for (const sort of nodes.filter((node) => node["Node Type"].endsWith("Sort"))) {
    expect(sort.Plans?.[0]?.["Actual Rows"]).toBeLessThanOrEqual(mostSorted);
  }
}

const start: Window = { limit: pageSize, backward: false, after: null, before: null };

describe.each(Object.entries(orders))("A page of batches in %s is read from an index, with", (_order, order) => {
  it.each(Object.entries(filters))("%s", async (_filter, filter) => {
    const read = (window: Window) => findBatches(database(), columns, filter, order, window);
    const { rows, keysOf } = await read({ ...start, limit: 1000 });
    const middle: KeyValues = keysOf(rows[rows.length >> 1] as (typeof rows)[number]);
    for (const window of [start, { ...start, after: middle }, { ...start, backward: true }, { ...start, backward: true, before: middle }]) {
      for (const plan of await plansOf(await statementOf(() => read(window)))) expectWalk(plan);
    }
  });
});

describe("Counting the batches that a filter matches reads an index alone", () => {
  const quarter = filters["a quarter of the time"] as BatchFilter;
  it.each<[string, BatchFilter, number]>([
    ["no rows, without a filter", {}, 0],
    ["no rows, with a status", { statuses: ["CREATED"] }, 0],
    ["no rows, with recipe types", { recipeTypeIds: [1, 19] }, 0],
    // A batch each 50 minutes.
    ["those of 184 days, with two bounds", quarter, 5300],
    ["those of the status, with a status and bounds", { ...quarter, statuses: ["FAILED"] }, mostPassedOver],
  ])("%s", async (_rows, filter, mostRows) => {
    for (const plan of await plansOf(await statementOf(() => countBatches(database(), filter)))) {
      const ofBatch = plan.filter((node) => node["Relation Name"] === "batch");
      for (const node of ofBatch) expect(node["Node Type"]).toBe("Index Only Scan");
      expect(ofBatch.reduce((sum, node) => sum + node["Actual Rows"], 0)).toBeLessThanOrEqual(mostRows);
    }
  });
});

describe("A page of batches by number, far into the list, passes over rows in an index alone, and only its own are looked up, in", () => {
  const descending = (field: BatchPath): Order => [{ field, descending: true }];
  it.each<[string, Order, string]>([
    ["the order of the last change", by("lastModified"), "last_modified, id"],
    ["the other direction", descending("lastModified"), "last_modified DESC, id DESC"],
    ["the order of creation", by("created"), "created, id"],
    ["that from its end", descending("created"), "created DESC, id DESC"],
    ["the order of the titles", by("title"), "title, id"],
    ["the titles from their end", descending("title"), "title DESC, id DESC"],
  ])("%s", async (_order, order, sql) => {
    const sorted = (await database().query<{ id: number }>({ text: `SELECT id FROM batch ORDER BY ${sql}` })).map(({ id }) => id);
    for (const page of [101, 777, 1000]) {
      const read = () => findBatchPage(database(), columns, {}, order, { page, pageSize });
      const found = await read();
      expect(found?.rows.map(({ id }) => id)).toEqual(sorted.slice((page - 1) * pageSize, page * pageSize));
      for (const plan of await plansOf(await statementOf(read))) {
        const ofBatch = plan.filter((node) => node["Relation Name"] === "batch");
        expect(ofBatch.map((node) => node["Node Type"])).toContain("Index Only Scan");
        // Of an index scan that is run once for each row, PostgreSQL tells the rows of one run.
        for (const node of ofBatch.filter((one) => one["Node Type"] !== "Index Only Scan")) {
          expect([node["Node Type"], node["Actual Rows"] * node["Actual Loops"]]).toEqual(["Index Scan", pageSize]);
        }
      }
    }
  });
});

describe("The jobs of a batch that have a status which few have are found without a look at the others, by", () => {
  const few = ["FAILED", "BLOCKED", "CANCELED", "RUNNING"] as const;
  /** Of each kind, made and kept. */
  const each = 5;
  let id: number;
  beforeAll(async () => {
    const type = await makeType(database(), "parse mask<parse");
    await makeManyRecipes(database(), type, 2000);
    id = await runBatch(database(), type, { job_names: ["mask"] });
    // The last ones of the list: a page along the list would come to them when it has seen all.
    for (const [i, status] of few.entries()) {
      await database().pool.query(
        `UPDATE job SET status = $2 WHERE id IN (
          SELECT job_id FROM (SELECT job_id, row_number() OVER (PARTITION BY is_original ORDER BY id DESC) AS n FROM batch_job WHERE batch_id = $1) j
          WHERE n BETWEEN $3 AND $4)`,
        [id, status, i * each + 1, (i + 1) * each],
      );
    }
    await database().pool.query("VACUUM ANALYZE job, batch_job");
  });

  const expectFew = async (statements: readonly Sent[], most: number) => {
    expect(statements.length).toBeGreaterThan(0);
    for (const statement of statements) {
      for (const plan of await plansOf(statement)) {
        const rows = plan
          .filter((node) => ["job", "batch_job"].includes(node["Relation Name"] ?? ""))
          .map((node) => (node["Actual Rows"] + (node["Rows Removed by Filter"] ?? 0)) * node["Actual Loops"]);
        expect(Math.max(0, ...rows), statement.text).toBeLessThanOrEqual(most);
      }
    }
  };
  const page = (statuses: readonly JobStatus[], window: Partial<Window> = {}) =>
    findBatchJobs(database(), [id], statuses, { ...start, limit: 50, ...window });

  it.each<[string, readonly JobStatus[]]>([...few.map((status): [string, JobStatus[]] => [status, [status]]), ["any of them", few]])(
    "a page of them: %s",
    async (_name, statuses) => {
      const wanted = 2 * each * statuses.length;
      expect((await page(statuses))[0]?.rows).toHaveLength(wanted);
      await expectFew(await statementsOf(() => page(statuses)), wanted);
      await expectFew(await statementsOf(() => page(statuses, { backward: true })), wanted);
    },
  );

  it("their number", async () => {
    expect(await countBatchJobs(database(), [id], ["FAILED"])).toEqual([2 * each]);
    await expectFew(await statementsOf(() => countBatchJobs(database(), [id], ["FAILED"])), 2 * each);
  });

  it("those who change them all", async () => {
    await expectFew([{ ...selectJobsIn, values: [id, ["FAILED"], 0, 10_000] }], 2 * each);
  });
});
