import { CommanderError } from "commander";
import { describeProblem } from "./batch/describeProblem.js";
import { type ExitCode, exitCode } from "./batch/exitCode.js";
import { printJsonLine } from "./batch/printJson.js";
import { createProgram } from "./batch/program.js";
import { Refusal } from "./batch/refusal.js";
import { Unreachable } from "./batch/unreachable.js";
import { printError } from "./print.js";

// Whoever reads the output may have read enough: `list | head -3`.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});

const program = createProgram();
try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = report(error, program.opts<{ json?: boolean }>().json === true);
}

/** Says what went wrong, where nobody has yet. */
function report(error: unknown, json: boolean): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.ok : exitCode.usage;
  if (error instanceof Refusal) {
    if (json) printJsonLine({ errors: error.problems });
    for (const problem of error.problems) printError(`error: ${describeProblem(problem)}`);
    return exitCode.refused;
  }
  if (error instanceof Unreachable) {
    if (json) printJsonLine({ errors: [{ code: "UNREACHABLE", path: [], message: error.message }] });
    printError(`error: ${error.message}\nIs it running, and is --url right?`);
    return exitCode.unreachable;
  }
  throw error;
}
