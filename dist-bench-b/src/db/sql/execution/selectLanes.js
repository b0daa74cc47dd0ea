import { queueLanes } from "../queueLanes.js";
/**
 * $1 ids of job types, or null for all. Finds the lanes of jobs that may be handed out, the most urgent first.
 */
export const selectLanes = {
    name: "select_lanes",
    text: `
    WITH RECURSIVE ${queueLanes("($1::int[] IS NULL OR id = ANY($1::int[]))")}
    SELECT lane.job_type_id AS "jobTypeId", lane.priority, lane.batch_id AS "batchId",
      extract(epoch FROM lane.queued - statement_timestamp())::float8 AS "waitSeconds",
      b.work_state = 'WAITING' AS "isNew", b.max_running_jobs AS "maxRunningJobs", type.max_running AS "maxRunningOfType"
    FROM lane JOIN type ON type.id = lane.job_type_id JOIN batch b ON b.id = lane.batch_id
    WHERE b.work_state NOT IN ('HELD', 'CANCELED')
    ORDER BY lane.priority, lane.batch_id, lane.job_type_id`,
};
