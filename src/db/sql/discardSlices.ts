import type { Statement } from "../database.js";

/**
 * $1 batch: deletes what a canceled batch had still to do. A slice that a worker has in hand is passed over: the worker waits for the
 * batch, and the batch must not wait for it; when the worker's chunk has been refused, it discards that slice itself.
 */
export const discardSlices: Statement = {
  name: "discard_slices",
  text: `
    DELETE FROM batch_slice WHERE id IN (
      SELECT s.id FROM batch_slice s JOIN batch b ON b.id = s.batch_id
      WHERE b.id = $1::int AND b.status = 'CANCELED' FOR UPDATE OF s SKIP LOCKED)`,
};
