import type { Db } from "../db/database.js";
import { findBatchPage } from "../domain/batch/read/findBatchPage.js";
import { commonColumns } from "./batchJson.js";
import { batchListItems } from "./batchListItems.js";
import type { BatchQuery } from "./batchQuery.js";
import type { ListPage } from "./listPage.js";

/** Reads a page of *Batch List*. @returns null where there is no such page */
export async function batchList(db: Db, { filter, order, page, pageSize }: BatchQuery): Promise<ListPage | null> {
  const found = await findBatchPage(db, commonColumns, filter, order, { page, pageSize });
  return found && { count: found.count, page: found.page, pageSize, results: `[${batchListItems(found.rows).join(",")}]` };
}
