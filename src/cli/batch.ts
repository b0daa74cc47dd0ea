import { CommanderError } from "commander";
import { readInvocation } from "../config/invocation.js";
import { type ExitCode, exitCode } from "./batch/exitCode.js";
import { describeProblem } from "./batch/output/describeProblem.js";
import { createProgram } from "./batch/program.js";
import { Refusal, Unreachable } from "./gateway/gatewayErrors.js";
import { refuseKeptOptions } from "./parseCommand.js";
import { printError, printJsonLine } from "./print.js";

// The program that reads the output may stop before its end: `list | head -3`.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});

const invocation = readInvocation("batch");
const program = createProgram(invocation);
try {
  refuseKeptOptions(program, process.argv.slice(2), invocation);
  await program.parseAsync();
} catch (error) {
  process.exitCode = report(error, program.opts<{ json?: boolean }>().json === true);
}

/** Prints what went wrong, unless commander has. @returns the exit code */
function report(error: unknown, json: boolean): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.ok : exitCode.usage;
  if (error instanceof Refusal) {
    if (json) printJsonLine({ errors: error.problems });
    for (const problem of error.problems) printError(`error: ${describeProblem(problem)}`);
    return exitCode.refused;
  }
  if (error instanceof Unreachable) {
    if (json) printJsonLine({ errors: [{ code: "UNREACHABLE", path: [], message: error.message }] });
    printError(`error: ${error.message}\nIs it running, and is --url (or BATCH_URL) right?`);
    return exitCode.unreachable;
  }
  throw error;
}
