import type { Db } from "../../../db/database.js";
import { countBatches } from "../../../db/sql/batchList/countBatches.js";
import { selectBatchPage } from "../../../db/sql/batchList/selectBatches.js";
import { lastPage, type NumberedPage, type PageNumber } from "../../page.js";
import { type BatchFilter, type BatchOrder, type BatchPath, type BatchRow, defaultBatchOrder } from "./batchView.js";

/** Finds a page of the list of batches by its number. @returns null where there is no such page */
export async function findBatchPage<P extends BatchPath>(
  db: Db,
  columns: readonly P[],
  filter: BatchFilter,
  order: readonly BatchOrder[],
  pageNumber: PageNumber,
): Promise<NumberedPage<BatchRow<P>> | null> {
  const { pageSize } = pageNumber;
  const page = pageNumber.page === "last" ? lastPage(await countBatches(db, filter), pageSize) : pageNumber.page;
  const range = { limit: pageSize, offset: (page - 1) * pageSize };
  if (!Number.isSafeInteger(range.offset)) return null;
  const { count, rows } = await selectBatchPage(db, columns, filter, order.length === 0 ? defaultBatchOrder : order, range);
  return page > lastPage(count, pageSize) ? null : { count, page, rows };
}
