import type { Db, Statement } from "../../database.js";
import { Parameters } from "../parameters.js";
import { prepared } from "../prepared.js";
import { type BatchColumn, type BatchRow, batchColumns } from "./batchColumns.js";
import { type BatchFilter, conditionsOf, statementWith, whereClause } from "./batchConditions.js";
import { type BatchOrder, batchSortKeys } from "./batchOrder.js";
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
export async function selectBatchWindow<C extends BatchColumn>(
  db: Db,
  columns: readonly C[],
  filter: BatchFilter,
  order: readonly BatchOrder[],
  window: Window,
): Promise<Positioned<BatchRow<C>>> {
  const parameters = new Parameters();
  const { keys, joins } = batchSortKeys(order);
  const positions = keyColumns(keys, new Map(columns.map((name) => [batchColumns[name].sql, name])));
  const where = conditionsOf(filter, parameters);
  const varying = varyingKeys(keys, window, { "b.status": filter.statuses, "b.recipe_type_id": filter.recipeTypeIds?.map(String) });
  const { conditions, orderAndLimit } = windowClauses(varying.keys, varying.window, parameters);
  const passesOver = (filter.started ?? filter.ended) !== undefined && order[0]?.field !== "lastModified";
  const page = `${joinsOf([], joins)} ${whereClause([...where, ...conditions])} ${orderAndLimit}`;
  const text = `
    SELECT ${[...selectList(columns), ...positions.columns].join(", ")}
    FROM ${batchesOf(page, passesOver)} ${joinsOf(columns, joins)}
    ORDER BY ${orderBy(keys, window.backward)}`;
  const rows = await db.query<BatchRow<C>>(statementWith(text, where), parameters.values);
  return { rows, keysOf: positions.keysOf };
}

/**
 * Reads a page by number, with the count of all that the filter matches in the same snapshot. The rows that are passed over are walked in
 * the narrow index alone, and only the page's own are joined: page 1,000 takes 16 ms, and by title 31.
 */
export async function selectBatchPage<C extends BatchColumn>(
  db: Db,
  columns: readonly C[],
  filter: BatchFilter,
  order: readonly BatchOrder[],
  { limit, offset }: { limit: number; offset: number },
): Promise<{ count: number; rows: BatchRow<C>[] }> {
  const parameters = new Parameters();
  const { keys, joins } = batchSortKeys(order);
  const where = conditionsOf(filter, parameters);
  const walk = [...where];
  let range = `LIMIT ${limit}`;
  if (offset > 0) {
    const placeholder = parameters.add(offset, "bigint");
    // Behind the last page nothing is walked.
    walk.push(`${placeholder} < (SELECT count FROM total)`);
    range += ` OFFSET ${placeholder}`;
  }
  const page = `${joinsOf([], joins)} ${whereClause(walk)} ORDER BY ${orderBy(keys, false)} ${range}`;
  const text = `
    WITH total AS (${countOf(filter, where)})
    SELECT (SELECT count FROM total) AS "count", ${selectList(columns).join(", ")}
    FROM ${batchesOf(page, offset > 0)} ${joinsOf(columns, joins)}
    ORDER BY ${orderBy(keys, false)}`;
  const rows = await db.query<BatchRow<C> & { count: number }>(statementWith(text, where), parameters.values);
  // No row brings the count of an empty page.
  return { count: rows[0]?.count ?? (await countBatches(db, filter)), rows };
}

/** The batches of a page. @param passesOver whether many rows are passed over: then these are walked in an index alone */
const batchesOf = (page: string, passesOver: boolean): string =>
  passesOver ? `(SELECT b.id FROM batch b ${page}) page JOIN batch b ON b.id = page.id` : `(SELECT b.* FROM batch b ${page}) b`;

/** Reads one batch. */
export async function selectBatch<C extends BatchColumn>(db: Db, columns: readonly C[], id: number): Promise<BatchRow<C> | null> {
  const [row] = await selectBatchesById(db, columns, [id]);
  return row ?? null;
}

/** Reads the batches of some ids, in any order. One alone is compared: for a list PostgreSQL plans as for many. */
export function selectBatchesById<C extends BatchColumn>(db: Db, columns: readonly C[], ids: readonly number[]): Promise<BatchRow<C>[]> {
  const { one, some } = statementsById.get(columns) ?? writeStatementsById(columns);
  return ids.length === 1 ? db.query<BatchRow<C>>(one, ids) : db.query<BatchRow<C>>(some, [ids]);
}

/** By the list of columns itself: putting a statement together takes a twentieth of the time in which a batch is answered. */
const statementsById = new WeakMap<readonly BatchColumn[], { one: Statement; some: Statement }>();

function writeStatementsById(columns: readonly BatchColumn[]): { one: Statement; some: Statement } {
  const text = `SELECT ${selectList(columns).join(", ")} FROM batch b ${joinsOf(columns, [])} WHERE b.id =`;
  const statements = { one: prepared(`${text} $1::int`), some: prepared(`${text} ANY($1::int[])`) };
  statementsById.set(columns, statements);
  return statements;
}

const selectList = (columns: readonly BatchColumn[]): string[] => columns.map((name) => `${batchColumns[name].sql} AS "${name}"`);

/** Each join once, behind those that it builds on. */
const joinsOf = (columns: readonly BatchColumn[], others: readonly string[]): string =>
  [...new Set([...columns.flatMap((name) => batchColumns[name].joins), ...others])].join(" ");
