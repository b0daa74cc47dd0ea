/** The part `counted` of a statement about the batches $1: the counts of their jobs that decide about their work. `is_made`: no more recipes are
 * being made. `is_over`: as many jobs have failed as `stopAfterFailedJobs` says. */
export const workCounts = `
    counted AS (
      SELECT b.id, b.status, b.work_state, b.work_finished, b.stop_after_failed_jobs,
        b.status IN ('CREATED', 'CANCELED', 'FAILED') AS is_made, b.stop_after_failed_jobs <= n.failed - b.forgiven_failures AS is_over,
        n.queued, n.pending, n.running, n.failed, n.blocked, n.completed, n.canceled
      FROM batch b CROSS JOIN LATERAL (
        SELECT coalesce(sum(n) FILTER (WHERE status = 'QUEUED'), 0) AS queued, coalesce(sum(n) FILTER (WHERE status = 'PENDING'), 0) AS pending,
          coalesce(sum(n) FILTER (WHERE status = 'RUNNING'), 0) AS running, coalesce(sum(n) FILTER (WHERE status = 'FAILED'), 0) AS failed,
          coalesce(sum(n) FILTER (WHERE status = 'BLOCKED'), 0) AS blocked, coalesce(sum(n) FILTER (WHERE status = 'COMPLETED'), 0) AS completed,
          coalesce(sum(n) FILTER (WHERE status = 'CANCELED'), 0) AS canceled
        FROM work_tally WHERE batch_id = b.id
      ) AS n
      WHERE b.id = ANY($1::int[])
    )`;
