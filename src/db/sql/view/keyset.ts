import { isStorable, maxInt, type Parameters } from "../parameters.js";
import type { ColumnType } from "./tables.js";

type KeyType = ColumnType | "bigint";

/** An expression that rows are sorted by. It is never null. */
export interface SortKey {
  /** The path of the column, if the expression is a column. */
  readonly path?: string;
  readonly sql: string;
  readonly type: KeyType;
  readonly descending: boolean;
}

/**
 * A row's position in an order: the text of each of its sort keys. It is PostgreSQL's own text, so nothing is lost, and times have
 * microseconds.
 */
export type KeyValues = readonly string[];

/** Rows of a list, and a function that tells the position of each. */
export interface Positioned<Row> {
  readonly rows: readonly Row[];
  keysOf(row: Row): KeyValues;
}

/** The part of an ordered list that is asked for. */
export interface Window {
  /** The most rows that are wanted. */
  readonly limit: number;
  /** Whether the rows are counted from the end of the list. A page has them in the list's order all the same. */
  readonly backward: boolean;
  readonly after: KeyValues | null;
  readonly before: KeyValues | null;
}

/**
 * The clauses of a statement that reads a window of an ordered list, and one row more. The limit stands in the text. If it were a
 * parameter, PostgreSQL would not know, when it makes one plan for all values, that only a few rows are wanted.
 */
export function windowClauses(
  keys: readonly SortKey[],
  window: Window,
  parameters: Parameters,
): { conditions: string[]; orderAndLimit: string } {
  const conditions: string[] = [];
  if (window.after) conditions.push(isBeyond(keys, window.after, false, parameters));
  if (window.before) conditions.push(isBeyond(keys, window.before, true, parameters));
  return { conditions, orderAndLimit: `ORDER BY ${orderBy(keys, window.backward)} LIMIT ${window.limit + 1}` };
}

export const orderBy = (keys: readonly SortKey[], reversed: boolean): string =>
  keys.map(({ sql, descending }) => `${sql} ${descending === reversed ? "ASC" : "DESC"}`).join(", ");

/**
 * The columns from which the keys of a row are read. Keys that are selected anyway are read from their own columns. For the others, there
 * are columns `k0`, `k1`, …
 * @param selected the paths of the selected columns, by which these are called in the row
 */
export function keyColumns(keys: readonly SortKey[], selected: readonly string[] = []) {
  const names = keys.map(({ path }, i) => (path !== undefined && selected.includes(path) ? path : `k${i}`));
  const columns = keys.flatMap(({ sql, path }, i) => (names[i] === path ? [] : [{ name: `k${i}`, sql: `${sql} AS k${i}` }]));
  const keysOf = (row: object): KeyValues => names.map((name) => String((row as Record<string, unknown>)[name]));
  return { columns: columns.map(({ sql }) => sql), names: columns.map(({ name }) => name), keysOf };
}

/**
 * A condition that is true of rows beyond a position. If all keys run in one direction, it is a row comparison, whose start PostgreSQL
 * finds in an index. Otherwise it spells out what a row comparison would mean.
 */
function isBeyond(keys: readonly SortKey[], values: KeyValues, reversed: boolean, parameters: Parameters): string {
  const placeholders = keys.map(({ type }, i) => parameters.add(values[i], type));
  const operator = ({ descending }: SortKey) => (descending === reversed ? ">" : "<");
  const [first] = keys;
  if (first && keys.every((key) => key.descending === first.descending)) {
    return `(${keys.map(({ sql }) => sql).join(", ")}) ${operator(first)} (${placeholders.join(", ")})`;
  }
  const alternatives = keys.map((key, i) => {
    const equal = keys.slice(0, i).map(({ sql }, k) => `${sql} = ${placeholders[k]}`);
    return [...equal, `${key.sql} ${operator(key)} ${placeholders[i]}`].join(" AND ");
  });
  return `(${alternatives.join(" OR ")})`;
}

/** The forms of positions. No list that has positions is sorted by a column of another type. */
const forms: Partial<Record<KeyType, (text: string) => boolean>> = {
  int: (text) => /^-?\d{1,10}$/.test(text) && Math.abs(Number(text)) <= maxInt,
  bigint: (text) => /^-?\d{1,16}$/.test(text) && Number.isSafeInteger(Number(text)),
  text: isStorable,
  boolean: (text) => text === "true" || text === "false",
  timestamptz: isTimestamp,
};

/** Whether a text is a time in UTC as PostgreSQL writes it, on a day that exists. */
function isTimestamp(text: string): boolean {
  const match = /^((?!0000)\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(\.\d{1,6})?\+00$/.exec(text);
  if (!match) return false;
  const time = `${match[1]}T${match[2]}.000Z`;
  const date = new Date(time);
  return !Number.isNaN(date.getTime()) && date.toISOString() === time;
}

/** Whether a position fits the order of these keys. It may not, because a client may have made it up. */
export const fitsKeys = (keys: readonly SortKey[], values: KeyValues): boolean =>
  values.length === keys.length && keys.every(({ type }, i) => forms[type]?.(values[i] as string));
