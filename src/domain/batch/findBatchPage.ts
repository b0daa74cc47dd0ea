import type { Db } from "../../db/database.js";
import type { BatchColumn, BatchRow } from "../../db/sql/batchColumns.js";
import type { BatchOrder } from "../../db/sql/batchOrder.js";
import { type BatchFilter, countBatches, selectBatchPage } from "../../db/sql/selectBatches.js";
import { defaultBatchOrder } from "./findBatches.js";

/** A page by number. */
export interface NumberedPage<Row> {
  /** All that the filter matches. */
  readonly count: number;
  /** The page's number, from 1. */
  readonly page: number;
  readonly rows: readonly Row[];
}

/**
 * Finds a page of the list of batches by its number.
 * @param page from 1, or the last one
 * @returns null where there is no such page; page 1 of an empty list exists
 */
export async function findBatchPage<C extends BatchColumn>(
  db: Db,
  columns: readonly C[],
  filter: BatchFilter,
  order: readonly BatchOrder[],
  { page, pageSize }: { page: number | "last"; pageSize: number },
): Promise<NumberedPage<BatchRow<C>> | null> {
  const count = await countBatches(db, filter);
  const lastPage = Math.max(1, Math.ceil(count / pageSize));
  const number = page === "last" ? lastPage : page;
  if (number > lastPage) return null;
  const range = { limit: pageSize, offset: (number - 1) * pageSize };
  const rows = await selectBatchPage(db, columns, filter, order.length === 0 ? defaultBatchOrder : order, range);
  return { count, page: number, rows };
}
