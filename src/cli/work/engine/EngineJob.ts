import { mkdir, rename, rm } from "node:fs/promises";
import path from "node:path";
import { never } from "../../../domain/errors.js";
import type { JobTypeCommand, WorkConfig } from "../config/workConfig.js";
import type { Claim, Failure, Report } from "../gateway/Gateway.js";
import { remove } from "../run/prepareCommand.js";
import { reportEnd, reportFailure } from "../run/reportEnd.js";
import type { ClaimedJob, JobInHand, Stop } from "../run/runner.js";
import type { TaskId, TaskState } from "./engine.js";
import { isAbsent, readTail } from "./files.js";
import type { Spool } from "./Spool.js";

/** How a task has ended: its command by itself, or as the engine says; or it was never the engine's. */
export type TaskEnd =
  | { readonly kind: "exited"; readonly exitCode: number }
  | { readonly kind: Exclude<TaskState, "waiting" | "running">; readonly word: string }
  | { readonly kind: "withdrawn"; readonly reason: string }
  | { readonly kind: "failed"; readonly failure: Failure };

const maxLogBytes = 16 * 1024;
/** More than results may have. */
const maxLineBytes = 1024 * 1024;
/** The shortest that the gateway takes. */
const shortestLeaseSeconds = 5;

/** A job that is a task of an engine's. */
export class EngineJob implements JobInHand {
  readonly claim: Claim;
  readonly jobType: JobTypeCommand;
  readonly ended: Promise<Report | null>;
  /** Why it is to end. */
  stopped: Stop | null = null;
  /** Since when the engine no longer has it, though it has left no record of its end. */
  goneSince: number | null = null;
  /** Whether its end is known. */
  hasEnded = false;
  private resolve!: (report: Report | null) => void;
  private isKept = false;
  private readonly outputFolder: string;
  private readonly keptFolder: string | null;

  /** @param folder its own */
  constructor(
    claimed: ClaimedJob,
    readonly task: TaskId,
    readonly folder: string,
    private readonly spool: Spool,
    config: WorkConfig,
    private readonly hear: { readonly stopped: (job: EngineJob) => void; readonly reported: (job: EngineJob) => void },
  ) {
    [this.claim, this.jobType] = [claimed.claim, claimed.jobType];
    this.ended = new Promise((resolve) => {
      this.resolve = resolve;
    });
    const name = `job-${this.claim.job.databaseId}-${this.claim.attempt}-${this.key}`;
    this.outputFolder = path.join(config.outputFolder, name);
    this.keptFolder = config.keepFailed ? path.join(config.workFolder, "kept", name) : null;
  }

  /** What its record is called. */
  get key(): string {
    return `${this.task.array}.${this.task.index}`;
  }

  /** Reading the log of each job at each heartbeat would keep the file system busy. */
  logTail(): undefined {}

  stop(stop: Stop): void {
    this.stopped ??= stop;
    this.hear.stopped(this);
  }

  /** The engine runs it, whatever becomes of the worker. */
  kill(): void {}

  discardOutputs(): Promise<void> {
    return remove(this.outputFolder);
  }

  forget(): void {
    this.hear.reported(this);
  }

  /** Reads its record, where it has left one. */
  async endByRecord(): Promise<void> {
    const exitCode = this.hasEnded ? null : await this.spool.exitCodeOf(this.key);
    if (exitCode !== null) await this.end({ kind: "exited", exitCode });
  }

  /** Its end is known. @throws {Error} where its files can't be read: then it has not ended yet */
  async end(end: TaskEnd): Promise<void> {
    if (this.hasEnded) return;
    const report = this.stopped ? this.reportStop(this.stopped) : await this.reportEnd(end);
    this.hasEnded = true;
    this.isKept = this.keptFolder !== null && report?.failed !== undefined;
    if (report === null) this.forget();
    const failed = this.isKept && report?.failed;
    this.resolve(failed ? { ...report, failed: { ...failed, message: `${failed.message} (kept: ${this.keptFolder})` } } : report);
  }

  /**
   * Removes its files. The folder goes all at once: a bridge that was killed meanwhile finds either the whole of it, and reports once more what
   * has been accepted, or nothing. Of half of it, it would report another end, be told that the job has ended, and remove the job's outputs.
   */
  async remove(): Promise<void> {
    const kept = this.isKept ? this.keptFolder : null;
    const place = kept ?? `${this.folder}.reported`;
    if (kept) await mkdir(path.dirname(kept), { recursive: true, mode: 0o700 });
    await rename(this.folder, place).catch((error) => {
      if (!isAbsent(error)) throw error;
    });
    if (!kept) await rm(place, { recursive: true, force: true });
    await this.spool.removeRecord(this.key);
  }

  private reportStop(stop: Stop): Report | null {
    return stop.kind === "stale" ? null : { token: this.claim.token, released: { reason: stop.reason } };
  }

  private async reportEnd(end: TaskEnd): Promise<Report> {
    const { token } = this.claim;
    const [log, output] = [path.join(this.folder, "stderr"), path.join(this.folder, "stdout")];
    const logTail = (await readTail(log, maxLogBytes)).text();
    const fail = (error: string, message: string) => reportFailure(token, { error, message, retryable: true }, logTail);
    switch (end.kind) {
      case "exited": {
        const lastLine = (await readTail(output, maxLineBytes)).lastLine();
        return reportEnd(this, { exitCode: end.exitCode, signal: null, lastLine, logTail }, this.folder, this.outputFolder);
      }
      case "ended":
        return fail("no-end", `It has left no record of its end; the engine says ${end.word}. Do all nodes see ${this.folder}?`);
      case "timeout":
        return fail("timeout", `The engine ended it at its time limit: ${end.word}`);
      case "memory":
        return fail("memory", `The engine ended it for want of memory: ${end.word}`);
      case "canceled":
        return fail("canceled", `It was canceled at the engine: ${end.word}`);
      case "preempted":
        return { token, released: { reason: `The engine needed its place: ${end.word}` } };
      // Once its lease has run out, it is LOST.
      case "lost":
        return { token, heartbeat: { leaseSeconds: shortestLeaseSeconds } };
      case "withdrawn":
        return { token, released: { reason: end.reason } };
      case "failed":
        return reportFailure(token, end.failure, logTail);
      default:
        return never(end);
    }
  }
}
