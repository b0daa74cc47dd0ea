import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { CommanderError } from "commander";
import { readInvocation } from "../config/invocation.js";
import { pickEnvironment } from "../config/pickEnvironment.js";
import { readTracing } from "../config/readTracing.js";
import { DomainError } from "../domain/errors.js";
import type { Tracing } from "../monitoring/tracing.js";
import { Refusal } from "./gateway/refusal.js";
import { print, printError, printProblems } from "./print.js";
import { readDocument } from "./readDocument.js";
import { sampleFolder } from "./sampleFolder.js";
import { sampleScript } from "./sampleScript.js";
import { readWorkConfig } from "./work/config/readWorkConfig.js";
import type { WorkConfig } from "./work/config/workConfig.js";
import { Gateway } from "./work/gateway/Gateway.js";
import { JobLoop } from "./work/loop/JobLoop.js";
import { Journal } from "./work/loop/Journal.js";
import { readWorkOptions } from "./work/workOptions.js";

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
/** For one Ctrl-C more than one signal may come: the terminal signals npm and this process, and npm passes it on. */
const sameMilliseconds = 1000;
/** How often a worker looks whether npm's shell has gone away. */
const parentMilliseconds = 500;

/** `npm run work`: see its --help. @returns the exit code */
async function work(args: readonly string[]): Promise<number> {
  const invocation = readInvocation("work");
  const options = readWorkOptions(args, invocation);
  const file = options.config === null ? fileURLToPath(sampleScript("work.json")) : path.resolve(invocation.directory, options.config);
  const read = await readConfiguration(file, options.config ?? file);
  if (read === null) return 2;
  const config = options.config === null ? { ...read, outputFolder: path.join(sampleFolder(), "outputs") } : read;
  const tracing = await traced();
  if (typeof tracing === "string") {
    printError(tracing);
    return 2;
  }
  const url = options.url ?? config.url ?? options.otherUrl;
  const gateway = new Gateway({ url, tokenFile: options.tokenFile }, tracing);
  const loop = new JobLoop(config, pickEnvironment(config.passEnvironment), gateway, new Journal());
  const types = config.jobTypes.map(({ name, version }) => [name, version].filter(Boolean).join(" "));
  print(`Worker ${config.worker} at ${url}: ${config.maxJobs} at once, of ${types.join(", ")}`);
  const killed = stopOnSignals(loop, invocation.isRunByNpm);
  await loop.run();
  await tracing?.stop();
  return killed.aborted ? 1 : 0;
}

/** @returns null where jobs are not traced; a text where the settings are wrong */
async function traced(): Promise<Tracing | null | string> {
  const settings = readTracing();
  if (settings === null || typeof settings === "string") return settings;
  const { startTracing } = await import("../monitoring/startTracing.js");
  return startTracing({ ...settings, service: "batch-gateway-worker", warn: printError });
}

/** @returns null where it is wrong, and has been said to be */
async function readConfiguration(file: string, name: string): Promise<WorkConfig | null> {
  try {
    return readWorkConfig(await readDocument(file), path.dirname(file), pickEnvironment(["PATH"]).PATH ?? "");
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    printProblems(`${name}: is no configuration of a worker`, error.problems);
    return null;
  }
}

/**
 * Stops a worker by signals, and when npm's shell has gone away.
 * @returns a signal that is aborted when the jobs in hand were ended, too
 */
function stopOnSignals(loop: JobLoop, isRunByNpm: boolean): AbortSignal {
  const killing = new AbortController();
  let stopped: Promise<void> | null = null;
  let mayKill = false;
  const hear = () => {
    if (stopped === null) {
      const count = loop.stop();
      print(
        count === 0
          ? "Stops."
          : `Stops when ${count === 1 ? "the job" : `the ${count} jobs`} in hand will have ended. A second signal ends them.`,
      );
      stopped = wait(sameMilliseconds, undefined, { ref: false }).then(() => {
        mayKill = true;
      });
    } else if (mayKill && !killing.signal.aborted) {
      print("Ends the jobs in hand, and gives them back.");
      killing.abort();
      loop.kill();
    }
  };
  for (const signal of signals) process.on(signal, hear);
  const parent = process.ppid;
  if (isRunByNpm) {
    const watch = setInterval(() => {
      if (process.ppid === parent) return;
      clearInterval(watch);
      if (stopped === null) hear();
    }, parentMilliseconds).unref();
  }
  return killing.signal;
}

/** Prints what went wrong, unless commander has. @returns the exit code */
function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (!(error instanceof Refusal)) throw error;
  for (const { message } of error.problems) printError(`error: ${message}`);
  return 1;
}

// The program that reads the output may end before.
for (const output of [process.stdout, process.stderr]) output.on("error", () => {});
process.exit(await work(process.argv.slice(2)).catch(report));
