import type { Statement } from "../../database.js";

/**
 * The most events of one batch that are read. A client can pause and resume a batch without end, and a query may ask for the events under a
 * hundred names.
 */
const maxBatchEvents = 100;

/**
 * $1 batches, $2 true to read the changes of their work's state, false to read those of their status. Reads the latest events of each,
 * oldest first. The model API has no limit in bytes for what it reads, and earlier releases had no limit for reasons.
 */
export const selectBatchEvents: Statement = {
  name: "select_batch_events",
  text: `
    SELECT event.batch_id AS "batchId", event."from", event."to", event.actor, event.reason, event.occurred
    FROM unnest($1::int[]) AS batch (id) CROSS JOIN LATERAL (
      SELECT * FROM batch_event e WHERE e.batch_id = batch.id AND e.is_work = $2::boolean ORDER BY e.id DESC LIMIT ${maxBatchEvents}
    ) AS event
    ORDER BY event.id`,
};
