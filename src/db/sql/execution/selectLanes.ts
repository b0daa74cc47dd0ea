import type { Statement } from "../../database.js";
import { queueLanes } from "../queueLanes.js";

/** The queued jobs of one batch, type and priority. */
export interface LaneRow {
  readonly jobTypeId: number;
  readonly priority: number;
  readonly batchId: number;
  /** Seconds until its first job may be handed out; 0 or less where it may be now. */
  readonly waitSeconds: number;
  /** Whether no job of the batch was handed out so far. */
  readonly isNew: boolean;
  /** The most jobs of the batch that may run at once; null: any number. */
  readonly maxRunningJobs: number | null;
  /** The most jobs of the type that may run at once; null: any number. */
  readonly maxRunningOfType: number | null;
}

/**
 * $1 ids of job types, or null for all. Finds the lanes of jobs that may be handed out, the most urgent first.
 */
export const selectLanes: Statement = {
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
