/**
 * The recursive parts `type` and `lane` of a statement: the job types that jobs may be handed out of, and the lanes of queued jobs that
 * each has. They step through the queue's index from lane to lane, however many jobs a lane has.
 * @param condition on job types, in SQL
 */
export const queueLanes = (condition = "true") => `
    type AS MATERIALIZED (
      SELECT id, max_running FROM job_type WHERE is_active AND NOT is_paused AND NOT is_system AND ${condition}
    ), lane AS (
      SELECT type.id AS job_type_id, first.priority, first.batch_id, first.queued
      FROM type CROSS JOIN LATERAL (
        SELECT j.priority, j.batch_id, j.queued FROM job j
        WHERE j.status = 'QUEUED' AND j.batch_id IS NOT NULL AND j.job_type_id = type.id
        ORDER BY j.priority, j.batch_id, j.queued LIMIT 1
      ) AS first
      UNION ALL
      SELECT lane.job_type_id, next.priority, next.batch_id, next.queued
      FROM lane CROSS JOIN LATERAL (
        SELECT j.priority, j.batch_id, j.queued FROM job j
        WHERE j.status = 'QUEUED' AND j.batch_id IS NOT NULL AND j.job_type_id = lane.job_type_id
          AND (j.priority, j.batch_id) > (lane.priority, lane.batch_id)
        ORDER BY j.priority, j.batch_id, j.queued LIMIT 1
      ) AS next
    )`;
