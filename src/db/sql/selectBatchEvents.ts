import type { Statement } from "../database.js";

/** The history of batches $1, oldest first. Earlier releases took reasons of any length, and the model API does not bound what it reads. */
export const selectBatchEvents: Statement = {
  name: "select_batch_events",
  text: `
    SELECT batch_id AS "batchId", "from", "to", actor, reason, occurred
    FROM batch_event WHERE batch_id = ANY($1::int[]) ORDER BY id`,
};
