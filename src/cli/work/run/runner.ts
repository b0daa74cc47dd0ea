import type { JobTypeCommand } from "../config/workConfig.js";
import type { Claim, ClaimOrder, Report } from "../gateway/Gateway.js";

/** Why a job is stopped: at the gateway's wish, at its timeout, as the worker is to end, or as the job is no longer this worker's. */
export type Stop = { readonly kind: "asked" | "timeout" | "ending"; readonly reason: string } | { readonly kind: "stale" };

export interface ClaimedJob {
  readonly claim: Claim;
  readonly jobType: JobTypeCommand;
}

/** One job in a worker's hand, from its claim to the report of its end. */
export interface JobInHand extends ClaimedJob {
  /** The trace context of the job; undefined where it is not traced. */
  readonly traceparent?: string | undefined;
  /** What to report; null where the job is no longer this worker's. */
  readonly ended: Promise<Report | null>;
  /** The end of its log so far; undefined where it is told with the job's end alone. */
  logTail(): string | undefined;
  /** Ends it, gently at first. */
  stop(stop: Stop): void;
  /** Ends it at once, as the worker must end; not so where jobs are kept. */
  kill(): void;
  /** Removes its output files, where the gateway does not want them. */
  discardOutputs(): Promise<void>;
  /** The gateway knows its end: nothing more will be asked of it. */
  forget(): void;
}

/** Has jobs run: by commands on this machine, or by an engine. */
export interface Runner {
  /** Whether jobs go on when the worker ends, and are found by the next one of its name. */
  readonly keepsJobs: boolean;
  /** How long nothing more is claimed after a claim, unless it brought the most that one can. */
  readonly claimPauseMilliseconds: number;
  /** What was in hand when the worker of this name ended: its jobs, and a claim that may not have been answered. */
  found(): { readonly jobs: readonly JobInHand[]; readonly unanswered: ClaimOrder | null };
  /** Whether jobs may be claimed now. */
  isReady(): boolean;
  /** Hears of a claim before it is sent. @returns whether it may be sent */
  remember(order: ClaimOrder): boolean;
  /** Begins what a claim has brought. */
  begin(claimed: readonly ClaimedJob[], order: ClaimOrder): readonly JobInHand[];
}
