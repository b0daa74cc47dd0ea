import type { Problem } from "../errors.js";

/** The most reports of one request. */
export const maxReports = 1000;

/** What a worker tells about an execution: exactly one of the four. */
export type JobReport = { readonly token: string } & (
  | { readonly kind: "heartbeat"; readonly leaseSeconds: number | null; readonly logTail: string | null }
  | { readonly kind: "completed"; readonly results: unknown; readonly exitCode: number | null; readonly logTail: string | null }
  | {
      readonly kind: "failed";
      /** The error's name, at most 50 characters. */
      readonly error: string;
      readonly message: string | null;
      readonly retryable: boolean;
      /** Null: the gateway's backoff. */
      readonly retryAfterSeconds: number | null;
      readonly exitCode: number | null;
      readonly logTail: string | null;
    }
  | { readonly kind: "released"; readonly reason: string | null }
);

/** The answer to one report. */
export interface ReportOutcome {
  readonly token: string;
  /** Null where the report was accepted. */
  readonly problem: Problem | null;
  /** Null where the token is not that of any execution. */
  readonly jobId: number | null;
  /** PostgreSQL's text; null where the execution has ended. */
  readonly leaseExpires: string | null;
  /** Set where the worker should stop: why. */
  readonly shouldStop: string | null;
}
