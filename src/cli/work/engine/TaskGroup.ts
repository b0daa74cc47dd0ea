import { existsSync } from "node:fs";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import type { WorkConfig } from "../config/workConfig.js";
import type { EngineJob } from "./EngineJob.js";
import { type Engine, type EngineTask, NotNow, NotTaken } from "./engine.js";
import { inChunks } from "./files.js";
import type { Needs } from "./groupClaims.js";
import { taskScript, writeTask } from "./writeTask.js";

/**
 * How long an array may be unknown to the engine before it counts as not submitted. Should it come later all the same, by a command that has
 * outlived a bridge that was killed, its tasks find the folder renamed, and do nothing.
 */
const unsureMilliseconds = 90_000;
/** How long an array is submitted again that the engine does not take now. */
const maxNotNowMilliseconds = 600_000;
/** How long a task may take, after the engine no longer has it, until its record is seen: file systems of clusters show files late. */
const recordMilliseconds = 30_000;

/** An array of tasks, from the claim to the end of its last one. */
export class TaskGroup {
  /** `unsure`: it was about to be submitted, and whether it has been is not known. */
  state: "new" | "unsure" | "sent" | "withdrawn";
  /** When it was about to be submitted, or taken up again. */
  private since = Date.now();
  /** When the engine has first not taken it. */
  private notNowSince: number | null = null;
  nextSubmit = 0;

  /** @param folder its own @param jobs those whose end the gateway has not heard, by their indices @param count of all its tasks */
  constructor(
    readonly id: string,
    readonly folder: string,
    readonly jobs: Map<number, EngineJob>,
    private readonly count: number,
    private readonly needs: Needs,
    private readonly recordsFolder: string,
  ) {
    this.state = existsSync(this.withdrawnFolder) ? "withdrawn" : existsSync(this.mark) ? "unsure" : "new";
  }

  /** Where its folder is once it has been withdrawn. */
  private get withdrawnFolder(): string {
    return `${this.folder}.withdrawn`;
  }

  /** Stands where it was about to be submitted. */
  private get mark(): string {
    return path.join(this.folder, "submitted");
  }

  private get script(): string {
    return path.join(this.folder, "run");
  }

  /** The jobs that have not ended. */
  private get waiting(): readonly EngineJob[] {
    return [...this.jobs.values()].filter(({ hasEnded }) => !hasEnded);
  }

  /** Writes what its tasks need. What stops before is not run. */
  async prepare(config: WorkConfig): Promise<void> {
    await mkdir(this.folder, { recursive: true });
    await inChunks(this.waiting, (job) => this.prepareTask(job, config));
    if (this.waiting.length === 0) {
      this.state = "withdrawn";
      return;
    }
    await writeFile(this.script, taskScript(this.folder, this.recordsFolder, this.id));
    await writeFile(this.mark, "");
    [this.state, this.since] = ["unsure", Date.now()];
  }

  /**
   * Submits it, once prepared. Where the engine refuses, all its jobs fail.
   * @param environment the variables that commands get from the worker's own environment
   * @param isOnly whether the engine has no other array of the bridge's
   * @throws {NotNow} where it is `new` again, or has been given up
   * @throws {Error} where the engine has not answered: `look` will find out
   */
  async submit(engine: Engine, environment: Readonly<Record<string, string>>, isOnly: boolean): Promise<void> {
    const options = this.waiting[0]?.jobType.engineOptions ?? [];
    try {
      await engine.submit({ id: this.id, count: this.count, ...this.needs, script: this.script, environment, options });
      this.state = "sent";
    } catch (error) {
      if (error instanceof NotTaken) return this.refuse(error.message);
      if (error instanceof NotNow) await this.heedNotNow(error, isOnly);
      throw error;
    }
  }

  /** In the end its jobs fail where nothing else of the bridge's is there that could make room for them: they may be too large. */
  private async heedNotNow({ message }: NotNow, isOnly: boolean): Promise<void> {
    this.notNowSince ??= performance.now();
    if (performance.now() - this.notNowSince >= maxNotNowMilliseconds) {
      if (isOnly) return this.refuse(message);
      await this.withdraw();
      return this.giveBack();
    }
    await rm(this.mark);
    this.state = "new";
  }

  private async refuse(message: string): Promise<void> {
    await this.withdraw();
    const failure = { error: "not-submitted", message, retryable: true };
    await inChunks(this.waiting, (job) => job.end({ kind: "failed", failure }));
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

  private async prepareTask(job: EngineJob, config: WorkConfig): Promise<void> {
    if (job.stopped) return job.end({ kind: "withdrawn", reason: "it was not begun" });
    try {
      await mkdir(job.folder, { recursive: true, mode: 0o700 });
      await writeTask(job, config, job.folder);
    } catch (error) {
      await rm(job.folder, { recursive: true, force: true });
      await job.end({ kind: "failed", failure: { error: "not-started", message: (error as Error).message, retryable: true } });
    }
  }

  /** Takes the folder away, so that tasks which should come to run after all find nothing to do. */
  private async withdraw(): Promise<void> {
    await rename(this.folder, this.withdrawnFolder);
    this.state = "withdrawn";
  }
}
