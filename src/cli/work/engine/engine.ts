/** Tasks that are alike, submitted together. */
export interface TaskArray {
  /** Letters, digits, `-` and `.`, at most 50: no other array ever has it. `look` tells it again. It is no secret. */
  readonly id: string;
  /** The tasks are numbered from 0. */
  readonly count: number;
  /** What each of them needs. */
  readonly cpus: number;
  readonly memoryMebibytes: number;
  readonly seconds: number;
  /** A shell script, on all nodes at this path, that runs the task whose number is its only argument. */
  readonly script: string;
  /** The variables that tasks get. */
  readonly environment: Readonly<Record<string, string>>;
  /** What the configuration says to the engine besides. */
  readonly options: readonly string[];
}

export interface TaskId {
  readonly array: string;
  readonly index: number;
}

/**
 * What the engine knows of a task. `ended`: its script has, in any way; `timeout`, `memory`: the engine has ended it for want of these;
 * `canceled`: somebody has; `preempted`: the engine has given its place to another; `lost`: its node has gone down.
 */
export type TaskState = "waiting" | "running" | "ended" | "timeout" | "memory" | "canceled" | "preempted" | "lost";

export interface EngineTask extends TaskId {
  readonly state: TaskState;
  /** The engine's own word for its state, for people. */
  readonly word: string;
}

/** An engine does not take an array, and would not take it later. Any other error leaves open whether it has been taken. */
export class NotTaken extends Error {}

/** An engine does not take an array now, and may take it later: the user has as many jobs as they may, for example. */
export class NotNow extends Error {}

/** Whatever runs tasks on many machines, as far as a bridge needs it. `docs/engines.md` says what is asked of a new one. */
export interface Engine {
  /** Its name, for people. */
  readonly name: string;
  /** The most tasks of an array. */
  readonly maxTasks: number;
  /** Takes an array, which has not been submitted before. @throws {NotTaken | NotNow} */
  submit(array: TaskArray): Promise<void>;
  /** All tasks of this worker's that the engine knows: those that wait or run, and those that have ended lately. */
  look(): Promise<readonly EngineTask[]>;
  /** Ends tasks, gently at first. Those that have ended are left alone. */
  cancel(tasks: readonly TaskId[]): Promise<void>;
}
