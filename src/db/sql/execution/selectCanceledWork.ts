import type { Statement } from "../../database.js";

/** $1 a batch, or null for all. Finds those whose work is CANCELED and that still have jobs which have not started. */
export const selectCanceledWork: Statement = {
  name: "select_canceled_work",
  text: `
    SELECT b.id FROM batch b
    WHERE ($1::int IS NULL OR b.id = $1::int) AND b.work_state = 'CANCELED' AND b.work_finished IS NULL AND b.status IN ('CREATED', 'CANCELED', 'FAILED') AND (
      SELECT sum(n) FROM work_tally WHERE batch_id = b.id AND status IN ('PENDING', 'BLOCKED', 'QUEUED')) > 0`,
};
