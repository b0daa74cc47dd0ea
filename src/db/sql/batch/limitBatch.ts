import type { Statement } from "../../database.js";

/** $1 batch, $2 whether its maxRunningJobs changes, $3 to what, $4 whether its stopAfterFailedJobs changes, $5 to what. */
export const limitBatch: Statement = {
  name: "limit_batch",
  text: `
    UPDATE batch SET max_running_jobs = CASE WHEN $2::boolean THEN $3::int ELSE max_running_jobs END,
      stop_after_failed_jobs = CASE WHEN $4::boolean THEN $5::int ELSE stop_after_failed_jobs END
    WHERE id = $1::int`,
};
