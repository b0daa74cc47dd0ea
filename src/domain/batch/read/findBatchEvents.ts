import type { Db } from "../../../db/database.js";
import type { BatchEvent as Model } from "../../../db/generated/client.js";
import { selectBatchEvents } from "../../../db/sql/batch/selectBatchEvents.js";

export type BatchEvent = Pick<Model, "batchId" | "from" | "to" | "actor" | "reason"> & { readonly occurred: string };

/**
 * Finds the history of batches: the latest 100 changes of each, oldest first.
 * @param of whether the changes of their status are asked for, or those of their work's state
 */
export const findBatchEvents = (db: Db, of: "status" | "work", batchIds: readonly number[]): Promise<BatchEvent[]> =>
  db.query(selectBatchEvents, [batchIds, of === "work"]);
