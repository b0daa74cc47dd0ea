import type { Db } from "../../../db/database.js";
import type { BatchColumn, BatchRow } from "../../../db/sql/batchList/batchColumns.js";
import type { BatchFilter } from "../../../db/sql/batchList/batchConditions.js";
import type { BatchOrder } from "../../../db/sql/batchList/batchOrder.js";
import { countBatches } from "../../../db/sql/batchList/countBatches.js";
import { selectBatchPage } from "../../../db/sql/batchList/selectBatches.js";
import { lastPage, type NumberedPage, type PageNumber } from "../../page.js";
import { defaultBatchOrder } from "./findBatches.js";

/** Finds a page of the list of batches by its number. @returns null where there is no such page */
export async function findBatchPage<C extends BatchColumn>(
  db: Db,
  columns: readonly C[],
  filter: BatchFilter,
  order: readonly BatchOrder[],
  pageNumber: PageNumber,
): Promise<NumberedPage<BatchRow<C>> | null> {
  const { pageSize } = pageNumber;
  const page = pageNumber.page === "last" ? lastPage(await countBatches(db, filter), pageSize) : pageNumber.page;
  const range = { limit: pageSize, offset: (page - 1) * pageSize };
  if (!Number.isSafeInteger(range.offset)) return null;
  const { count, rows } = await selectBatchPage(db, columns, filter, order.length === 0 ? defaultBatchOrder : order, range);
  return page > lastPage(count, pageSize) ? null : { count, page, rows };
}
