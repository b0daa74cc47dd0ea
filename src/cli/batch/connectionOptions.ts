import { Command } from "commander";
import type { ExitCode } from "./exitCode.js";
import { readUrl } from "./readUrl.js";

/** The options that every command has. */
export interface ConnectionOptions {
  readonly url: string;
  readonly json?: boolean;
}

export const addConnectionOptions = (program: Command): Command =>
  program
    .option("--url <URL>", "the gateway's GraphQL", readUrl, "http://127.0.0.1:4000/graphql")
    .option("--json", 'print one JSON document, as the gateway answers; where the request fails, {"errors": [...]}');

/** Makes an action of a function that does a command's work: what it returns is the exit code. */
export const action =
  <Options>(work: (options: Options & ConnectionOptions, id: string) => Promise<ExitCode>) =>
  async (...given: unknown[]): Promise<void> => {
    const command = given.find((each) => each instanceof Command) as Command;
    process.exitCode = await work(command.optsWithGlobals(), command.args[0] ?? "");
  };
