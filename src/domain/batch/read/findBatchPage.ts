import type { Db } from "../../../db/database.js";
import { countBatches } from "../../../db/sql/batchList/countBatches.js";
import { selectBatchPage } from "../../../db/sql/batchList/selectBatches.js";
import { lastPage, type NumberedPage, type PageNumber, rangeOfPage } from "../../page.js";
import { type BatchFilter, type BatchOrder, type BatchPath, type BatchRow, defaultBatchOrder } from "./batchView.js";

/** Finds a page of the list of batches by its number. @returns null where there is no such page */
export async function findBatchPage<P extends BatchPath>(
  db: Db,
  columns: readonly P[],
  filter: BatchFilter,
  order: readonly BatchOrder[],
  pageNumber: PageNumber,
): Promise<NumberedPage<BatchRow<P>> | null> {
  // Any other page than the last is counted and read by one statement.
  const range = rangeOfPage(pageNumber.page === "last" ? await countBatches(db, filter) : Number.POSITIVE_INFINITY, pageNumber);
  if (!range || !Number.isSafeInteger(range.offset)) return null;
  const { page, ...rows } = range;
  const found = await selectBatchPage(db, columns, filter, order.length === 0 ? defaultBatchOrder : order, rows);
  return page > lastPage(found.count, range.limit) ? null : { page, ...found };
}
