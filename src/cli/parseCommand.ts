import type { Command } from "commander";
import type { Invocation } from "../config/invocation.js";
import { version } from "../domain/version.js";
import { refuseKeptOptions } from "./refuseKeptOptions.js";

/**
 * Reads a command line.
 * @param args without node and the script
 * @param help what follows the list of options
 * @throws {CommanderError} for wrong options, whose message has been printed; also after --help, with the exit code 0
 */
export function parseCommand(command: Command, args: readonly string[], invocation: Invocation, help: string): void {
  command.name(invocation.name).version(version).addHelpText("after", help).exitOverride();
  refuseKeptOptions(command, args, invocation);
  command.parse([...args], { from: "user" });
}
