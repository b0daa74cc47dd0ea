import type { Statement } from "../../database.js";

/** $1 batch. Whether it has jobs that run, or that can still run. */
export const hasWorkLeft: Statement = {
  name: "has_work_left",
  text: `
    SELECT coalesce(sum(n), 0) > 0 AS "isLeft" FROM work_tally
    WHERE batch_id = $1::int AND status IN ('PENDING', 'QUEUED', 'RUNNING')`,
};
