import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { cut } from "../../../domain/cut.js";
import type { Span, Tracing } from "../../../monitoring/tracing.js";
import { fillIn } from "../config/placeholders.js";
import type { JobTypeCommand, WorkConfig } from "../config/workConfig.js";
import type { Claim } from "../gateway/claim.js";
import type { Failure, Report } from "../gateway/report.js";
import { Command, type CommandEnd } from "./Command.js";
import { inputValues, jobInput } from "./jobInput.js";
import { BadResults, readResults } from "./readResults.js";

const maxMessage = 500;
/** The longest time that a timer can run: 24 days. */
const maxTimer = 2 ** 31 - 1;

/** Why a command was stopped: at the gateway's wish, at its timeout, as the worker is to end, or as the job is no longer this worker's. */
type Stop = { readonly kind: "asked" | "timeout" | "ending"; readonly reason: string } | { readonly kind: "stale" };

/** One job in a worker's hand, from its claim to the report of its end. */
export class Execution {
  /** What to report; null where the job is no longer this worker's. */
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

  /** The trace context of the job; undefined where it is not traced. */
  get traceparent(): string | undefined {
    return this.span?.traceparent;
  }

  logTail(): string {
    return this.command?.logTail() ?? "";
  }

  /** Ends the command, gently at first. */
  stop(stop: Stop): void {
    if (this.stopped) return;
    this.stopped = stop;
    this.command?.stop();
  }

  /** Ends the command at once: the worker must end. */
  kill(): void {
    this.stopped ??= { kind: "ending", reason: "the worker was stopped" };
    this.command?.kill();
  }

  /** Removes the output files that were moved out of the job's folder, where the gateway does not want them. */
  async discardOutputs(): Promise<void> {
    if (this.outputFolder) await rm(this.outputFolder, { recursive: true, force: true });
  }

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
      const isBad = error instanceof BadResults;
      report = this.failed({ error: isBad ? "bad-results" : "not-started", message: (error as Error).message, retryable: !isBad });
    }
    if (!report?.completed) await this.discardOutputs();
    if (folder && !(report?.failed && this.config.keepFailed)) await rm(folder, { recursive: true, force: true });
    else if (folder && report?.failed)
      return { token, failed: { ...report.failed, message: `${report.failed.message} (kept: ${folder})` } };
    return report;
  }

  /** @param folder gets the command's folder `work`, `data.json`, and maybe `results.json` */
  private async runCommand(folder: string): Promise<CommandEnd> {
    const { job, attempt } = this.claim;
    const [work, data, results] = ["work", "data.json", "results.json"].map((name) => path.join(folder, name)) as [string, string, string];
    const input = jobInput(this.claim);
    const text = JSON.stringify(input);
    await mkdir(work);
    await writeFile(data, text);
    const [id, config] = [String(job.databaseId), this.config.folder];
    const texts = { data, results, work, config, node: process.execPath, job: id, attempt: String(attempt) };
    const replacements = { texts, input: (name: string) => inputValues(input.input_data, name) };
    const [program = "", ...args] = this.jobType.command.flatMap((argument) => fillIn(argument, replacements));
    const environment = {
      ...this.environment,
      ...this.config.environment,
      ...this.jobType.environment,
      ...{ JOB_ID: id, JOB_ATTEMPT: texts.attempt, JOB_TYPE: job.jobType.name, JOB_TYPE_VERSION: job.jobType.version },
      ...{ JOB_DATA: data, JOB_RESULTS: results },
      ...(this.span && { TRACEPARENT: this.span.traceparent }),
    };
    if (this.stopped) return { exitCode: null, signal: null, failure: null, lastLine: "" };
    this.command = new Command({ program, args, folder: work, environment, input: text, killSeconds: this.config.killSeconds });
    const timeout = setTimeout(
      () => this.stop({ kind: "timeout", reason: `It ran for ${job.timeout} s` }),
      Math.min(job.timeout * 1000, maxTimer),
    );
    return this.command.ended.finally(() => clearTimeout(timeout));
  }

  private reportStop(stop: Stop): Report | null {
    if (stop.kind === "stale") return null;
    if (stop.kind === "timeout") return this.failed({ error: "timeout", message: stop.reason, retryable: true });
    return { token: this.claim.token, released: { reason: stop.reason } };
  }

  private async reportEnd({ exitCode, signal, failure, lastLine }: CommandEnd, folder: string): Promise<Report> {
    if (failure) return this.failed({ error: "not-started", message: failure.message, retryable: true });
    if (exitCode === 0) {
      this.outputFolder = path.join(this.config.outputFolder, path.basename(folder));
      const [file, workFolder] = [path.join(folder, "results.json"), path.join(folder, "work")];
      const results = await readResults({ file, lastLine, workFolder, outputFolder: this.outputFolder });
      return { token: this.claim.token, completed: { results, exitCode, logTail: this.logTail() } };
    }
    const how = exitCode === null ? `The signal ${signal} ended the command` : `The command ended with exit code ${exitCode}`;
    const said = this.logTail().trimEnd().split("\n").at(-1)?.trim();
    return this.failed({
      error: exitCode === null ? "signal" : "exit-code",
      message: said ? `${how}: ${said}` : how,
      retryable: exitCode === null || !this.jobType.finalExitCodes.includes(exitCode),
      exitCode,
    });
  }

  private failed(failure: Failure): Report {
    return { token: this.claim.token, failed: { ...failure, message: cut(failure.message, maxMessage), logTail: this.logTail() } };
  }
}
