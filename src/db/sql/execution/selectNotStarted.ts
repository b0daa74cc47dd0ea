import type { Statement } from "../../database.js";

/**
 * $1 batch, $2 the place in the list of the batch's jobs after which to look, $3 how many at most. Finds jobs of the batch that have not
 * started, in one array, with the place of the last one if there are more. Its row is that of `selectJobsIn`.
 */
export const selectNotStarted: Statement = {
  isLong: true,
  text: `
    SELECT coalesce((array_agg(job_id ORDER BY place))[:$3::int], '{}') AS ids,
      CASE WHEN count(*) > $3::int THEN (array_agg(place ORDER BY place))[$3::int] END AS "last"
    FROM (
      SELECT b.id AS place, b.job_id FROM batch_job b JOIN job j ON j.id = b.job_id
      WHERE b.batch_id = $1::int AND b.id > $2::bigint AND b.is_original AND j.status IN ('PENDING', 'BLOCKED', 'QUEUED')
      ORDER BY b.id LIMIT $3::int + 1
    ) AS job`,
};
