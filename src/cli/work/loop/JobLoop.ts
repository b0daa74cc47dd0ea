import { randomUUID } from "node:crypto";
import { isLockedOut, isRefused, type Refusal, refuseAll } from "../../gateway/gatewayErrors.js";
import { commandOf, type WorkConfig } from "../config/workConfig.js";
import type { Claim, ClaimOrder, Gateway, Outcome, Report } from "../gateway/Gateway.js";
import type { JobInHand, Runner } from "../run/runner.js";
import { Backoff } from "./Backoff.js";
import { freeFor, maxClaims } from "./freeFor.js";
import type { Journal } from "./Journal.js";
import { maxBeats, maxReports, pack } from "./pack.js";

/** How long a claim waits at the gateway for a job. */
const waitSeconds = 30;
/** How many heartbeats a lease is long: two may be lost. */
const beatsOfLease = 3;
/** How often the worker looks whether heartbeats are due. */
const lookMilliseconds = 500;
/** A claim that waited for a shorter time, and got nothing, is not repeated at once: the gateway is about to stop. */
const minWaitMilliseconds = 1000;
/**
 * How long a worker that ends, and has no jobs in hand, asks a gateway that is away. It may have been handed jobs in an answer that never
 * came: others get these when their leases have run out.
 */
const maxGiveBackMilliseconds = 5000;

/** The end of a job that the gateway has not yet heard of. */
interface End {
  readonly report: Report;
  /** Null where the job has not begun. */
  readonly execution: JobInHand | null;
}

/**
 * Claims jobs, has them run, and reports what becomes of them. There is at most one request with reports at a time, so ends that come
 * meanwhile go together; it claims, too, where there is room. Where it got nothing, a second request waits at the gateway for jobs.
 */
export class JobLoop {
  private readonly running = new Map<string, JobInHand>();
  private readonly ends = new Map<string, End>();
  /** A claim that has no answer yet. Whatever becomes of its request, it is repeated until it has one. */
  private unanswered: ClaimOrder | null = null;
  private isReporting = false;
  private poll: AbortController | null = null;
  private pause: NodeJS.Timeout | null = null;
  private readonly backoff = new Backoff();
  private nextBeat = 0;
  /** The jobs whose heartbeat is due and has not been answered: there may be more than go into one request. */
  private unheard = new Set<string>();
  private nextClaim = 0;
  private maxEnds = maxReports;
  private hasAnswered = false;
  private isStopping = false;
  private lastTries: NodeJS.Timeout | null = null;
  private readonly over: Promise<void>;
  private end!: () => void;
  private fail!: (error: Error) => void;

  constructor(
    private readonly config: WorkConfig,
    private readonly runner: Runner,
    private readonly gateway: Gateway,
    private readonly journal: Journal,
  ) {
    const { jobs, unanswered } = runner.found();
    this.unanswered = unanswered;
    for (const job of jobs) this.follow(job);
    this.over = new Promise((resolve, reject) => {
      [this.end, this.fail] = [resolve, reject];
    });
  }

  /** Works until it is stopped. @throws {Refusal} where the gateway refuses its very first request */
  async run(): Promise<void> {
    const look = setInterval(() => this.step(), lookMilliseconds);
    this.step();
    await this.over.finally(() => {
      clearInterval(look);
      for (const timer of [this.pause, this.lastTries]) if (timer) clearTimeout(timer);
    });
  }

  /** Claims nothing more, and ends when the jobs in hand have. @returns how many there are */
  stop(): number {
    this.isStopping = true;
    this.poll?.abort();
    this.resume();
    return this.running.size;
  }

  /** Ends the jobs in hand, gives them back, and ends; without the gateway's answer where it has none. */
  kill(): void {
    this.isStopping = true;
    for (const execution of this.running.values()) execution.kill();
    this.endSoon();
    this.resume();
  }

  private endSoon(): void {
    this.lastTries ??= setTimeout(() => this.end(), maxGiveBackMilliseconds);
  }

  /** Starts the requests that are due. It is called whenever something has happened. */
  private step(): void {
    if (this.isStopping && this.isDone()) this.endSoon();
    if (this.pause) return;
    if (!this.isReporting) {
      const reports = this.dueReports();
      if (reports.length > 0) void this.report(reports);
    }
    if (!this.isReporting && !this.poll) {
      const order = this.nextOrder(waitSeconds);
      if (order) void this.waitForJobs(order);
      else if (this.isStopping && this.isDone()) this.end();
    }
  }

  private isDone(): boolean {
    return (this.running.size === 0 || this.runner.keepsJobs) && this.ends.size === 0;
  }

  /** A claim that has no answer comes first: the gateway may have handed out jobs for it. */
  private nextOrder(seconds: number): ClaimOrder | null {
    if (this.unanswered) return { ...this.unanswered, waitSeconds: 0 };
    if (this.isStopping || performance.now() < this.nextClaim || !this.runner.isReady()) return null;
    const wish = freeFor(this.config, this.running.values());
    if (!wish) return null;
    const { worker, leaseSeconds } = this.config;
    const order = { ...wish, worker, leaseSeconds, waitSeconds: seconds, requestId: randomUUID() };
    return this.runner.remember(order) ? order : null;
  }

  /** The ends of jobs, and heartbeats for all others when their time has come. */
  private dueReports(): readonly Report[] {
    const ends = [...this.ends.values()].map(({ report }) => report);
    if (this.unheard.size === 0 && performance.now() >= this.nextBeat) {
      this.unheard = new Set(this.running.keys());
      this.nextBeat = this.beatFromNow();
    }
    const beats = [...this.unheard].slice(0, maxBeats).flatMap((token) => {
      const execution = this.running.get(token);
      if (execution) return { token, heartbeat: { logTail: execution.logTail() } };
      this.unheard.delete(token);
      return [];
    });
    return pack(ends, beats, this.maxEnds);
  }

  private async report(reports: readonly Report[]): Promise<void> {
    this.isReporting = true;
    const order = this.poll ? null : this.nextOrder(0);
    if (order) this.unanswered = order;
    try {
      // A request with the ends of several jobs belongs to the trace of the first.
      const traced = reports.map(({ token }) => this.ends.get(token)?.execution?.traceparent).find((one) => one !== undefined);
      const answer = await this.gateway.report(reports, order, this.patience(), traced);
      for (const [i, report] of reports.entries()) await this.settle(report, answer.outcomes[i]);
      this.take(answer.claims, order);
      refuseAll(answer.errors);
    } catch (error) {
      // The others go at once, and so does the claim, which may not be what was refused: the leases of jobs that have ended run on.
      if (isRefused(error) && (await this.blame(reports, error))) return;
      if (order && isRefused(error)) this.unanswered = null;
      this.wait(error);
    } finally {
      this.isReporting = false;
      this.step();
    }
  }

  private async waitForJobs(order: ClaimOrder): Promise<void> {
    const poll = new AbortController();
    [this.poll, this.unanswered] = [poll, order];
    const start = performance.now();
    try {
      const claims = await this.gateway.claim(order, AbortSignal.any([poll.signal, this.patience(order.waitSeconds)]));
      this.take(claims, order);
      const isHasty = claims.length === 0 && performance.now() - start < minWaitMilliseconds;
      if (isHasty && !this.isStopping) this.resumeIn(minWaitMilliseconds);
    } catch (error) {
      if (isRefused(error)) this.unanswered = null;
      if (!poll.signal.aborted) this.wait(error);
    } finally {
      this.poll = null;
      this.step();
    }
  }

  /** Begins the jobs that were claimed. What can't be begun is given back. */
  private take(claims: readonly Claim[], order: ClaimOrder | null): void {
    this.hasAnswered = true;
    if (this.running.size === 0) this.nextBeat = this.beatFromNow();
    const begun = claims.flatMap((claim) => {
      const jobType = commandOf(this.config, claim.job.jobType);
      if (jobType && !this.isStopping) return { claim, jobType };
      this.giveBack(claim, jobType ? "the worker stops" : "the worker has no command for this job type");
      return [];
    });
    if (order) {
      for (const job of this.runner.begin(begun, order)) this.follow(job);
      this.unanswered = null;
    }
    // Where jobs can't be begun, the gateway is not asked all the time.
    this.backoff.reset();
    this.journal.isBack();
    if (claims.length > 0 && claims.length < maxClaims) this.nextClaim = performance.now() + this.runner.claimPauseMilliseconds;
  }

  /** A poll that waits for jobs of other job types only is begun anew, now that there is room for this one. */
  private widenPoll({ jobType: { name, version } }: JobInHand): void {
    const isAskedFor = this.unanswered?.jobTypes?.some((each) => each.name === name && each.version === version);
    if (this.poll && !isAskedFor) this.poll.abort();
  }

  private beatFromNow(): number {
    return performance.now() + (this.config.leaseSeconds * 1000) / beatsOfLease;
  }

  /** Ends the waiting for an answer that is lost, as where a machine went down, in time to ask again before leases run out. */
  private patience(seconds = 0): AbortSignal {
    return AbortSignal.timeout((seconds + this.config.leaseSeconds / 2) * 1000);
  }

  private giveBack({ token }: Claim, reason: string): void {
    this.ends.set(token, { report: { token, released: { reason } }, execution: null });
  }

  private follow(execution: JobInHand): void {
    const { token } = execution.claim;
    this.running.set(token, execution);
    void execution.ended.then((report) => {
      this.running.delete(token);
      if (report) this.ends.set(token, { report, execution });
      this.journal.ended(execution.claim, report);
      this.widenPoll(execution);
      this.step();
    });
  }

  /** Heeds the gateway's answer to a report. */
  private async settle(report: Report, outcome: Outcome | undefined): Promise<void> {
    const { token } = report;
    if (!outcome) return;
    const { error, shouldStop } = outcome;
    const isStale = error?.code === "STALE_EXECUTION";
    const end = this.ends.get(token);
    if (!end) {
      this.unheard.delete(token);
      if (isStale) this.running.get(token)?.stop({ kind: "stale" });
      else if (shouldStop !== null) this.running.get(token)?.stop({ kind: "asked", reason: shouldStop });
      return;
    }
    if (end.report !== report) return;
    this.ends.delete(token);
    if (error) {
      await end.execution?.discardOutputs();
      this.journal.refused(end.execution?.claim ?? null, error.message);
      // The job is still this worker's: its results can't be taken.
      if (report.completed && !isStale) {
        const { exitCode, logTail } = report.completed;
        const failed = { error: "bad-results", message: error.message, retryable: false, exitCode, logTail };
        this.ends.set(token, { ...end, report: { token, failed } });
        return;
      }
    }
    end.execution?.forget();
  }

  /**
   * Finds the report for which a request was refused as a whole: from now on there is one end in each, until it is found.
   * @returns whether it can be one of these
   */
  private async blame(reports: readonly Report[], { problems: [error] }: Refusal): Promise<boolean> {
    const [end, ...others] = reports.filter(({ token }) => this.ends.has(token));
    this.maxEnds = others.length > 0 ? 1 : maxReports;
    if (end && error && others.length === 0) await this.settle(end, { error, shouldStop: null });
    return end !== undefined;
  }

  /** The gateway is away, or can't answer. Meanwhile jobs go on. */
  private wait(error: unknown): void {
    if ((isRefused(error) || isLockedOut(error)) && !this.hasAnswered) {
      this.fail(error);
      return;
    }
    this.journal.isAway(error);
    this.nextBeat = 0;
    this.unheard.clear();
    this.resumeIn(this.backoff.next());
  }

  private resumeIn(milliseconds: number): void {
    this.pause ??= setTimeout(() => this.resume(), milliseconds);
  }

  private resume(): void {
    if (this.pause) clearTimeout(this.pause);
    this.pause = null;
    this.step();
  }
}
