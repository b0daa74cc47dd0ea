import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { type RunningWorker, startWorker } from "./workCommand.js";

/** A job type whose command is a shell script; `$1` is the job's id, `$2` the folder of the configuration. */
export const shellStep = (script: string, others: object = {}): Record<string, unknown> => {
  const escaped = script.replaceAll("{", "{{").replaceAll("}", "}}");
  return { name: "step", command: ["sh", "-c", escaped, "sh", "{job}", "{config}"], ...others };
};

/** Starts a worker whose engine is Slurm, which it asks each second. */
export const startBridge = (
  url: string,
  settings: Record<string, unknown>,
  { folder, env }: { readonly folder: string; readonly env: NodeJS.ProcessEnv },
): Promise<RunningWorker> => {
  const quick = { maxJobs: 100, leaseSeconds: 6, slurm: { gatherSeconds: 1, lookSeconds: 1 } };
  return startWorker(url, { ...quick, ...settings }, { env, folder, args: ["--engine", "slurm"] });
};

/** What is in a bridge's folder while it has no jobs. */
export const emptySpool = ["ended", "id", "lock", "order.json"];

/** The lines of a file; none where it is not there. */
export const linesOf = async (file: string): Promise<string[]> =>
  existsSync(file) ? (await readFile(file, "utf8")).trim().split("\n") : [];
