import { beforeAll, describe, expect, it } from "vitest";
import type { Db, Statement } from "../../src/db/database.js";
import { countMatchedFiles, countMatches, findOverlaps } from "../../src/db/sql/batch/countMatches.js";
import type { Match } from "../../src/db/sql/batch/matchedRecipes.js";
import { countBatchJobs, countBatchRecipes, selectBatchJobs, selectBatchRecipes } from "../../src/db/sql/batch/selectBatchParts.js";
import type { BatchFilter } from "../../src/db/sql/batchList/batchConditions.js";
import { batchView } from "../../src/db/sql/batchList/batchView.js";
import { countBatches } from "../../src/db/sql/batchList/countBatches.js";
import { selectBatch, selectBatchesById, selectBatchPage, selectBatchWindow } from "../../src/db/sql/batchList/selectBatches.js";
import { countRecipesOverTime } from "../../src/db/sql/catalogue/countRecipesOverTime.js";
import {
  countRecipeTypePage,
  type RecipeTypePageFilter,
  recipeTypeView,
  selectRecipeTypePage,
} from "../../src/db/sql/catalogue/selectRecipeTypePage.js";
import { fixMatches } from "../../src/db/sql/expansion/fixMatches.js";
import type { Window } from "../../src/db/sql/view/keyset.js";
import { useDatabase } from "../support/database.js";
import { code, sources } from "../support/sources.js";

const database = useDatabase();

const first: Window = { limit: 20, backward: false, after: null, before: null };
const windows: readonly Window[] = [first, { ...first, after: ["1"] }, { ...first, backward: true, before: ["9"] }];
const lists = [null, ["FAILED"], ["CREATED", "FAILED"]];

const [started, ended] = ["2016-01-01T00:00:00Z", "2016-02-01T00:00:00Z"];
const all: Match = {
  recipeTypeId: 1,
  exceptRevisionId: null,
  dateRange: null,
  recipeIds: null,
  failedInBatchId: null,
  retriedBatchId: null,
};
const matches: readonly Match[] = [
  all,
  { ...all, exceptRevisionId: 2, dateRange: { type: "created", started, ended } },
  { ...all, exceptRevisionId: 2, dateRange: { type: "data", started, ended } },
  { ...all, exceptRevisionId: 2, recipeIds: [1, 2], failedInBatchId: 3 },
  { ...all, retriedBatchId: 3 },
];

const filters: readonly BatchFilter[] = [
  {},
  { started },
  { ended, statuses: ["FAILED"] },
  { statuses: ["FAILED", "PAUSED"], recipeTypeIds: [1, 2], recipeTypeNames: ["a"], title: "x", createdBy: ["me"], workStates: ["HELD"] },
];
const columns = batchView.paths;
const recipeTypeFilters: readonly RecipeTypePageFilter[] = [{}, { names: ["a"], versions: ["1"], isActive: true, started, ended }];
/** Both directions of each path. */
const ordersOf = <Path extends string>(paths: readonly Path[]) =>
  paths.flatMap((field) => [false, true].map((descending) => [{ field, descending }]));
const byId = [{ field: "id", descending: false }] as const;
const farPage = { limit: 20, offset: 40 };
const batchOrders = ordersOf(batchView.paths);

/** Sends statements. */
type Send = (db: Db) => Promise<unknown>;

/** Calls of the functions that put their statements together, which between them send each part of each statement. */
const calls: readonly { readonly of: (...args: never[]) => unknown; readonly with: readonly Send[] }[] = [
  { of: countMatches, with: matches.map((match) => (db) => countMatches(db, match)) },
  { of: countMatchedFiles, with: matches.map((match) => (db) => countMatchedFiles(db, match)) },
  {
    of: countRecipesOverTime,
    with: (["created", "data"] as const).flatMap((type) =>
      [null, 1].map(
        (exceptRevisionId): Send =>
          (db) =>
            countRecipesOverTime(db, { recipeTypeId: 1, exceptRevisionId, type, intervals: 60 }),
      ),
    ),
  },
  { of: findOverlaps, with: matches.map((match) => (db) => findOverlaps(db, match, matches)) },
  {
    of: fixMatches,
    with: matches.flatMap((match) =>
      [false, true].map(
        (newest): Send =>
          (db) =>
            fixMatches(db, 1, match, 50, newest),
      ),
    ),
  },
  {
    of: selectBatchRecipes,
    with: lists.flatMap((list) =>
      windows.map(
        (window): Send =>
          (db) =>
            selectBatchRecipes(db, [1], list, window),
      ),
    ),
  },
  {
    of: selectBatchJobs,
    with: lists.flatMap((list) =>
      windows.map(
        (window): Send =>
          (db) =>
            selectBatchJobs(db, [1], list, window),
      ),
    ),
  },
  { of: countBatchRecipes, with: lists.map((list) => (db) => countBatchRecipes(db, [1], list)) },
  { of: countBatchJobs, with: lists.map((list) => (db) => countBatchJobs(db, [1], list)) },
  { of: countBatches, with: filters.map((filter) => (db) => countBatches(db, filter)) },
  { of: selectBatch, with: [(db) => selectBatch(db, columns, 1)] },
  { of: selectBatchesById, with: [[1], [1, 2]].map((ids) => (db) => selectBatchesById(db, columns, ids)) },
  {
    of: selectBatchWindow,
    with: [
      ...batchOrders.map(
        (order): Send =>
          (db) =>
            selectBatchWindow(db, columns, {}, order, first),
      ),
      ...filters.flatMap((filter) =>
        [first, { ...first, backward: true, before: ["9"] }].map(
          (window): Send =>
            (db) =>
              selectBatchWindow(db, columns, filter, byId, window),
        ),
      ),
    ],
  },
  {
    of: selectBatchPage,
    with: [
      ...batchOrders.map(
        (order): Send =>
          (db) =>
            selectBatchPage(db, columns, {}, order, farPage),
      ),
      ...filters.map(
        (filter): Send =>
          (db) =>
            selectBatchPage(db, columns, filter, byId, farPage),
      ),
    ],
  },
  { of: countRecipeTypePage, with: recipeTypeFilters.map((filter) => (db) => countRecipeTypePage(db, filter)) },
  {
    of: selectRecipeTypePage,
    with: recipeTypeFilters.flatMap((filter) =>
      ordersOf(recipeTypeView.paths).map(
        (order): Send =>
          (db) =>
            selectRecipeTypePage(db, filter, order, { limit: 20, offset: 0 }),
      ),
    ),
  },
];

const files = sources.filter(({ file }) => file.startsWith("db/sql/"));
/** What each file exports. */
const modules = new Map<string, [string, unknown][]>();
beforeAll(async () => {
  for (const { file } of files) modules.set(file, Object.entries(await import(/* @vite-ignore */ `../../src/${file}`)));
});

const isStatement = (value: unknown): value is Statement => typeof value === "object" && value !== null && "text" in value;
/** Functions that send statements take the database first. */
const sends = (value: unknown): boolean => typeof value === "function" && /^(async )?(function \w+)?\(db\b/.test(String(value));

/** What is sent, each once. */
async function sentBy(send: Send): Promise<{ text: string; values: readonly unknown[] }[]> {
  const sent: { text: string; values: readonly unknown[] }[] = [];
  const query = async <Row>({ text }: Statement, values: readonly unknown[] = []): Promise<Row[]> => {
    sent.push({ text, values });
    return [];
  };
  await send({ ...database(), query, transaction: (work) => work({ ...database(), query, transaction: () => Promise.reject() }) });
  return sent;
}

/** Has PostgreSQL read a statement, which finds tables, columns, functions and types. @returns how many parameters it has */
async function prepare(text: string): Promise<number> {
  const client = await database().pool.connect();
  try {
    await client.query(`PREPARE checked AS ${text}`);
    const { rows } = await client.query(
      "SELECT cardinality(parameter_types) AS parameters FROM pg_prepared_statements WHERE name = 'checked'",
    );
    return rows[0].parameters;
  } finally {
    await client.query("DEALLOCATE ALL");
    client.release();
  }
}

describe("PostgreSQL understands", () => {
  const withStatements = files.flatMap(({ file, text }) => {
    const count = text.match(/: Statement = /g)?.length ?? 0;
    return count > 0 ? [[file, count] as const] : [];
  });
  it.each(withStatements)("the statements of %s", async (file, count) => {
    const statements = (modules.get(file) ?? []).map(([, value]) => value).filter(isStatement);
    expect(statements).toHaveLength(count);
    for (const { text } of statements) {
      // What is no query can't be prepared, but run.
      if (text.startsWith("ANALYZE")) await database().query({ text });
      else await prepare(text);
    }
  });

  it.each(calls.map(({ of, with: sendings }) => [of.name, sendings] as const))("what %s puts together", async (_name, sendings) => {
    const sent = (await Promise.all(sendings.map(sentBy))).flat();
    expect(sent.length).toBeGreaterThanOrEqual(sendings.length);
    for (const [text, values] of new Map(sent.map((one) => [one.text, one.values]))) expect(await prepare(text), text).toBe(values.length);
  });
});

it("No function that sends a statement is left out here, nor a file that has one", () => {
  const exported = files.flatMap(({ file }) => (modules.get(file) ?? []).filter(([, value]) => sends(value)));
  expect(exported.map(([name]) => name).sort()).toEqual(calls.map(({ of }) => of.name).sort());
  const sending = files.filter((source) => /\.query[<(]/.test(code(source))).map(({ file }) => file);
  expect(sending.filter((file) => !(modules.get(file) ?? []).some(([, value]) => sends(value)))).toEqual([]);
});
