import type { Db } from "../../../db/database.js";
import type { BatchEvent as Model } from "../../../db/generated/client.js";
import { selectBatchEvents } from "../../../db/sql/batch/selectBatchEvents.js";

export type BatchEvent = Pick<Model, "batchId" | "from" | "to" | "actor" | "reason"> & { readonly occurred: string };

/** Finds the history of batches: the latest 100 changes of the status of each, oldest first. */
export const findBatchEvents = (db: Db, batchIds: readonly number[]): Promise<BatchEvent[]> => db.query(selectBatchEvents, [batchIds]);
