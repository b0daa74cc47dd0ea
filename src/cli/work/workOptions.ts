import { Command, Option } from "commander";
import type { Invocation } from "../../config/invocation.js";
import { parseCommand } from "../parseCommand.js";
import { readUrl } from "../readOption.js";
import { tokenOption } from "../tokenOption.js";
import { type EngineName, engineNames } from "./config/workConfig.js";

export interface WorkOptions {
  /** The file of the configuration; null: the sample's. */
  readonly config: string | null;
  /** Null: jobs are run on this machine. */
  readonly engine: EngineName | null;
  /** The gateway's GraphQL; null where the command line does not say. */
  readonly url: string | null;
  /** That which holds where neither the command line nor the configuration says any. */
  readonly otherUrl: string;
  readonly tokenFile: string | undefined;
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
    .addOption(new Option("--engine <NAME>", "what runs the jobs; else they are run on this machine").choices(engineNames))
    .addOption(
      new Option("--url <URL>", "the gateway's GraphQL; else that of the configuration, else this default")
        .env("BATCH_URL")
        .default("http://127.0.0.1:4000/graphql")
        .argParser(readUrl),
    )
    .addOption(tokenOption(invocation));
  parseCommand(command, args, invocation, help(invocation.name));
  const {
    config,
    sample = false,
    engine,
    url,
    tokenFile,
  } = command.opts<{
    config?: string;
    sample?: boolean;
    engine?: EngineName;
    url: string;
    tokenFile?: string;
  }>();
  if ((config !== undefined) === sample) command.error("error: name either --config <FILE> or --sample");
  const named = command.getOptionValueSource("url") === "cli" ? url : null;
  return { config: config ?? null, engine: engine ?? null, url: named, otherUrl: url, tokenFile };
}
