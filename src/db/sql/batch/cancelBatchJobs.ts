import type { Statement } from "../../database.js";

/**
 * $1 batch. Cancels the jobs that the batch made (not those it kept) and that have not started. A batch may have one job or millions, so
 * the statement has no name: PostgreSQL plans it anew for each batch.
 */
export const cancelBatchJobs: Statement = {
  isLong: true,
  text: `
    UPDATE job j SET status = 'CANCELED', last_status_change = clock_timestamp(), last_modified = clock_timestamp()
    FROM batch_job x
    WHERE x.batch_id = $1::int AND x.is_original AND j.id = x.job_id AND j.status IN ('PENDING', 'BLOCKED', 'QUEUED')`,
};
