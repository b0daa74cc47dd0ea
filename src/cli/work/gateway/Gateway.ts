import type { Tracing } from "../../../monitoring/tracing.js";
import { askGateway } from "../../gateway/askGateway.js";
import type { Endpoint } from "../../gateway/endpoint.js";
import { type Problem, refuseAll } from "../../gateway/refusal.js";
import type { ClaimJobsInput } from "../../generated/graphql.js";
import type { Claim, ClaimOrder } from "./claim.js";
import { claimDocument, reportDocument } from "./documents.js";
import type { Report } from "./report.js";

/** The answer to one report. */
export interface Outcome {
  /** Null where it was accepted. */
  readonly error: Problem | null;
  /** Why the job should be stopped. */
  readonly shouldStop: string | null;
}

export interface Answer {
  /** One for each report, in their order. */
  readonly outcomes: readonly Outcome[];
  readonly claims: readonly Claim[];
}

/** The gateway's public API, as far as a worker needs it. */
export class Gateway {
  readonly #flags: { readonly isTraced: boolean; readonly isForEngine: boolean };

  /** @param tracing null where jobs are not traced @param isForEngine whether to ask what jobs need */
  constructor(
    readonly endpoint: Endpoint,
    readonly tracing: Tracing | null = null,
    isForEngine = false,
  ) {
    this.#flags = { isTraced: tracing !== null, isForEngine };
  }

  /**
   * Claims jobs.
   * @param signal ends the waiting for jobs
   * @throws {Refusal}
   * @throws {Unreachable} where nothing was heard; the claim may have been made
   */
  async claim(order: ClaimOrder, signal: AbortSignal): Promise<readonly Claim[]> {
    const { claims, errors } = (await askGateway(this.endpoint, claimDocument, { input: inputOf(order), ...this.#flags }, signal))
      .claimJobs;
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
  ): Promise<Answer & { readonly errors: readonly Problem[] }> {
    const variables = { input: { reports: [...reports], claim: order && inputOf(order) }, ...this.#flags };
    return (await askGateway(this.endpoint, reportDocument, variables, signal, traceparent)).reportJobs;
  }
}

const inputOf = (order: ClaimOrder): ClaimJobsInput => ({ ...order, jobTypes: [...order.jobTypes] });
