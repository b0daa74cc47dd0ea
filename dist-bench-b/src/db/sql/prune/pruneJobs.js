/**
 * $1 superseded jobs that have ended. Deletes their executions, and empties their documents; the jobs themselves stay. It passes over those that
 * somebody has locked, and those of batches that could not be marked. Its row tells how many jobs and executions it was.
 */
export const pruneJobs = {
    name: "prune_jobs",
    text: `
    WITH locked AS MATERIALIZED (
      SELECT j.id FROM job j
      WHERE j.id = ANY($1::int[]) AND j.is_superseded AND j.status IN ('COMPLETED', 'FAILED', 'CANCELED')
        AND (j.batch_id IS NULL OR EXISTS (SELECT FROM batch b WHERE b.id = j.batch_id AND b.pruned IS NOT NULL))
      FOR NO KEY UPDATE SKIP LOCKED
    ), gone AS (
      DELETE FROM job_exe e USING locked l WHERE e.job_id = l.id RETURNING 1
    ), emptied AS (
      UPDATE job j SET data = '{}', configuration = '{}', results = '{}' FROM locked l WHERE j.id = l.id RETURNING 1
    )
    SELECT (SELECT count(*) FROM emptied)::int AS jobs, (SELECT count(*) FROM gone)::int AS executions`,
};
