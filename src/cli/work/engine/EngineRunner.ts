import { existsSync } from "node:fs";
import path from "node:path";
import { print, printError } from "../../print.js";
import { commandOf } from "../config/commandOf.js";
import type { EngineSettings, JobTypeCommand, WorkConfig } from "../config/workConfig.js";
import type { ClaimOrder } from "../gateway/claim.js";
import type { ClaimedJob, JobInHand, Runner } from "../run/runner.js";
import { EngineJob } from "./EngineJob.js";
import type { Engine, EngineTask } from "./engine.js";
import { groupClaims } from "./groupClaims.js";
import { inChunks } from "./inChunks.js";
import { type ClaimedRequest, Spool } from "./Spool.js";
import { TaskGroup } from "./TaskGroup.js";

/** How often records are looked for. */
const stepMilliseconds = 1000;
/** How soon after a cancellation the engine is asked what has become of it. */
const canceledMilliseconds = 3000;

/**
 * Has an engine run the jobs. Which tasks there are, the engine says; from its word and from the spool a bridge that was killed goes on. It
 * asks the engine little: it submits arrays, looks at all tasks at once, and sees by the records of tasks how they ended.
 */
export class EngineRunner implements Runner {
  readonly keepsJobs = true;
  readonly claimPauseMilliseconds: number;
  private readonly spool: Spool;
  private readonly groups = new Map<string, TaskGroup>();
  private readonly stopped = new Set<EngineJob>();
  /** Arrays that the engine had at the last look, and that nobody here knows. */
  private strangers: ReadonlySet<string> = new Set();
  private nextLook = 0;
  /** Whether the engine has answered the last time. */
  private isAnswering = false;
  private isSaidAway = false;

  /** @param environment the variables that commands get from the worker's own environment */
  constructor(
    private readonly config: WorkConfig,
    private readonly environment: Readonly<Record<string, string>>,
    private readonly engine: Engine,
    private readonly settings: EngineSettings,
  ) {
    this.claimPauseMilliseconds = settings.gatherSeconds * 1000;
    this.spool = new Spool(path.join(config.workFolder, config.worker));
  }

  found(): { readonly jobs: readonly JobInHand[]; readonly unanswered: ClaimOrder | null } {
    const { requests, unanswered } = this.spool.found();
    const jobs = requests.flatMap((request) => this.takeUp(request));
    if (jobs.length > 0) print(`Goes on with ${jobs.length} jobs that it has at ${this.engine.name}.`);
    void this.step();
    return { jobs, unanswered };
  }

  /** Where the engine takes no jobs, others may run them. */
  isReady(): boolean {
    return this.isAnswering && [...this.groups.values()].every(({ state }) => state !== "new");
  }

  remember(order: ClaimOrder): void {
    this.spool.keepOrder(order);
  }

  begin(claimed: readonly ClaimedJob[], { requestId }: ClaimOrder): readonly JobInHand[] {
    if (claimed.length === 0) return [];
    const request = { requestId, claims: claimed.map(({ claim }) => claim) };
    this.spool.keepClaims(request);
    return this.takeUp(request);
  }

  /** @returns the jobs of a request whose end the gateway has not heard: what was submitted has a folder until then */
  private takeUp({ requestId, claims }: ClaimedRequest): readonly EngineJob[] {
    const folder = path.join(this.spool.folder, requestId);
    const groups = groupClaims(claims, this.engine.maxTasks).map(({ claims: alike, ...needs }, i) => {
      const [id, place, jobs] = [`${requestId}.${i}`, path.join(folder, String(i)), new Map<number, EngineJob>()];
      const group = new TaskGroup(id, place, jobs, alike.length, needs, this.spool.records);
      for (const [index, claim] of alike.entries()) {
        const own = path.join(place, String(index));
        if (group.state === "unsure" && !existsSync(own)) continue;
        const jobType = commandOf(this.config, claim.job.jobType) ?? unknownCommand(claim.job.jobType);
        const hear = { stopped: (job: EngineJob) => void this.stopped.add(job), forgotten: () => this.forget(group, index, requestId) };
        jobs.set(index, new EngineJob({ claim, jobType }, { array: id, index }, own, this.spool, this.config, hear));
      }
      return group;
    });
    const open = groups.filter(({ jobs }) => jobs.size > 0);
    if (open.length === 0) this.spool.removeRequest(requestId);
    for (const group of open) this.groups.set(group.id, group);
    return open.flatMap(({ jobs }) => [...jobs.values()]);
  }

  private forget(group: TaskGroup, index: number, requestId: string): void {
    group.jobs.delete(index);
    if (group.jobs.size > 0) return;
    this.groups.delete(group.id);
    if (![...this.groups.keys()].some((id) => id.startsWith(requestId))) this.spool.removeRequest(requestId);
  }

  /** Does what is due, again and again. */
  private async step(): Promise<void> {
    try {
      await this.readRecords();
      await this.cancelStopped();
      if (performance.now() >= this.nextLook) await this.look();
      for (const group of this.groups.values()) {
        if (group.state === "new" && this.isAnswering) await group.submit(this.engine, this.config, this.environment);
      }
    } catch (error) {
      this.isAnswering = false;
      if (!this.isSaidAway)
        printError(`${this.engine.name} can't be asked: ${(error as Error).message}. It is asked again until it answers.`);
      this.isSaidAway = true;
      this.nextLook = performance.now() + this.settings.lookSeconds * 1000;
    }
    setTimeout(() => void this.step(), stepMilliseconds).unref();
  }

  private async readRecords(): Promise<void> {
    await inChunks(await this.spool.recorded(), async (key) => {
      const dot = key.lastIndexOf(".");
      const job = this.groups.get(key.slice(0, dot))?.jobs.get(Number(key.slice(dot + 1)));
      if (job) await job.endByRecord();
      else await this.spool.removeRecord(key);
    });
  }

  private async cancelStopped(): Promise<void> {
    const jobs = [...this.stopped].filter(({ hasEnded }) => !hasEnded);
    if (jobs.length > 0) {
      await this.engine.cancel(jobs.map(({ task }) => task));
      this.nextLook = Math.min(this.nextLook, performance.now() + canceledMilliseconds);
    }
    this.stopped.clear();
  }

  private async look(): Promise<void> {
    const [now, tasks] = [Date.now(), new Map<string, Map<number, EngineTask>>()];
    for (const task of await this.engine.look()) {
      const alike = tasks.get(task.array) ?? new Map<number, EngineTask>();
      tasks.set(task.array, alike.set(task.index, task));
    }
    this.nextLook = performance.now() + this.settings.lookSeconds * 1000;
    if (this.isSaidAway) print(`${this.engine.name} answers again.`);
    [this.isAnswering, this.isSaidAway] = [true, false];
    for (const group of [...this.groups.values()]) await group.heed(tasks.get(group.id), now);
    await this.cancelStrangers(tasks);
  }

  /** Ends tasks of arrays that were given back, and came to the engine after all. What has just been forgotten is still about to end. */
  private async cancelStrangers(tasks: ReadonlyMap<string, ReadonlyMap<number, EngineTask>>): Promise<void> {
    const active = [...tasks.values()]
      .flatMap((alike) => [...alike.values()])
      .filter(({ array, state }) => !this.groups.has(array) && (state === "waiting" || state === "running"));
    const known = active.filter(({ array }) => this.strangers.has(array));
    this.strangers = new Set(active.map(({ array }) => array));
    if (known.length === 0) return;
    print(`Cancels ${known.length} tasks at ${this.engine.name} that are no longer this worker's.`);
    await this.engine.cancel(known);
  }
}

/** The command of a job type that the configuration no longer has. What was submitted goes on with the one that it had, all else is given back. */
const unknownCommand = ({ name, version }: { name: string; version: string }): JobTypeCommand => ({
  name,
  version,
  command: [""],
  maxJobs: 1,
  environment: {},
  finalExitCodes: [],
  engineOptions: [],
});
