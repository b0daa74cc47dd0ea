import { execFile } from "node:child_process";
import { type Engine, type EngineTask, NotNow, NotTaken, type TaskArray, type TaskId, type TaskState } from "./engine.js";
import { quote } from "./writeTask.js";

/** How long a command of Slurm's may take. A controller that is busy lets them wait. */
const maxMilliseconds = 60_000;
/** The list of 100,000 tasks takes 10 MB. */
const maxOutputBytes = 256 * 1024 * 1024;
/** The most tasks that one `scancel` names: its command line stays far below what Linux takes. */
const maxCanceled = 1000;
/** What Slurm's commands say last where the controller is away or busy. All else that they say is a refusal. */
const away = /slurm controller|socket|timed out|connect|communicat|temporarily|try again|not responding/i;
/** With the same words Slurm says that a user has as many jobs as they may, which passes, and that a job is too large for its QOS. */
const overLimit = /violates/i;

/** Slurm's words, as `squeue` writes them. Others say that a task is about to run or to end. */
const states: Readonly<Record<string, TaskState>> = {
  PENDING: "waiting",
  REQUEUED: "waiting",
  REQUEUE_HOLD: "waiting",
  SUSPENDED: "waiting",
  COMPLETED: "ended",
  FAILED: "ended",
  TIMEOUT: "timeout",
  DEADLINE: "timeout",
  OUT_OF_MEMORY: "memory",
  CANCELLED: "canceled",
  REVOKED: "canceled",
  PREEMPTED: "preempted",
  NODE_FAIL: "lost",
  BOOT_FAIL: "lost",
};

/** Slurm, by its commands `sbatch`, `squeue` and `scancel`. The comment of a job is the array's id, its name is the worker's. */
export class Slurm implements Engine {
  readonly name = "Slurm";
  /** Where Slurm's setting MaxArraySize is its default, indices go up to 1000. */
  readonly maxTasks = 1000;
  /** Slurm's ids of arrays. */
  private jobs = new Map<string, string>();

  /** @param worker the name of jobs @param environment the variables that Slurm's commands get: where they are, and SLURM_CONF */
  constructor(
    private readonly worker: string,
    private readonly environment: Readonly<Record<string, string>>,
  ) {}

  async submit(array: TaskArray): Promise<void> {
    const script = `#!/bin/sh\nexec sh ${quote(array.script)} "$SLURM_ARRAY_TASK_ID"\n`;
    const order = [`--array=0-${array.count - 1}`, `--comment=${array.id}`, `--job-name=${this.worker}`, "--parsable"];
    const needs = [`--cpus-per-task=${array.cpus}`, `--mem=${array.memoryMebibytes}M`, `--time=${Math.ceil(array.seconds / 60)}`];
    // The gateway tries jobs again, so Slurm must not.
    const ways = ["--export=ALL", "--chdir=/", "--output=/dev/null", "--no-requeue"];
    const said = await this.run(
      "sbatch",
      [...order, ...needs, ...ways, ...array.options],
      { ...array.environment, ...this.environment },
      script,
    );
    this.jobs.set(array.id, said.trim().split(";")[0] ?? "");
  }

  async look(): Promise<readonly EngineTask[]> {
    // Without --all, it leaves out what is in hidden partitions.
    const said = await this.run("squeue", [
      "--all",
      "--me",
      `--name=${this.worker}`,
      "--states=all",
      "--array",
      "--noheader",
      "--format=%F|%K|%T|%k",
    ]);
    const found = said.split("\n").flatMap((line) => {
      const [job = "", index = "", word = "", array = ""] = line.trim().split("|");
      return array === "" || index === "N/A" ? [] : { job, index: Number(index), word, array };
    });
    this.jobs = new Map(found.map(({ array, job }) => [array, job]));
    return found.map(({ array, index, word }) => ({ array, index, word, state: states[word] ?? "running" }));
  }

  async cancel(tasks: readonly TaskId[]): Promise<void> {
    const ids = tasks.flatMap(({ array, index }) => (this.jobs.has(array) ? `${this.jobs.get(array)}_${index}` : []));
    for (let i = 0; i < ids.length; i += maxCanceled) await this.run("scancel", ["--quiet", ...ids.slice(i, i + maxCanceled)]);
  }

  /**
   * Says what Slurm would not take. It is asked once, at the start.
   * @returns null where it would take all, or can't be asked
   */
  async refuses(options: readonly string[]): Promise<string | null> {
    try {
      await this.run("sbatch", ["--test-only", "--output=/dev/null", ...options], this.environment, "#!/bin/sh\n");
      return null;
    } catch (error) {
      return error instanceof NotTaken ? error.message : null;
    }
  }

  private run(
    command: string,
    args: readonly string[],
    environment: Readonly<Record<string, string>> = this.environment,
    input = "",
  ): Promise<string> {
    return new Promise((resolve, reject) => {
      const options = { env: { ...environment }, timeout: maxMilliseconds, killSignal: "SIGKILL", maxBuffer: maxOutputBytes } as const;
      const child = execFile(command, args, options, (error, out, said) => {
        if (!error) return resolve(out);
        const why = said.trim().split("\n").at(-1) || error.message;
        const isMissing = error.code === "ENOENT";
        const message = isMissing ? `There is no ${command} on the search path` : `${command}: ${why}`;
        if (!isMissing && (typeof error.code !== "number" || away.test(why))) return reject(new Error(message));
        reject(!isMissing && overLimit.test(why) ? new NotNow(message) : new NotTaken(message));
      });
      // A command that ends before it has read its input says why itself.
      child.stdin?.on("error", () => {});
      child.stdin?.end(input);
    });
  }
}
