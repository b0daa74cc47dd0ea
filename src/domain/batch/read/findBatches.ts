import type { Db } from "../../../db/database.js";
import type { BatchColumn, BatchRow } from "../../../db/sql/batchList/batchColumns.js";
import type { BatchFilter } from "../../../db/sql/batchList/batchConditions.js";
import { type BatchOrder, batchSortKeys } from "../../../db/sql/batchList/batchOrder.js";
import { selectBatchWindow } from "../../../db/sql/batchList/selectBatches.js";
import { checkPositions, type Page, pageOf, type Window } from "../../page.js";

export { type BatchColumn, type BatchRow, type BatchValues, batchColumns } from "../../../db/sql/batchList/batchColumns.js";
export type { BatchFilter } from "../../../db/sql/batchList/batchConditions.js";
export { type BatchOrder, type BatchOrderField, batchPaths, isBatchPath } from "../../../db/sql/batchList/batchOrder.js";
export { countBatches } from "../../../db/sql/batchList/countBatches.js";
export { selectBatch as findBatch, selectBatchesById as findBatchesById } from "../../../db/sql/batchList/selectBatches.js";

/** The order of a list of batches where the caller names none. */
export const defaultBatchOrder: readonly BatchOrder[] = [{ field: "lastModified", descending: false }];

/** Finds a window of the list of batches. */
export async function findBatches<C extends BatchColumn>(
  db: Db,
  columns: readonly C[],
  filter: BatchFilter,
  order: readonly BatchOrder[],
  window: Window,
): Promise<Page<BatchRow<C>>> {
  const effective = order.length === 0 ? defaultBatchOrder : order;
  checkPositions(window, batchSortKeys(effective).keys);
  return pageOf(await selectBatchWindow(db, columns, filter, effective, window), window);
}
