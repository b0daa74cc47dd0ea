import type { Statement } from "../../database.js";

/** One attempt at a job. Times are PostgreSQL's texts. */
export interface JobExecutionRow {
  readonly id: number;
  readonly jobId: number;
  readonly attempt: number;
  readonly status: string;
  readonly worker: string;
  readonly claimed: string;
  readonly leaseExpires: string;
  readonly timesOut: string;
  readonly ended: string | null;
  readonly errorId: number | null;
  readonly message: string | null;
  readonly exitCode: number | null;
  readonly logTail: string | null;
}

/** The most executions of one job that are read: a worker may give a job back without end. */
export const maxExecutions = 100;

/** $1 jobs. Reads the latest executions of each, oldest first. */
export const selectJobExecutions: Statement = {
  name: "select_job_executions",
  text: `
    SELECT e.id, e.job_id AS "jobId", e.exe_num AS "attempt", e.status, e.worker, e.started AS "claimed", e.lease_expires AS "leaseExpires",
      e.times_out AS "timesOut", e.ended, e.error_id AS "errorId", e.message, e.exit_code AS "exitCode", e.log_tail AS "logTail"
    FROM unnest($1::int[]) AS job (id) CROSS JOIN LATERAL (
      SELECT * FROM job_exe WHERE job_id = job.id ORDER BY exe_num DESC LIMIT ${maxExecutions}
    ) AS e
    ORDER BY e.job_id, e.exe_num`,
};
