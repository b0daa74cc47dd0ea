import type { Db } from "../../database.js";
import { Parameters } from "../parameters.js";
import { prepared } from "../prepared.js";
import { type BatchFilter, conditionsOf, pathsFixed, statementWith, whereClause } from "./batchConditions.js";
import { type BatchOrder, batchSortKeys } from "./batchOrder.js";
import { type BatchPath, type BatchRow, batchView } from "./batchView.js";
import { countBatches, countOf } from "./countBatches.js";
import { keyColumns, orderBy, type Positioned, type Window, windowClauses } from "./keyset.js";
import { varyingKeys } from "./varyingKeys.js";

/**
 * Reads a window of the list by position: whatever the page, the start is found in an index. One flat statement: Prisma's
 * `include` takes five times as long for a page of 100 with its relations, and has no row comparison. What belongs to the batches is
 * joined to those of the page: PostgreSQL takes the rows behind a position for very few, or for very many, and would else sometimes
 * join them all, and sort them.
 *
 * With bounds on another time than the list is sorted by, many rows may be passed over: then the rest of the rows, too, is joined
 * late, and they are passed over in an index alone.
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
  const rows = await db.query<BatchRow<P>>(statementWith(text, where), parameters.values);
  return { rows, keysOf: positions.keysOf };
}

/**
 * Reads a page by number, with the count of all that the filter matches in the same snapshot. The rows that are passed over are walked in
 * the narrow index alone, and only the page's own are joined: page 1,000 takes 16 ms, and by title 31.
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
    // Behind the last page nothing is walked.
    walk.push(`${placeholder} < (SELECT count FROM total)`);
    range += ` OFFSET ${placeholder}`;
  }
  const page = `${joinsOf(sorted.joins)} ${whereClause(walk)} ORDER BY ${orderBy(keys, false)} ${range}`;
  const text = `
    WITH total AS (${countOf(filter, where)})
    SELECT (SELECT count FROM total) AS "count", ${selection.list}
    FROM ${batchesOf(page, offset > 0)} ${joinsOf([...selection.joins, ...sorted.joins])}
    ORDER BY ${orderBy(keys, false)}`;
  const rows = await db.query<BatchRow<P> & { count: number }>(statementWith(text, where), parameters.values);
  // No row brings the count of an empty page.
  return { count: rows[0]?.count ?? (await countBatches(db, filter)), rows };
}

/** The batches of a page. @param passesOver whether many rows are passed over: then these are walked in an index alone */
const batchesOf = (page: string, passesOver: boolean): string =>
  passesOver ? `(SELECT b.id FROM batch b ${page}) page JOIN batch b ON b.id = page.id` : `(SELECT b.* FROM batch b ${page}) b`;

/** Reads one batch. */
export async function selectBatch<P extends BatchPath>(db: Db, columns: readonly P[], id: number): Promise<BatchRow<P> | null> {
  const [row] = await selectBatchesById(db, columns, [id]);
  return row ?? null;
}

/** Reads the batches of some ids, in any order. One alone is compared: for a list PostgreSQL plans as for many. */
export function selectBatchesById<P extends BatchPath>(db: Db, columns: readonly P[], ids: readonly number[]): Promise<BatchRow<P>[]> {
  const { one, some } = selectionOf(columns);
  return ids.length === 1 ? db.query<BatchRow<P>>(prepared(one), ids) : db.query<BatchRow<P>>(prepared(some), [ids]);
}

/** What statements have for a list of columns. */
interface Selection {
  readonly list: string;
  readonly joins: readonly string[];
  /** Statements for the batches of one id, and of some. */
  readonly one: string;
  readonly some: string;
}

/** By the list of columns itself: putting all of this together takes a twentieth of the time in which a batch is answered. */
const selections = new WeakMap<readonly BatchPath[], Selection>();

function selectionOf(columns: readonly BatchPath[]): Selection {
  const known = selections.get(columns);
  if (known) return known;
  const found = columns.map((path) => batchView.column(path));
  const list = found.map(({ path, sql }) => `${sql} AS "${path}"`).join(", ");
  const joins = [...new Set(found.flatMap((column) => column.joins))];
  const byId = `SELECT ${list} FROM batch b ${joins.join(" ")} WHERE b.id =`;
  const selection = { list, joins, one: `${byId} $1::int`, some: `${byId} ANY($1::int[])` };
  selections.set(columns, selection);
  return selection;
}

/** Each join once, behind those that it builds on. */
const joinsOf = (joins: readonly string[]): string => [...new Set(joins)].join(" ");
