import { type BatchOrderField, type BatchPath, batchView } from "./batchView.js";
import type { SortKey } from "./keyset.js";
import type { ColumnType } from "./tables.js";

export interface BatchOrder {
  readonly field: BatchOrderField;
  readonly descending: boolean;
}

/** What an order sorts rows by, and the joins that it takes. */
export interface SortedBy {
  readonly keys: readonly SortKey[];
  readonly joins: readonly string[];
}

const emptyValue = {
  ...{ int: "0", float8: "0", text: "''", boolean: "false", timestamptz: "'epoch'::timestamptz", jsonb: "'null'::jsonb" },
} as const satisfies Record<ColumnType, string>;

/**
 * The sort keys of an order: none of them is ever null, so rows can be compared with a cursor, and the last is the id, so no two
 * rows are equal. A nullable column becomes two keys.
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
