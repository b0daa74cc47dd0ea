import { existsSync } from "node:fs";
import path from "node:path";
import { print } from "../../print.js";
import { commandOf, type EngineSettings, type JobTypeCommand, type WorkConfig } from "../config/workConfig.js";
import type { ClaimOrder } from "../gateway/Gateway.js";
import type { ClaimedJob, JobInHand, Runner } from "../run/runner.js";
import { EngineJob } from "./EngineJob.js";
import { type Engine, type EngineTask, NotNow, type TaskId } from "./engine.js";
import { inChunks } from "./files.js";
import { groupClaims } from "./groupClaims.js";
import { type ClaimedRequest, Spool } from "./Spool.js";
import { TaskGroup } from "./TaskGroup.js";
import { Trouble } from "./Trouble.js";

/** How often records are looked for. */
const stepMilliseconds = 1000;
/** How soon after a cancellation the engine is asked what has become of it. */
const canceledMilliseconds = 3000;

/**
 * Has an engine run the jobs. The engine knows which tasks there are. With that and the spool, a bridge that was killed can go on. It asks the
 * engine little: it submits arrays, looks at all tasks at once, and sees by the records of tasks how they ended.
 */
export class EngineRunner implements Runner {
  readonly keepsJobs = true;
  readonly claimPauseMilliseconds: number;
  private readonly spool: Spool;
  private readonly groups = new Map<string, TaskGroup>();
  private readonly stopped = new Set<EngineJob>();
  /** Jobs whose end the gateway knows, and whose files could not be removed. */
  private readonly reported = new Set<EngineJob>();
  /** Arrays that the engine had at the last look, and that nobody here knows. */
  private strangers: ReadonlySet<string> = new Set();
  private nextLook = 0;
  private nextCancel = 0;
  /** Whether the engine has answered the last time. */
  private isAnswering = false;
  private readonly asking: Trouble;
  private readonly canceling: Trouble;
  private readonly submitting: Trouble;
  private readonly keeping = new Trouble("A claim can't be kept, so nothing is claimed", "Claims can be kept again.");
  private readonly ending = new Trouble("What jobs have left can't be read", "What jobs have left can be read again.");
  private readonly heeding = new Trouble("What the engine says of jobs can't be heeded", "What the engine says of jobs is heeded again.");
  private readonly preparing = new Trouble("What jobs need can't be written", "What jobs need can be written again.");
  private readonly removing = new Trouble("What jobs have left can't be removed", "What jobs have left can be removed again.");

  /** @param environment the variables that commands get from the worker's own environment */
  constructor(
    private readonly config: WorkConfig,
    private readonly environment: Readonly<Record<string, string>>,
    private readonly engine: Engine,
    private readonly settings: EngineSettings,
  ) {
    this.claimPauseMilliseconds = settings.gatherSeconds * 1000;
    this.spool = new Spool(path.join(config.workFolder, config.worker));
    const { name } = engine;
    this.asking = new Trouble(`${name} can't be asked`, `${name} answers again.`);
    this.canceling = new Trouble(`${name} does not cancel jobs`, `${name} cancels jobs again.`);
    this.submitting = new Trouble(`${name} does not take the jobs now`, `${name} takes jobs again.`);
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

  remember(order: ClaimOrder): boolean {
    try {
      this.spool.keepOrder(order);
    } catch (error) {
      this.keeping.heed(error);
      return false;
    }
    this.keeping.end();
    return true;
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
      const [id, place, jobs] = [`${this.spool.id}.${requestId}.${i}`, path.join(folder, String(i)), new Map<number, EngineJob>()];
      const group = new TaskGroup(id, place, jobs, alike.length, needs, this.spool.records);
      for (const [index, claim] of alike.entries()) {
        const own = path.join(place, String(index));
        if (group.state === "unsure" && !existsSync(own)) continue;
        const known = commandOf(this.config, claim.job.jobType);
        const jobType = known ?? unknownCommand(claim.job.jobType);
        const hear = {
          stopped: (one: EngineJob) => void this.stopped.add(one),
          reported: (one: EngineJob) => void this.forget(one).catch((error) => this.removing.heed(error)),
        };
        const job = new EngineJob({ claim, jobType }, { array: id, index }, own, this.spool, this.config, hear);
        if (!known && group.state === "new") job.stop({ kind: "asked", reason: "the worker has no command for this job type" });
        jobs.set(index, job);
      }
      return group;
    });
    const open = groups.filter(({ jobs }) => jobs.size > 0);
    // What can't be removed now, the next start finds again.
    if (open.length === 0) void this.spool.removeRequest(requestId).catch(() => {});
    for (const group of open) this.groups.set(group.id, group);
    return open.flatMap(({ jobs }) => [...jobs.values()]);
  }

  /** Removes what a job has left. @throws {Error} where that fails: `step` tries again */
  private async forget(job: EngineJob): Promise<void> {
    await job.remove().catch((error) => {
      this.reported.add(job);
      throw error;
    });
    this.reported.delete(job);
    const { array, index } = job.task;
    const jobs = this.groups.get(array)?.jobs;
    jobs?.delete(index);
    if (jobs?.size !== 0) return;
    this.groups.delete(array);
    const request = array.slice(0, array.lastIndexOf("."));
    if ([...this.groups.keys()].some((id) => id.startsWith(`${request}.`))) return;
    await this.spool.removeRequest(request.slice(this.spool.id.length + 1));
  }

  /** Does what is due, again and again. What fails keeps nothing else back. */
  private async step(): Promise<void> {
    await this.ending.attempt(() => this.readRecords());
    if (this.reported.size > 0) await this.removing.attempt(() => inChunks([...this.reported], (job) => this.forget(job)));
    if (performance.now() >= this.nextLook) await this.look();
    if (this.isAnswering) await this.cancelStopped();
    await this.submitNew();
    setTimeout(() => void this.step(), stepMilliseconds).unref();
  }

  private isAway(error: unknown): void {
    this.isAnswering = false;
    this.nextLook = this.afterLook();
    this.asking.heed(error);
  }

  private afterLook(): number {
    return performance.now() + this.settings.lookSeconds * 1000;
  }

  private async submitNew(): Promise<void> {
    for (const group of this.groups.values()) {
      const { state } = group;
      if (state !== "new" || !this.isAnswering || performance.now() < group.nextSubmit) continue;
      const isPrepared = await this.preparing.attempt(() => group.prepare(this.config));
      if (isPrepared && group.state === "unsure") await this.submit(group);
    }
  }

  private async submit(group: TaskGroup): Promise<void> {
    try {
      await group.submit(this.engine, this.environment, ![...this.groups.values()].some(({ state }) => state === "sent"));
      this.submitting.end();
    } catch (error) {
      if (!(error instanceof NotNow)) return this.isAway(error);
      this.submitting.heed(error);
      group.nextSubmit = this.afterLook();
    }
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
    const stopped = [...this.stopped];
    const jobs = stopped.filter(({ hasEnded }) => !hasEnded);
    if (jobs.length > 0) {
      if (!(await this.cancel(jobs.map(({ task }) => task)))) return;
      this.nextLook = Math.min(this.nextLook, performance.now() + canceledMilliseconds);
    }
    for (const job of stopped) this.stopped.delete(job);
  }

  /** @returns whether the engine has heard it */
  private async cancel(tasks: readonly TaskId[]): Promise<boolean> {
    if (performance.now() < this.nextCancel) return false;
    const isHeard = await this.canceling.attempt(() => this.engine.cancel(tasks));
    this.nextCancel = isHeard ? 0 : this.afterLook();
    return isHeard;
  }

  private async look(): Promise<void> {
    const [now, tasks] = [Date.now(), new Map<string, Map<number, EngineTask>>()];
    try {
      for (const task of await this.engine.look()) {
        const alike = tasks.get(task.array) ?? new Map<number, EngineTask>();
        tasks.set(task.array, alike.set(task.index, task));
      }
    } catch (error) {
      return this.isAway(error);
    }
    this.nextLook = this.afterLook();
    this.isAnswering = true;
    this.asking.end();
    await this.heeding.attempt(() => inChunks([...this.groups.values()], (group) => group.heed(tasks.get(group.id), now), 1));
    await this.cancelStrangers(tasks);
  }

  /**
   * Ends tasks of arrays that were given back, and came to the engine after all. What has just been forgotten is still about to end, and what
   * another bridge of the same name has submitted is its own.
   */
  private async cancelStrangers(tasks: ReadonlyMap<string, ReadonlyMap<number, EngineTask>>): Promise<void> {
    const active = [...tasks.values()]
      .flatMap((alike) => [...alike.values()])
      .filter(({ array }) => array.startsWith(`${this.spool.id}.`) && !this.groups.has(array))
      .filter(({ state }) => state === "waiting" || state === "running");
    const known = active.filter(({ array }) => this.strangers.has(array));
    this.strangers = new Set(active.map(({ array }) => array));
    if (known.length === 0) return;
    print(`Cancels ${known.length} tasks at ${this.engine.name} that are no longer this worker's.`);
    await this.cancel(known);
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
