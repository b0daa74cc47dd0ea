import type { Command } from "commander";
import type { Invocation } from "../config/invocation.js";
import { version } from "../domain/version.js";

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

/**
 * Refuses `npm run batch list --status PAUSED`. Without `--`, npm takes the options for itself and hands on the rest, so the command would
 * do something else than was asked for. `--yes` alone is no sign of that: npm has such an option, too, and it may be set in a file.
 * @throws {CommanderError}
 */
export function refuseKeptOptions(program: Command, args: readonly string[], { name, isKeptByNpm }: Invocation): void {
  const options = [program, ...program.commands].flatMap((command) => command.options.map((option) => option.name()));
  const kept = [...new Set(options)].filter((option) => option !== "yes" && isKeptByNpm(option)).map((option) => `--${option}`);
  if (kept.length === 0 || kept.every((option) => args.includes(option))) return;
  const command = program.commands.some((each) => each.name() === args[0]) ? ` ${args[0]}` : "";
  program.error(`error: npm took ${kept.join(", ")} for itself. Put -- before the options: ${name}${command} ${kept[0]} …`);
}
