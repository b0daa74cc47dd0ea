import type { Statement } from "../../database.js";

/** Finds the batches whose work is CANCELED and that still have jobs which have not started. */
export const selectCanceledWork: Statement = {
  name: "select_canceled_work",
  text: `
    SELECT b.id FROM batch b
    WHERE b.work_state = 'CANCELED' AND b.work_finished IS NULL AND b.status IN ('CREATED', 'CANCELED', 'FAILED') AND (
      SELECT sum(n) FROM work_tally WHERE batch_id = b.id AND status IN ('PENDING', 'BLOCKED', 'QUEUED')) > 0`,
};
