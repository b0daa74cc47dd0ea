import { Command } from "commander";
import type { Invocation } from "../../../config/invocation.js";
import { addGatewayOptions } from "../../gatewayOptions.js";
import type { ExitCode } from "../exitCode.js";

export interface ConnectionOptions {
  /** What is typed before a command: `npm run batch --`. */
  readonly program: string;
  readonly url: string;
  readonly tokenFile?: string;
  readonly json?: boolean;
}

export const addConnectionOptions = (command: Command, invocation: Pick<Invocation, "directory">): Command =>
  addGatewayOptions(command, invocation, "the gateway's GraphQL").option(
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
