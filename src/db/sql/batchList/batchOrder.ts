import type { SortKey } from "../view/keyset.js";
import type { ColumnType } from "../view/tables.js";
import { type BatchOrderField, type BatchPath, batchView } from "./batchView.js";

export interface BatchOrder {
  readonly field: BatchOrderField;
  readonly descending: boolean;
}

/** The keys that an order sorts rows by, and the joins that the keys need. */
export interface SortedBy {
  readonly keys: readonly SortKey[];
  readonly joins: readonly string[];
}

const emptyValue = {
  int: "0",
  float8: "0",
  text: "''",
  boolean: "false",
  timestamptz: "'epoch'::timestamptz",
  jsonb: "'null'::jsonb",
} as const satisfies Record<ColumnType, string>;

/**
 * Finds the sort keys of an order. None of them is ever null, so rows can be compared with a cursor. The last is the id, so no two rows are
 * equal. A nullable column becomes two keys: whether it is null, and its value or an empty one.
 */
export function batchSortKeys(order: readonly BatchOrder[]): SortedBy {
  const keys: SortKey[] = [];
  const joins: string[] = [];
  for (const { field, descending } of order) {
    const { path, sql, type, nullable, joins: needed } = batchView.column(field as BatchPath);
    joins.push(...needed);
    if (nullable) {
      keys.push({ sql: `(${sql} IS NULL)`, type: "boolean", descending });
      keys.push({ sql: `coalesce(${sql}, ${emptyValue[type]})`, type, descending });
    } else {
      keys.push({ path, sql, type, descending });
    }
    if (field === "id") return { keys, joins };
  }
  const { path, sql, type } = batchView.column("id");
  keys.push({ path, sql, type, descending: order.at(-1)?.descending ?? false });
  return { keys, joins };
}
