import { askGateway, type Endpoint } from "../../gateway/askGateway.js";
import { type Problem, refuseAll } from "../../gateway/gatewayErrors.js";
import type { ClaimedJobFragment, ClaimJobsInput, ReportJobsMutation } from "../../generated/graphql.js";
import { claimDocument, reportDocument } from "./documents.js";

/** A job that the gateway has handed to this worker. */
export type Claim = ClaimedJobFragment;

/** A claim, as `claimJobs` takes it. */
export type ClaimOrder = ClaimJobsInput & { readonly requestId: string };

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

/** The answer to one report. */
export interface Outcome {
  /** Null where it was accepted. */
  readonly error: Problem | null;
  /** Why the job should be stopped. */
  readonly shouldStop: string | null;
}

/** The gateway's public API, as far as a worker needs it. */
export class Gateway {
  /** @param flags whether to ask for the trace contexts of jobs, and for what they need, as an engine must know */
  constructor(
    private readonly endpoint: Endpoint,
    private readonly flags: { readonly isTraced: boolean; readonly isForEngine: boolean },
  ) {}

  /**
   * Claims jobs.
   * @param signal ends the waiting for jobs
   * @throws {Refusal}
   * @throws {Unreachable} where nothing was heard; the claim may have been made
   */
  async claim(order: ClaimOrder, signal: AbortSignal): Promise<readonly Claim[]> {
    const { claims, errors } = (await askGateway(this.endpoint, claimDocument, { input: order, ...this.flags }, signal)).claimJobs;
    refuseAll(errors);
    return claims;
  }

  /**
   * Reports, and claims jobs where there is an order. A claim that is refused does not undo the reports.
   * @param signal ends the waiting for the answer
   * @param traceparent the trace context of what is reported, where it is traced
   * @throws {Refusal}
   * @throws {Unreachable}
   */
  async report(
    reports: readonly Report[],
    order: ClaimOrder | null,
    signal: AbortSignal,
    traceparent?: string,
  ): Promise<ReportJobsMutation["reportJobs"]> {
    const variables = { input: { reports: [...reports], claim: order }, ...this.flags };
    return (await askGateway(this.endpoint, reportDocument, variables, signal, traceparent)).reportJobs;
  }
}
