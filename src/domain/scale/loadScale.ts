import type { Database } from "../../db/database.js";
import { wordsOf } from "../../db/databaseWords.js";
import { longTransaction, type Run } from "../../db/longTransaction.js";
import { analyzeRecipes } from "../../db/sql/catalogue/analyzeRecipes.js";
import * as sql from "../../db/sql/scale/scaleStatements.js";
import { type ScaleTable, scaleTables } from "../../db/sql/scale/scaleTables.js";
import { cut } from "../cut.js";
import { batchCreator, ensureSystemJobType } from "../job/ensureSystemJobType.js";
import { readRecipeDefinition } from "../recipe/recipeDefinition.js";

/** Rows that are read and written at a time: some megabytes. */
const chunk = 2000;

/** Why a database can't be taken over; nothing of it is. */
export class NotLoadable extends Error {}

/** What was taken over, and what was not. */
export interface ScaleReport {
  /** How many rows, by what they are. */
  readonly loaded: readonly (readonly [noun: string, count: number])[];
  /** What was left out or changed, and why, in sentences. */
  readonly notes: readonly string[];
}

/** Hears how far it is: rows of the whole, and what is being read. */
export type OnProgress = (done: number, total: number, noun: string) => void;

/**
 * Takes over the database of a running Scale 4: recipe types, job types, their revisions, trigger rules and events, errors, files, recipes, jobs
 * and batches, with their ids. It reads one snapshot, and writes all or nothing.
 * @param url of Scale's database, which is only read
 * @throws {NotLoadable} where the gateway is not empty, or the database is not Scale's or can't be reached
 */
export async function loadScale(database: Database, url: string, onProgress: OnProgress, signal: AbortSignal): Promise<ScaleReport> {
  let isReached = false;
  const report = await longTransaction(
    url,
    { prepare: false, isSnapshot: true },
    async (source) => {
      isReached = true;
      const columns = await readColumns(source);
      return longTransaction(
        database.url,
        { prepare: true, isSnapshot: false },
        (target) => copyAll(source, target, columns, onProgress),
        signal,
      );
    },
    signal,
  ).catch((error: unknown) => {
    if (isReached || signal.aborted) throw error;
    throw new NotLoadable(`Scale's database can't be reached: ${wordsOf(error)}`);
  });
  await ensureSystemJobType(database);
  await database.query(analyzeRecipes);
  return report;
}

type Columns = ReadonlyMap<string, ReadonlySet<string>>;

/** The columns that each table has in Scale's database. */
async function readColumns(source: Run): Promise<Columns> {
  const columns = new Map<string, Set<string>>();
  for (const { table, column } of await source<{ table: string; column: string }>(sql.selectColumns, [
    [...scaleTables.map(({ name }) => name), "workspace"],
  ])) {
    columns.set(table, (columns.get(table) ?? new Set()).add(column));
  }
  const missing = scaleTables.filter(({ name }) => !columns.has(name)).map(({ name }) => name);
  if (missing.length > 0) throw new NotLoadable(`This is no database of Scale 4: it has no table ${missing.join(", ")}`);
  if (columns.get("batch")?.has("recipe_type_rev_id") && columns.get("job")?.has("batch_id")) {
    throw new NotLoadable("This is the database of a gateway, not of Scale 4");
  }
  for (const [table, column] of [
    ["job", "data"],
    ["recipe_job", "is_original"],
    ["recipe_type", "revision_num"],
    ["batch", "definition"],
  ] as const) {
    if (!columns.get(table)?.has(column))
      throw new NotLoadable(`This is no database of Scale 4: its table ${table} has no column ${column}`);
  }
  return columns;
}

async function copyAll(source: Run, target: Run, columns: Columns, onProgress: OnProgress): Promise<ScaleReport> {
  await target(sql.lockTables);
  const filled = await target<{ table: string }>(sql.selectFilledTables, [batchCreator.name]);
  if (filled.length > 0) {
    throw new NotLoadable(`The gateway's database is not empty: there is something in ${filled.map(({ table }) => table).join(", ")}`);
  }
  for (const text of sql.clearOwnRows) await target(text);
  const { leftOut, notes } = await findUnreadable(source);
  const sizes = new Map<ScaleTable, { count: number; last: number }>();
  for (const table of scaleTables) {
    const [size = { count: 0, last: 0 }] = await source<{ count: number; last: number }>(sql.countRows(table));
    sizes.set(table, size);
  }
  const total = [...sizes.values()].reduce((sum, { count }) => sum + count, 0);
  const loaded: [string, number][] = [];
  let [before, changed] = [0, 0];
  for (const table of scaleTables) {
    const copied = await copyTable(source, target, table, columns, leftOut, (done) => onProgress(before + done, total, table.noun));
    const { count } = sizes.get(table) ?? { count: 0 };
    loaded.push([table.noun, copied.written]);
    changed += copied.changed;
    before += count;
    const isNamed = table.name.startsWith("recipe_type");
    if (count > copied.written && !isNamed) notes.push(`${count - copied.written} ${table.noun} were left out: ${reasonOf(table)}.`);
  }
  // From here on, new rows stand behind Scale's.
  for (const [table, { last }] of sizes) await target(sql.setSequence(table), [last]);
  for (const text of sql.completeRows) await target(text);
  await target(sql.restoreErrors);
  const [unended] = await source<{ jobs: number; batches: number }>(sql.countUnended);
  if (unended?.jobs) notes.push(`${unended.jobs} jobs had not ended in Scale, and are CANCELED here.`);
  if (unended?.batches) notes.push(`${unended.batches} batches were not yet CREATED in Scale, and are CANCELED here.`);
  if (changed > 0) notes.push(`${changed} texts held the character U+0000, which PostgreSQL's jsonb can't; it became U+FFFD.`);
  notes.push("Executions of jobs stay in Scale: the gateway's are of another form.");
  return { loaded, notes };
}

const reasonOf = ({ name, mayRepeat }: ScaleTable): string => {
  if (mayRepeat) return "their batch was, or they name no recipe that it made";
  return name === "batch_job" ? "their batch was, or its recipes don't hold them" : "their recipe type was";
};

/** Finds the recipe types that have a definition which the gateway can't read, and tells why. */
async function findUnreadable(source: Run): Promise<{ leftOut: number[]; notes: string[] }> {
  const found = new Map<number, string>();
  const current = new Set<number>();
  const named = new Map<number, string>();
  for (const row of await source<DefinitionRow>(sql.selectDefinitions)) {
    named.set(row.id, `${row.name} ${row.version}`);
    if (row.revisionNum === row.currentNum) current.add(row.id);
    if (row.revisionNum === null || found.has(row.id)) continue;
    const [problem] = readRecipeDefinition(JSON.parse(row.definition ?? "null")).problems;
    if (problem) found.set(row.id, `revision ${row.revisionNum}: ${[problem.path.join("."), problem.message].filter(Boolean).join(" ")}`);
  }
  for (const id of named.keys()) if (!current.has(id) && !found.has(id)) found.set(id, "its current revision is missing");
  const notes = [...found].map(
    ([id, why]) => `Recipe type ${named.get(id)} (id ${id}) was left out, with its recipes, jobs and batches: ${cut(why)}.`,
  );
  return { leftOut: [...found.keys()], notes };
}

interface DefinitionRow {
  readonly id: number;
  readonly name: string;
  readonly version: string;
  readonly currentNum: number;
  readonly revisionNum: number | null;
  readonly definition: string | null;
}

/** U+0000, as JSON writes it. An even number of backslashes before it are backslashes. */
const nul = /(?<!\\)((?:\\\\)*)\\u0000/g;

async function copyTable(
  source: Run,
  target: Run,
  table: ScaleTable,
  columns: Columns,
  leftOut: readonly number[],
  onRead: (done: number) => void,
): Promise<{ written: number; changed: number }> {
  const has = columns.get(table.name) ?? new Set<string>();
  // A Scale without workspaces knows no place of its files.
  const kept = table.name !== "scale_file" || columns.get("workspace")?.has("json_config") ? table : { ...table, made: {} };
  const select = sql.selectRows(kept, has);
  const insert = sql.insertRows(table, await target<sql.TargetColumn>(sql.selectTargetColumns, [table.name]));
  let [read, written, changed] = [0, 0, 0];
  for (let after = 0; ; ) {
    const [part] = await source<{ rows: string | null; count: number; last: number }>(select, [after, chunk, leftOut]);
    if (!part?.rows) return { written, changed };
    const rows = part.rows.replace(nul, (_, backslashes: string) => {
      changed++;
      return `${backslashes}\\ufffd`;
    });
    written += (await target<{ count: number }>(insert, [rows]))[0]?.count ?? 0;
    after = part.last;
    read += part.count;
    onRead(read);
  }
}
