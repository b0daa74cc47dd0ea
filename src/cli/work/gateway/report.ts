/**
 * What a worker says of an execution, as `reportJobs` takes it: exactly one of the four. A last heartbeat with the shortest lease has it LOST
 * soon.
 */
export interface Report {
  readonly token: string;
  readonly heartbeat?: { readonly logTail?: string | undefined; readonly leaseSeconds?: number };
  readonly completed?: { readonly results: Record<string, unknown> | null; readonly exitCode: number; readonly logTail: string };
  readonly failed?: Failure;
  readonly released?: { readonly reason: string };
}

export interface Failure {
  /** The error's name. */
  readonly error: string;
  readonly message: string;
  readonly retryable: boolean;
  readonly exitCode?: number | null;
  readonly logTail?: string;
}
