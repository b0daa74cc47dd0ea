import type { Statement } from "../../database.js";

/** An execution whose row is locked, and what there is to know of its job. */
export interface ExecutionRow {
  readonly id: number;
  readonly jobId: number;
  readonly worker: string;
  readonly status: string;
  /** SHA-256 of the token's secret, in hex. */
  readonly tokenHash: string;
  readonly reportHash: string | null;
  readonly stopReason: string | null;
  /** Whether its timeout has passed. */
  readonly isTimedOut: boolean;
  /** Whether its lease has run out. */
  readonly isLeaseOver: boolean;
  readonly batchId: number | null;
  readonly jobTypeId: number;
  /** What the job type's interface says of outputs: `[{name, type, required}]`. Nothing has checked it. */
  readonly outputs: unknown;
  readonly numExes: number;
  readonly released: number;
  readonly maxTries: number;
  readonly isSuperseded: boolean;
  /** Whether the batch or the job type limits how many run at once. */
  readonly isCapped: boolean;
}

/**
 * $1 ids of executions. Locks them, in the order of their ids. Whoever ends an execution has this lock, so the job of a running one does not
 * change meanwhile, but for becoming superseded.
 */
export const lockExecutions: Statement = {
  name: "lock_executions",
  text: `
    SELECT e.id, e.job_id AS "jobId", e.worker, e.status, encode(e.token_hash, 'hex') AS "tokenHash",
      encode(e.report_hash, 'hex') AS "reportHash", e.stop_reason AS "stopReason", e.times_out < statement_timestamp() AS "isTimedOut",
      e.lease_expires < statement_timestamp() AS "isLeaseOver", j.batch_id AS "batchId", j.job_type_id AS "jobTypeId",
      v.interface -> 'output_data' AS outputs, j.num_exes AS "numExes", j.released, j.max_tries AS "maxTries",
      j.is_superseded AS "isSuperseded", (b.max_running_jobs IS NOT NULL OR t.max_running IS NOT NULL) AS "isCapped"
    FROM job_exe e JOIN job j ON j.id = e.job_id JOIN job_type t ON t.id = j.job_type_id
      JOIN job_type_revision v ON v.id = j.job_type_rev_id LEFT JOIN batch b ON b.id = j.batch_id
    WHERE e.id = ANY($1::bigint[]) ORDER BY e.id FOR NO KEY UPDATE OF e`,
};
