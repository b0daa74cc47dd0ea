import { batchColumn } from "./batchColumns.js";
import { type ColumnAt, columnAt, columnPaths } from "./columnAt.js";
import type { SortKey } from "./keyset.js";
import type { ColumnType } from "./tables.js";

/**
 * What batches can be ordered by: the path to a column of a batch, or of a row that it leads to, such as `creatorJob.jobType.name`. And
 * `isNotCreated`: behind those that are CREATED, all the others, since REST knows no more than these two states.
 */
export type BatchOrderField = string;

export interface BatchOrder {
  readonly field: BatchOrderField;
  readonly descending: boolean;
}

/** The paths to the columns of a batch and of what it leads to, without those that lead to a job from a job. */
export const batchPaths: readonly string[] = columnPaths("batch");

export const isBatchPath = (path: string): boolean => columnAt("batch", "b", path) !== null;

/** @throws {Error} where batches can't be ordered by it */
export const batchOrderColumn = (field: BatchOrderField): ColumnAt =>
  field === "isNotCreated" ? { sql: "(b.status <> 'CREATED')", type: "boolean", nullable: false, joins: [] } : batchColumn(field);

const emptyValue = {
  ...{ int: "0", float8: "0", text: "''", boolean: "false", timestamptz: "'epoch'::timestamptz", jsonb: "'null'::jsonb" },
} as const satisfies Record<ColumnType, string>;

/**
 * The sort keys of an order: none of them is ever null, so rows can be compared with a cursor, and the last is the id, so no two
 * rows are equal. A nullable column becomes two keys.
 */
export function batchSortKeys(order: readonly BatchOrder[]): { keys: SortKey[]; joins: string[] } {
  const keys: SortKey[] = [];
  const joins: string[] = [];
  for (const { field, descending } of order) {
    const { sql, type, nullable, joins: needed } = batchOrderColumn(field);
    joins.push(...needed);
    if (nullable) {
      keys.push({ sql: `(${sql} IS NULL)`, type: "boolean", descending });
      keys.push({ sql: `coalesce(${sql}, ${emptyValue[type]})`, type, descending });
    } else {
      keys.push({ sql, type, descending });
    }
    if (field === "id") return { keys, joins };
  }
  keys.push({ sql: batchOrderColumn("id").sql, type: "int", descending: order.at(-1)?.descending ?? false });
  return { keys, joins };
}
