import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { CommanderError } from "commander";
import { pickEnvironment, readInvocation, whenNpmStops } from "../config/invocation.js";
import { readTracing } from "../config/readTracing.js";
import { DomainError } from "../domain/errors.js";
import type { Tracing } from "../monitoring/tracing.js";
import { Refusal } from "./gateway/gatewayErrors.js";
import { print, printError, printProblems } from "./print.js";
import { readDocument } from "./readDocument.js";
import { sampleFolder, sampleScript } from "./sampleFiles.js";
import { readWorkConfig } from "./work/config/readWorkConfig.js";
import type { WorkConfig } from "./work/config/workConfig.js";
import { EngineRunner } from "./work/engine/EngineRunner.js";
import { openSlurm } from "./work/engine/openSlurm.js";
import { Gateway } from "./work/gateway/Gateway.js";
import { JobLoop } from "./work/loop/JobLoop.js";
import { Journal } from "./work/loop/Journal.js";
import { CommandRunner } from "./work/run/CommandRunner.js";
import type { Runner } from "./work/run/runner.js";
import { readWorkOptions, type WorkOptions } from "./work/workOptions.js";

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
/** For one Ctrl-C more than one signal may come: the terminal signals npm and this process, and npm passes it on. */
const sameMilliseconds = 1000;

/** `npm run work`: see its --help. @returns the exit code */
async function work(args: readonly string[]): Promise<number> {
  const invocation = readInvocation("work");
  const options = readWorkOptions(args, invocation);
  const file = options.config === undefined ? fileURLToPath(sampleScript("work.json")) : path.resolve(invocation.directory, options.config);
  const tracing = await traced();
  if (typeof tracing === "string") {
    printError(tracing);
    return 2;
  }
  const prepared = await prepare(file, options, tracing);
  if (prepared === null) return 2;
  const { config, runner } = prepared;
  const url = (options.isUrlNamed ? null : config.url) ?? options.url;
  const gateway = new Gateway({ ...options, url }, { isTraced: tracing !== null, isForEngine: config.engine !== null });
  const loop = new JobLoop(config, runner, gateway, new Journal());
  const types = config.jobTypes.map(({ name, version }) => [name, version].filter(Boolean).join(" "));
  print(`Worker ${config.worker} at ${url}: ${config.maxJobs} at once, of ${types.join(", ")}`);
  const killed = stopOnSignals(loop, runner, invocation.isRunByNpm);
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

/** @returns null where the configuration is wrong, and has been said to be */
async function prepare(
  file: string,
  { config: name, engine }: WorkOptions,
  tracing: Tracing | null,
): Promise<{ readonly config: WorkConfig; readonly runner: Runner } | null> {
  try {
    const read = readWorkConfig(await readDocument(file), path.dirname(file), pickEnvironment(["PATH"]).PATH ?? "", engine);
    const config = name === undefined ? { ...read, outputFolder: path.join(sampleFolder(), "outputs") } : read;
    const environment = pickEnvironment(config.passEnvironment);
    if (!config.engine) return { config, runner: new CommandRunner(config, environment, tracing) };
    return { config, runner: new EngineRunner(config, environment, await openSlurm(config), config.engine) };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    printProblems(`${name ?? file}: is no configuration of a worker`, error.problems);
    return null;
  }
}

/**
 * Stops a worker by signals, and when npm's shell has gone away.
 * @returns a signal that is aborted when the jobs in hand were ended, too
 */
function stopOnSignals(loop: JobLoop, { keepsJobs }: Runner, isRunByNpm: boolean): AbortSignal {
  const killing = new AbortController();
  let stopped: Promise<void> | null = null;
  let mayKill = false;
  const hear = () => {
    if (stopped === null) {
      const count = loop.stop();
      const jobs = count === 1 ? "the job" : `the ${count} jobs`;
      if (count === 0) print("Stops.");
      else if (keepsJobs) print(`Stops. Started again, it goes on with ${jobs} in hand; until then no heartbeat is sent.`);
      else print(`Stops when ${jobs} in hand will have ended. A second signal ends them.`);
      stopped = wait(sameMilliseconds, undefined, { ref: false }).then(() => {
        mayKill = true;
      });
    } else if (mayKill && !killing.signal.aborted) {
      print(keepsJobs ? "Ends without the gateway's answer." : "Ends the jobs in hand, and gives them back.");
      killing.abort();
      loop.kill();
    }
  };
  for (const signal of signals) process.on(signal, hear);
  whenNpmStops(isRunByNpm, () => {
    if (stopped === null) hear();
  });
  return killing.signal;
}

/** Prints what went wrong, unless commander has. @returns the exit code */
function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof DomainError) {
    printError(`error: ${error.message}`);
    return 2;
  }
  if (!(error instanceof Refusal)) throw error;
  for (const { message } of error.problems) printError(`error: ${message}`);
  return 1;
}

// The program that reads the output may end before.
for (const output of [process.stdout, process.stderr]) output.on("error", () => {});
process.exit(await work(process.argv.slice(2)).catch(report));
