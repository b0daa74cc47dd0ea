import type { EndedExecution } from "../../db/sql/execution/endExecutions.js";
import type { ExecutionRow } from "../../db/sql/execution/lockExecutions.js";

/** How an execution ended. */
export interface End {
  readonly status: "COMPLETED" | "FAILED" | "LOST" | "RELEASED";
  /** The name of an error. */
  readonly error?: string;
  readonly message?: string | null;
  readonly exitCode?: number | null;
  readonly logTail?: string | null;
  /** In hex. */
  readonly reportHash?: string;
  /** Whether the job may be tried again, if it has tries left. */
  readonly isRetryable?: boolean;
  /** Null: the gateway's backoff. */
  readonly retryAfterSeconds?: number | null;
}

/** The backoff after the first try, in seconds. It doubles with each try, up to the greatest one. */
const firstBackoff = 5;
const greatestBackoff = 600;

/** @returns seconds, between half and one and a half times the backoff of so many tries, so that jobs that failed together come back apart */
const backoff = (tries: number): number => Math.min(greatestBackoff, firstBackoff * 2 ** (tries - 1)) * (0.5 + Math.random());

/**
 * What becomes of an execution and its job. A job that should stop is CANCELED unless it has completed. One that was given back is QUEUED at
 * once. One that has failed or was lost is QUEUED after a backoff as long as it has tries left. Superseded jobs are not tried again.
 */
export function endOf(row: ExecutionRow, end: End): EndedExecution {
  const tries = row.numExes - row.released;
  const { status } = end;
  const ended: EndedExecution = {
    exe_id: row.id,
    job_id: row.jobId,
    exe_status: status,
    job_status: "COMPLETED",
    error: end.error,
    message: end.message ?? undefined,
    exit_code: end.exitCode ?? undefined,
    log_tail: end.logTail ?? undefined,
    results: undefined,
    report_hash: end.reportHash,
  };
  if (status === "COMPLETED") return ended;
  if (row.stopReason !== null) return { ...ended, exe_status: "CANCELED", job_status: "CANCELED" };
  if (status === "RELEASED") return { ...ended, job_status: row.isSuperseded ? "CANCELED" : "QUEUED", delay_seconds: 0 };
  if (end.isRetryable === false || tries >= row.maxTries || row.isSuperseded) return { ...ended, job_status: "FAILED" };
  return { ...ended, job_status: "QUEUED", delay_seconds: end.retryAfterSeconds ?? backoff(tries) };
}
