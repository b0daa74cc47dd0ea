import { constants } from "node:os";
import { CommanderError } from "commander";
import { readInvocation } from "../config/invocation.js";
import { ConfigError } from "../config.js";
import { describeError } from "../domain/describeError.js";
import { fillRecipeTypes } from "./fillRecipeTypes.js";
import { loadFiles } from "./loadFiles.js";
import { readLoadOptions } from "./loadOptions.js";
import { loadSample } from "./loadSample.js";
import { printError } from "./print.js";
import { sampleFolder } from "./sampleFolder.js";
import { Interrupted, withDatabase } from "./withDatabase.js";

/** `npm run load`: see its --help. @returns the exit code */
async function load(args: readonly string[]): Promise<number> {
  const invocation = readInvocation("load");
  const options = readLoadOptions(args, invocation);
  return withDatabase(async (database, signal) => {
    if (options.sample) {
      await loadSample(database, sampleFolder());
      return 0;
    }
    const { recipeTypes, refused } = await loadFiles(database, options.files, invocation.directory, signal);
    if (options.recipes) await fillRecipeTypes(database, recipeTypes, options.recipes, signal);
    return refused > 0 ? 1 : 0;
  });
}

/** Prints what went wrong, unless commander has. @returns the exit code */
function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof Interrupted) {
    printError("Interrupted. What has been reported is loaded.");
    return 128 + constants.signals[error.signal];
  }
  printError(describeError(error));
  return error instanceof ConfigError ? 2 : 1;
}

process.exitCode = await load(process.argv.slice(2)).catch(report);
