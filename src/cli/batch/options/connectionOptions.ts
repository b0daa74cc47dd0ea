import { Command, Option } from "commander";
import type { Invocation } from "../../../config/invocation.js";
import { readUrl } from "../../readOption.js";
import { tokenOption } from "../../tokenOption.js";
import type { ExitCode } from "../exitCode.js";

export interface ConnectionOptions {
  /** What is typed before a command: `npm run batch --`. */
  readonly program: string;
  readonly url: string;
  readonly tokenFile?: string;
  readonly json?: boolean;
}

export const addConnectionOptions = (command: Command, invocation: Pick<Invocation, "directory">): Command =>
  command
    .addOption(
      new Option("--url <URL>", "the gateway's GraphQL").env("BATCH_URL").default("http://127.0.0.1:4000/graphql").argParser(readUrl),
    )
    .addOption(tokenOption(invocation))
    .option(
      "--json",
      'print one JSON document, as the gateway answers; where the request fails, {"errors": [...]} (npm run --silent leaves npm\'s lines out)',
    );

/** Makes a command's action of the function that does its work. What the function returns is the exit code. */
export const action =
  <Options>(work: (options: Options & ConnectionOptions, id: string, ...ids: string[]) => Promise<ExitCode>) =>
  async (...given: unknown[]): Promise<void> => {
    const command = given.find((each) => each instanceof Command) as Command;
    const [id = "", ...ids] = command.args;
    process.exitCode = await work({ ...command.optsWithGlobals(), program: (command.parent as Command).name() }, id, ...ids);
  };
