import type { Db } from "../../../db/database.js";
import { batchSortKeys } from "../../../db/sql/batchList/batchOrder.js";
import { selectBatchWindow } from "../../../db/sql/batchList/selectBatches.js";
import { checkPositions, type Page, pageOf, type Window } from "../../page.js";
import { type BatchFilter, type BatchOrder, type BatchPath, type BatchRow, defaultBatchOrder } from "./batchView.js";

export { countBatches } from "../../../db/sql/batchList/countBatches.js";
export { selectBatch as findBatch, selectBatchesById as findBatchesById } from "../../../db/sql/batchList/selectBatches.js";

export async function findBatches<P extends BatchPath>(
  db: Db,
  columns: readonly P[],
  filter: BatchFilter,
  order: readonly BatchOrder[],
  window: Window,
): Promise<Page<BatchRow<P>>> {
  const effective = order.length === 0 ? defaultBatchOrder : order;
  checkPositions(window, batchSortKeys(effective).keys);
  return pageOf(await selectBatchWindow(db, columns, filter, effective, window), window);
}
