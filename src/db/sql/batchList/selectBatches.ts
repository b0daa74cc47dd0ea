import type { Db } from "../../database.js";
import { type FlatRowClass, flatRow } from "../../FlatRow.js";
import { Parameters } from "../parameters.js";
import { prepared } from "../prepared.js";
import { keyColumns, orderBy, type Positioned, type Window, windowClauses } from "../view/keyset.js";
import { type BatchFilter, conditionsOf, pathsFixed, statementWith, whereClause } from "./batchConditions.js";
import { type BatchOrder, batchSortKeys } from "./batchOrder.js";
import { type BatchPath, type BatchRow, batchView } from "./batchView.js";
import { countBatches, countOf } from "./countBatches.js";
import { varyingKeys } from "./varyingKeys.js";

/**
 * Reads a window of the list by position. PostgreSQL finds the window's start in an index, whichever page it is. It is one flat statement:
 * Prisma's `include` takes five times as long for a page of 100 with its relations, and Prisma has no row comparison.
 *
 * A subquery reads the batches of the page, and what belongs to them is joined only to these. Without the subquery, PostgreSQL would
 * sometimes join and sort all rows behind the position, because it takes them for very few or for very many.
 *
 * If the filter has bounds on the last modification, and the list is sorted by something else, many rows may have to be skipped. Then the
 * subquery reads only ids, so the rows are skipped in an index alone, and the other columns of the page's batches are joined afterwards.
 */
export async function selectBatchWindow<P extends BatchPath>(
  db: Db,
  columns: readonly P[],
  filter: BatchFilter,
  order: readonly BatchOrder[],
  window: Window,
): Promise<Positioned<BatchRow<P>>> {
  const parameters = new Parameters();
  const { keys, ...sorted } = batchSortKeys(order);
  const selection = selectionOf(columns);
  const positions = keyColumns(keys, columns);
  const where = conditionsOf(filter, parameters);
  const varying = varyingKeys(keys, window, pathsFixed(filter));
  const { conditions, orderAndLimit } = windowClauses(varying.keys, varying.window, parameters);
  const passesOver = (filter.started ?? filter.ended) !== undefined && order[0]?.field !== "lastModified";
  const page = `${joinsOf(sorted.joins)} ${whereClause([...where, ...conditions])} ${orderAndLimit}`;
  const text = `
    SELECT ${[selection.list, ...positions.columns].join(", ")}
    FROM ${batchesOf(page, passesOver)} ${joinsOf([...selection.joins, ...sorted.joins])}
    ORDER BY ${orderBy(keys, window.backward)}`;
  const statement = { row: rowOf(selection, positions.names), ...statementWith(text, where) };
  const rows = await db.query<BatchRow<P>>(statement, parameters.values);
  return { rows, keysOf: positions.keysOf };
}

/**
 * Reads a page by its number and, in the same snapshot, the count of all that the filter matches. The rows before the page are skipped in
 * the narrow index alone, and only the page's own rows are joined. Page 1,000 takes 16 ms, and 31 ms when sorted by title.
 */
export async function selectBatchPage<P extends BatchPath>(
  db: Db,
  columns: readonly P[],
  filter: BatchFilter,
  order: readonly BatchOrder[],
  { limit, offset }: { limit: number; offset: number },
): Promise<{ count: number; rows: BatchRow<P>[] }> {
  const parameters = new Parameters();
  const { keys, ...sorted } = batchSortKeys(order);
  const selection = selectionOf(columns);
  const where = conditionsOf(filter, parameters);
  const walk = [...where];
  let range = `LIMIT ${limit}`;
  if (offset > 0) {
    const placeholder = parameters.add(offset, "bigint");
    // For a page behind the last one, no rows are skipped.
    walk.push(`${placeholder} < (SELECT count FROM total)`);
    range += ` OFFSET ${placeholder}`;
  }
  const page = `${joinsOf(sorted.joins)} ${whereClause(walk)} ORDER BY ${orderBy(keys, false)} ${range}`;
  const text = `
    WITH total AS (${countOf(filter, where)})
    SELECT ${selection.list}, (SELECT count FROM total) AS "count"
    FROM ${batchesOf(page, offset > 0)} ${joinsOf([...selection.joins, ...sorted.joins])}
    ORDER BY ${orderBy(keys, false)}`;
  const statement = { row: rowOf(selection, ["count"]), ...statementWith(text, where) };
  const rows = await db.query<BatchRow<P> & { count: number }>(statement, parameters.values);
  // An empty page has no row that brings the count.
  return { count: rows[0]?.count ?? (await countBatches(db, filter)), rows };
}

/** The batches of a page, as a subquery. @param passesOver whether many rows are skipped; it is then done in an index alone */
const batchesOf = (page: string, passesOver: boolean): string =>
  passesOver ? `(SELECT b.id FROM batch b ${page}) page JOIN batch b ON b.id = page.id` : `(SELECT b.* FROM batch b ${page}) b`;

export async function selectBatch<P extends BatchPath>(db: Db, columns: readonly P[], id: number): Promise<BatchRow<P> | null> {
  const [row] = await selectBatchesById(db, columns, [id]);
  return row ?? null;
}

/** Reads the batches of some ids, in any order. A single id is compared, because PostgreSQL plans a list as if it had many ids. */
export function selectBatchesById<P extends BatchPath>(db: Db, columns: readonly P[], ids: readonly number[]): Promise<BatchRow<P>[]> {
  const { one, some } = selectionOf(columns);
  return ids.length === 1 ? db.query<BatchRow<P>>(prepared(one), ids) : db.query<BatchRow<P>>(prepared(some), [ids]);
}

/** The parts of statements that follow from a list of columns. */
interface Selection {
  readonly columns: readonly string[];
  readonly list: string;
  readonly joins: readonly string[];
  /** The statements that read the batch of one id, and the batches of several. */
  readonly one: string;
  readonly some: string;
  /** The classes of its rows, by the names of the columns behind its own. */
  readonly rows: Map<string, FlatRowClass>;
}

/** The selections that were made, by the list of columns itself. To make one takes a twentieth of the time of a request for one batch. */
const selections = new WeakMap<readonly BatchPath[], Selection>();

function selectionOf(columns: readonly BatchPath[]): Selection {
  const known = selections.get(columns);
  if (known) return known;
  const found = columns.map((path) => batchView.column(path));
  const list = found.map(({ path, sql }) => `${sql} AS "${path}"`).join(", ");
  const joins = [...new Set(found.flatMap((column) => column.joins))];
  const byId = `SELECT ${list} FROM batch b ${joins.join(" ")} WHERE b.id =`;
  const selection = { columns, list, joins, one: `${byId} $1::int`, some: `${byId} ANY($1::int[])`, rows: new Map() };
  selections.set(columns, selection);
  return selection;
}

/** The class of rows that have some columns behind those of a selection. */
function rowOf({ columns, rows }: Selection, others: readonly string[]): FlatRowClass {
  const key = others.join();
  const row = rows.get(key) ?? flatRow([...columns, ...others]);
  rows.set(key, row);
  return row;
}

/** Each join once, after those that it builds on. */
const joinsOf = (joins: readonly string[]): string => [...new Set(joins)].join(" ");
