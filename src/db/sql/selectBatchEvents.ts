import type { Statement } from "../database.js";

/** The history of batches $1, oldest first. By the model API, what it brings would have no limit, and reasons have been of any length. */
export const selectBatchEvents: Statement = {
  name: "select_batch_events",
  text: `
    SELECT batch_id AS "batchId", "from", "to", actor, reason, occurred
    FROM batch_event WHERE batch_id = ANY($1::int[]) ORDER BY id`,
};
