import type { Statement } from "../../database.js";

/** $1 batch, $2 how many at most. Finds jobs of the batch that have not started, in one array. */
export const selectNotStarted: Statement = {
  isLong: true,
  text: `
    SELECT coalesce(array_agg(id), '{}') AS ids FROM (
      SELECT j.id FROM batch_job b JOIN job j ON j.id = b.job_id
      WHERE b.batch_id = $1::int AND b.is_original AND j.status IN ('PENDING', 'BLOCKED', 'QUEUED')
      LIMIT $2::int
    ) AS job`,
};
