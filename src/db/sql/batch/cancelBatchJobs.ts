import type { Statement } from "../../database.js";

/**
 * $1 batch: cancels the jobs that it made (not those it kept) and that have not started. Set-based: a batch may have millions, or
 * one, so it has no name, and is planned for the one that it is.
 */
export const cancelBatchJobs: Statement = {
  isLong: true,
  text: `
    UPDATE job j SET status = 'CANCELED', last_status_change = clock_timestamp(), last_modified = clock_timestamp()
    FROM batch_job x
    WHERE x.batch_id = $1::int AND x.is_original AND j.id = x.job_id AND j.status IN ('PENDING', 'BLOCKED', 'QUEUED')`,
};
