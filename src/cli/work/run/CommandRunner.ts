import type { Tracing } from "../../../monitoring/tracing.js";
import type { WorkConfig } from "../config/workConfig.js";
import { Execution } from "./Execution.js";
import type { ClaimedJob, JobInHand, Runner } from "./runner.js";

/** Runs jobs by commands on this machine. */
export class CommandRunner implements Runner {
  readonly keepsJobs = false;
  readonly claimPauseMilliseconds = 0;

  /** @param environment the variables that commands get from the worker's own environment @param tracing null where jobs are not traced */
  constructor(
    private readonly config: WorkConfig,
    private readonly environment: Readonly<Record<string, string>>,
    private readonly tracing: Tracing | null,
  ) {}

  found() {
    return { jobs: [], unanswered: null };
  }

  isReady(): boolean {
    return true;
  }

  remember(): boolean {
    return true;
  }

  begin(claimed: readonly ClaimedJob[]): readonly JobInHand[] {
    return claimed.map(({ claim, jobType }) => new Execution(claim, jobType, this.config, this.environment, this.tracing));
  }
}
