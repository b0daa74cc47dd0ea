import type { Statement } from "../../database.js";

/**
 * $1 jobs, or null for all that the batch $2 has made; $3 statuses. Finds those of the jobs that have one of these statuses. One array comes
 * back: to read the 100,000 rows of a large batch takes ten times as long.
 */
export const selectJobsIn: Statement = {
  isLong: true,
  text: `
    SELECT coalesce(array_agg(j.id), '{}') AS ids FROM (
      SELECT unnest($1::int[]) AS id UNION ALL SELECT job_id FROM batch_job WHERE batch_id = $2::int AND is_original
    ) AS selected JOIN job j ON j.id = selected.id
    WHERE j.status = ANY($3::text[])`,
};
