import { existsSync, statSync } from "node:fs";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import type { WorkConfig } from "../config/workConfig.js";
import type { EngineJob } from "./EngineJob.js";
import { type Engine, type EngineTask, NotTaken } from "./engine.js";
import type { Needs } from "./groupClaims.js";
import { inChunks } from "./inChunks.js";
import { taskScript, writeTask } from "./writeTask.js";

/**
 * How long an array may be unknown to the engine before it counts as not submitted: the command that submits it is killed sooner, and so is
 * one that a bridge has left behind.
 */
const unsureMilliseconds = 90_000;
/** How long a task may take, after the engine no longer has it, until its record is seen: file systems of clusters show files late. */
const recordMilliseconds = 30_000;

/** An array of tasks, from the claim to the end of its last one. */
export class TaskGroup {
  /** `unsure`: it was about to be submitted, and whether it has been is not known. */
  state: "new" | "unsure" | "sent" | "withdrawn";
  private since: number;

  /** @param folder its own @param jobs those whose end the gateway has not heard, by their indices @param count of all its tasks */
  constructor(
    readonly id: string,
    readonly folder: string,
    readonly jobs: Map<number, EngineJob>,
    private readonly count: number,
    private readonly needs: Needs,
    private readonly recordsFolder: string,
  ) {
    const mark = statSync(this.mark, { throwIfNoEntry: false });
    this.state = existsSync(this.withdrawnFolder) ? "withdrawn" : mark ? "unsure" : "new";
    this.since = mark?.mtimeMs ?? 0;
  }

  /** Where its folder is once it has been withdrawn. */
  private get withdrawnFolder(): string {
    return `${this.folder}.withdrawn`;
  }

  /** Stands where it was about to be submitted. */
  private get mark(): string {
    return path.join(this.folder, "submitted");
  }

  /**
   * Submits it. What stops before is not run; where the engine refuses, all its jobs fail.
   * @param environment the variables that commands get from the worker's own environment
   * @throws {Error} where the engine has not answered: `look` will find out
   */
  async submit(engine: Engine, config: WorkConfig, environment: Readonly<Record<string, string>>): Promise<void> {
    await mkdir(this.folder, { recursive: true });
    await inChunks([...this.jobs.values()], (job) => this.prepare(job, config));
    const waiting = [...this.jobs.values()].filter(({ hasEnded }) => !hasEnded);
    const [first] = waiting;
    if (!first) {
      this.state = "withdrawn";
      return;
    }
    const script = path.join(this.folder, "run");
    await writeFile(script, taskScript(this.folder, this.recordsFolder, this.id));
    await writeFile(this.mark, "");
    this.state = "unsure";
    this.since = Date.now();
    try {
      await engine.submit({ id: this.id, count: this.count, ...this.needs, script, environment, options: first.jobType.engineOptions });
      this.state = "sent";
    } catch (error) {
      if (!(error instanceof NotTaken)) throw error;
      await this.withdraw();
      const failure = { error: "not-submitted", message: error.message, retryable: true };
      await inChunks(waiting, (job) => job.end({ kind: "failed", failure }));
    }
  }

  /** Heeds what the engine has said of its tasks. @param now when it was asked */
  async heed(tasks: ReadonlyMap<number, EngineTask> | undefined, now: number): Promise<void> {
    if (tasks) this.state = "sent";
    if (this.state === "sent") await inChunks([...this.jobs.values()], (job) => this.heedTask(job, tasks?.get(job.task.index), now));
    if (this.state === "withdrawn") await this.giveBack();
    if (this.state !== "unsure" || now - this.since < unsureMilliseconds) return;
    const began = [...this.jobs].filter(([index]) => existsSync(path.join(this.folder, String(index), "started")));
    await this.withdraw();
    await inChunks(began, ([, job]) => job.end({ kind: "lost", word: "unknown" }));
    await this.giveBack();
  }

  private giveBack(): Promise<void> {
    return inChunks([...this.jobs.values()], (job) => job.end({ kind: "withdrawn", reason: "it has not reached the engine" }));
  }

  private async heedTask(job: EngineJob, task: EngineTask | undefined, now: number): Promise<void> {
    const { state, word } = task ?? { state: "lost", word: "unknown" };
    if (state === "waiting" || state === "running") {
      job.goneSince = null;
      if (job.stopped) job.stop(job.stopped);
      return;
    }
    job.goneSince ??= now;
    const mayHaveRecord = state === "ended" || !task;
    if (mayHaveRecord && !job.stopped && now - job.goneSince < recordMilliseconds) return;
    await job.endByRecord();
    await job.end({ kind: state, word });
  }

  private async prepare(job: EngineJob, config: WorkConfig): Promise<void> {
    if (job.stopped || job.jobType.command[0] === "") return job.end({ kind: "withdrawn", reason: "it was not begun" });
    try {
      await mkdir(job.folder, { recursive: true });
      await writeTask(job, config, job.folder);
    } catch (error) {
      await rm(job.folder, { recursive: true, force: true });
      await job.end({ kind: "failed", failure: { error: "not-started", message: (error as Error).message, retryable: true } });
    }
  }

  /** Takes the folder away, so that tasks which should come to run after all find nothing to do. */
  private async withdraw(): Promise<void> {
    this.state = "withdrawn";
    await rename(this.folder, this.withdrawnFolder);
  }
}
