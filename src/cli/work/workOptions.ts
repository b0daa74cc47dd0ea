import { Command, Option } from "commander";
import type { Invocation } from "../../config/invocation.js";
import { addGatewayOptions } from "../gatewayOptions.js";
import { parseCommand } from "../parseCommand.js";
import { type EngineName, engineNames } from "./config/workConfig.js";

export interface WorkOptions {
  /** The file of the configuration; absent: the sample's. */
  readonly config?: string;
  /** Absent: jobs are run on this machine. */
  readonly engine?: EngineName;
  /** The gateway's GraphQL. */
  readonly url: string;
  /** Whether the command line says it. Otherwise, that of the configuration goes before it. */
  readonly isUrlNamed: boolean;
  readonly tokenFile?: string;
}

const help = (name: string): string => `
Claims jobs at a running gateway and runs a command for each: the configuration says which one for each job type, and how many
at once. docs/workers.md describes it, and what commands get and give.

The first Ctrl-C (or SIGTERM) ends the worker once its jobs have ended. A second one ends the jobs, too, and gives them back.

With --engine, the engine runs the commands on its machines, and the worker stands between: docs/engines.md describes it. Ended in any way,
it leaves its jobs there, and goes on with them when it is started again.

Examples:
  ${name} --sample
  ${name} --config work.json --url https://gateway.example.com
  ${name} --engine slurm --config cluster.json

Exit codes: 0 stopped, 1 refused by the gateway or stopped by a second signal, 2 wrong options or a wrong configuration.`;

/** Reads the command line, as `parseCommand` does. */
export function readWorkOptions(args: readonly string[], invocation: Invocation): WorkOptions {
  const command = new Command()
    .description("Runs the jobs of a running gateway.")
    .option("--config <FILE>", "the configuration (JSON)")
    .option("--sample", "the configuration of the sample that `load --sample` loads")
    .addOption(new Option("--engine <NAME>", "what runs the jobs; else they are run on this machine").choices(engineNames));
  addGatewayOptions(command, invocation, "the gateway's GraphQL; else that of the configuration, else this default");
  parseCommand(command, args, invocation, help(invocation.name));
  const { sample = false, ...options } = command.opts<Omit<WorkOptions, "isUrlNamed"> & { readonly sample?: boolean }>();
  if ((options.config !== undefined) === sample) command.error("error: name either --config <FILE> or --sample");
  return { ...options, isUrlNamed: command.getOptionValueSource("url") === "cli" };
}
