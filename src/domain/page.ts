import { fitsKeys, type Positioned, type SortKey, type Window } from "../db/sql/view/keyset.js";
import { DomainError } from "./errors.js";

export type { KeyValues, Positioned, Window } from "../db/sql/view/keyset.js";

/** A window of an ordered list: its rows with their positions, and whether there are more on either side. */
export interface Page<Row> extends Positioned<Row> {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
}

export const maxPageSize = 1000;
export const defaultPageSize = 100;

/** Reads how many rows a caller asks for, and from which end of the list. @throws {DomainError} that names the argument */
export function readPageSize({ first, last }: { first?: number | null; last?: number | null }): Pick<Window, "limit" | "backward"> {
  const isSet = (size: number | null | undefined): size is number => size !== null && size !== undefined;
  if (isSet(first) && isSet(last)) throw invalid("last", "can't be combined with first");
  for (const [name, size] of [
    ["first", first],
    ["last", last],
  ] as const) {
    if (!isSet(size)) continue;
    if (size < 0) throw invalid(name, "must not be negative");
    if (size > maxPageSize) throw invalid(name, `must be at most ${maxPageSize}`);
  }
  return { limit: first ?? last ?? defaultPageSize, backward: isSet(last) };
}

/**
 * Checks that the positions of a window fit the order of a list. They may not, because a client may have made them up.
 * @throws {DomainError} that names the argument
 */
export function checkPositions(window: Window, keys: readonly SortKey[]): void {
  for (const argument of ["after", "before"] as const) {
    const position = window[argument];
    if (position && !fitsKeys(keys, position)) throw invalid(argument, "is not a cursor of this list");
  }
}

/**
 * Finds a window of a list in the order of its ids, by the model API.
 * @param find the model's `findMany`, with what else it is asked
 * @param descending whether the latest come first
 */
export async function findWindowById<Row extends { readonly id: number }>(
  window: Window,
  find: (range: { where: { gt?: number; lt?: number }; orderBy: { id: "asc" | "desc" }; take: number }) => Promise<Row[]>,
  descending = false,
): Promise<Page<Row>> {
  checkPositions(window, [{ sql: "id", type: "int", descending }]);
  const { after, before, backward, limit } = window;
  const [above, below] = descending ? [before, after] : [after, before];
  const where = { ...(above && { gt: Number(above[0]) }), ...(below && { lt: Number(below[0]) }) };
  const rows = await find({ where, orderBy: { id: backward === descending ? "asc" : "desc" }, take: limit + 1 });
  return pageOf({ rows, keysOf: (row) => [String(row.id)] }, window);
}

/**
 * Makes a page of the rows that were read with a window. There may be one row more than asked for. If the window is backward, the rows are
 * in reverse.
 */
export function pageOf<Row>({ rows, keysOf }: Positioned<Row>, { limit, backward, after, before }: Window): Page<Row> {
  const hasMore = rows.length > limit;
  const wanted = hasMore ? rows.slice(0, limit) : rows;
  return backward
    ? { rows: wanted.toReversed(), keysOf, hasPreviousPage: hasMore, hasNextPage: before !== null }
    : { rows: wanted, keysOf, hasNextPage: hasMore, hasPreviousPage: after !== null };
}

export interface NumberedPage<Row> {
  /** All that the filter matches. */
  readonly count: number;
  /** The page's number, from 1. */
  readonly page: number;
  readonly rows: readonly Row[];
}

/** The page of a list that is asked for by its number, from 1, or as the last one. */
export interface PageNumber {
  readonly page: number | "last";
  readonly pageSize: number;
}

/** The number of the last page of a list with `count` rows. An empty list has a page 1. */
export const lastPage = (count: number, pageSize: number): number => Math.max(1, Math.ceil(count / pageSize));

/** Tells which rows of a list with `count` rows are on a page. @returns null where there is no such page */
export function rangeOfPage(count: number, { page, pageSize }: PageNumber): { page: number; limit: number; offset: number } | null {
  const last = lastPage(count, pageSize);
  const number = page === "last" ? last : page;
  return number > last ? null : { page: number, limit: pageSize, offset: (number - 1) * pageSize };
}

const invalid = (argument: string, message: string) => new DomainError({ code: "INVALID", path: [argument], message });
