import type { Statement } from "../../database.js";

/**
 * How an execution ends, and what becomes of its job, as `endExecutions` takes it. What is undefined is not sent: most executions complete
 * without more, and PostgreSQL takes a third less time to read a hundred of them than with nulls.
 */
export interface EndedExecution {
  readonly exe_id: number;
  readonly job_id: number;
  readonly exe_status: "COMPLETED" | "FAILED" | "CANCELED" | "LOST" | "RELEASED";
  readonly job_status: "COMPLETED" | "FAILED" | "CANCELED" | "QUEUED";
  /** The name of an error; one that there is not counts as `unknown`. */
  readonly error?: string | undefined;
  readonly message?: string | undefined;
  readonly exit_code?: number | undefined;
  readonly log_tail?: string | undefined;
  /** Undefined: the job keeps its results. */
  results?: unknown;
  /** In hex; undefined where no report has ended it. */
  readonly report_hash?: string | undefined;
  /** How long the job waits before it is handed out again, where it is QUEUED. */
  readonly delay_seconds?: number;
}

/**
 * $1 EndedExecution[] as JSON. They are locked. One statement ends the executions and moves their jobs, and writes each row once. Both are
 * found by lists of ids: PostgreSQL 17 and later then reads rows of the same page at once, and those of a claim are mostly neighbours.
 */
export const endExecutions: Statement = {
  name: "end_executions",
  text: `
    WITH done AS MATERIALIZED (
      SELECT d.*, CASE WHEN d.error IS NOT NULL THEN coalesce(e.id, (SELECT id FROM error WHERE name = 'unknown')) END AS error_id
      FROM jsonb_to_recordset($1::jsonb) AS d (exe_id bigint, job_id int, exe_status text, job_status text, error text, message text,
        exit_code int, log_tail text, results jsonb, report_hash text, delay_seconds float8) LEFT JOIN error e ON e.name = d.error
    ), ended AS (
      UPDATE job_exe e SET status = d.exe_status, ended = statement_timestamp(), error_id = d.error_id, message = d.message,
        exit_code = d.exit_code, log_tail = coalesce(d.log_tail, e.log_tail), report_hash = decode(d.report_hash, 'hex')
      FROM done d WHERE e.id = ANY(ARRAY(SELECT exe_id FROM done)) AND e.id = d.exe_id
    )
    UPDATE job j SET status = d.job_status, last_status_change = statement_timestamp(), last_modified = statement_timestamp(),
      error_id = CASE WHEN d.job_status IN ('FAILED', 'QUEUED') THEN d.error_id END,
      results = coalesce(d.results, j.results),
      released = j.released + CASE WHEN d.exe_status = 'RELEASED' THEN 1 ELSE 0 END,
      ended = CASE WHEN d.job_status <> 'QUEUED' THEN statement_timestamp() END,
      queued = CASE WHEN d.job_status = 'QUEUED' THEN statement_timestamp() + make_interval(secs => d.delay_seconds) ELSE j.queued END
    FROM done d WHERE j.id = ANY(ARRAY(SELECT job_id FROM done)) AND j.id = d.job_id`,
};
