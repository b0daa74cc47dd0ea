import type { Statement } from "../../database.js";

/** Events of one batch: a client can pause and resume it without end, and an answer may ask for them under a hundred names. */
export const maxBatchEvents = 100;

/**
 * The latest events of each of the batches $1, oldest first. The model API does not use it: what that brings has no limit in bytes, and
 * reasons had no limit either in earlier releases.
 */
export const selectBatchEvents: Statement = {
  name: "select_batch_events",
  text: `
    SELECT event.batch_id AS "batchId", event."from", event."to", event.actor, event.reason, event.occurred
    FROM unnest($1::int[]) AS batch (id) CROSS JOIN LATERAL (
      SELECT * FROM batch_event e WHERE e.batch_id = batch.id ORDER BY e.id DESC LIMIT ${maxBatchEvents}
    ) AS event
    ORDER BY event.id`,
};
