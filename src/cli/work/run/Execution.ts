import { mkdir, mkdtemp } from "node:fs/promises";
import path from "node:path";
import type { Span, Tracing } from "../../../monitoring/tracing.js";
import type { JobTypeCommand, WorkConfig } from "../config/workConfig.js";
import type { Claim, Report } from "../gateway/Gateway.js";
import { Command, type CommandEnd } from "./Command.js";
import { prepareCommand, remove } from "./prepareCommand.js";
import { reportEnd, reportFailure } from "./reportEnd.js";
import type { JobInHand, Stop } from "./runner.js";

/** The longest time that a timer can run: 24 days. */
const maxTimer = 2 ** 31 - 1;

/** A job that a command on this machine runs. */
export class Execution implements JobInHand {
  readonly ended: Promise<Report | null>;
  private command: Command | null = null;
  private stopped: Stop | null = null;
  private outputFolder: string | null = null;

  private readonly span: Span | null;

  /** @param environment the variables that are passed from the worker's own environment @param tracing null where jobs are not traced */
  constructor(
    readonly claim: Claim,
    readonly jobType: JobTypeCommand,
    private readonly config: WorkConfig,
    private readonly environment: Readonly<Record<string, string>>,
    tracing: Tracing | null,
  ) {
    const { job, attempt, traceparent } = claim;
    const { name, version } = job.jobType;
    const attributes = {
      "batch_gateway.job": job.databaseId,
      "batch_gateway.job_type": `${name} ${version}`,
      "batch_gateway.attempt": attempt,
    };
    this.span = tracing?.begin("consumer", `job ${name}`, traceparent, attributes) ?? null;
    this.ended = this.run().then((report) => {
      this.span?.end(report?.completed ? undefined : (report?.failed?.message ?? report?.released?.reason ?? "no longer this worker's"));
      return report;
    });
  }

  get traceparent(): string | undefined {
    return this.span?.traceparent;
  }

  logTail(): string {
    return this.command?.logTail() ?? "";
  }

  stop(stop: Stop): void {
    if (this.stopped) return;
    this.stopped = stop;
    this.command?.stop();
  }

  kill(): void {
    this.stopped ??= { kind: "ending", reason: "the worker was stopped" };
    this.command?.kill();
  }

  async discardOutputs(): Promise<void> {
    if (this.outputFolder) await remove(this.outputFolder);
  }

  forget(): void {}

  private async run(): Promise<Report | null> {
    const { token, job, attempt } = this.claim;
    let folder: string | null = null;
    let report: Report | null;
    try {
      await mkdir(this.config.workFolder, { recursive: true });
      folder = await mkdtemp(path.join(this.config.workFolder, `job-${job.databaseId}-${attempt}-`));
      const end = await this.runCommand(folder);
      report = this.stopped ? this.reportStop(this.stopped) : await this.reportEnd(end, folder);
    } catch (error) {
      report = this.notStarted(error as Error);
    }
    if (!report?.completed) await this.discardOutputs();
    if (folder && !(report?.failed && this.config.keepFailed)) await remove(folder);
    else if (folder && report?.failed)
      return { token, failed: { ...report.failed, message: `${report.failed.message} (kept: ${folder})` } };
    return report;
  }

  private async runCommand(folder: string): Promise<CommandEnd> {
    const prepared = await prepareCommand(this, this.config, folder);
    if (this.stopped) return { exitCode: null, signal: null, failure: null, lastLine: "", logTail: "" };
    const environment = { ...this.environment, ...prepared.environment, ...(this.span && { TRACEPARENT: this.span.traceparent }) };
    this.command = new Command({ ...prepared, environment }, this.config.killSeconds);
    const { timeout: seconds } = this.claim.job;
    const timeout = setTimeout(() => this.stop({ kind: "timeout", reason: `It ran for ${seconds} s` }), Math.min(seconds * 1000, maxTimer));
    return this.command.ended.finally(() => clearTimeout(timeout));
  }

  private reportStop(stop: Stop): Report | null {
    const { token } = this.claim;
    if (stop.kind === "stale") return null;
    if (stop.kind === "timeout") return reportFailure(token, { error: "timeout", message: stop.reason, retryable: true }, this.logTail());
    return { token, released: { reason: stop.reason } };
  }

  private async reportEnd({ failure, ...end }: CommandEnd, folder: string): Promise<Report> {
    if (failure) return this.notStarted(failure);
    this.outputFolder = path.join(this.config.outputFolder, path.basename(folder));
    return reportEnd(this, end, folder, this.outputFolder);
  }

  private notStarted({ message }: Error): Report {
    return reportFailure(this.claim.token, { error: "not-started", message, retryable: true }, this.logTail());
  }
}
