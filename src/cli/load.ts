import { readInvocation } from "../config/invocation.js";

import { fillRecipeTypes } from "./fillRecipeTypes.js";
import { loadFiles } from "./loadFiles.js";
import { loadFromScale } from "./loadFromScale.js";
import { readLoadOptions } from "./loadOptions.js";
import { loadSample } from "./loadSample.js";
import { sampleFolder } from "./sampleFiles.js";
import { exitCodeOf, withDatabase } from "./withDatabase.js";

/** `npm run load`: see its --help. @returns the exit code */
async function load(args: readonly string[]): Promise<number> {
  const invocation = readInvocation("load");
  const options = readLoadOptions(args, invocation);
  return withDatabase(async (database, signal) => {
    if (options.sample) {
      await loadSample(database, sampleFolder());
      return 0;
    }
    if (options.fromScale !== null) return loadFromScale(database, options.fromScale, signal);
    const { recipeTypes, refused } = await loadFiles(database, options.files, invocation.directory, signal);
    if (options.recipes) await fillRecipeTypes(database, recipeTypes, options.recipes, signal);
    return refused > 0 ? 1 : 0;
  });
}

const interrupted = "Interrupted. Only what has been reported is loaded.";
process.exitCode = await load(process.argv.slice(2)).catch((error: unknown) => exitCodeOf(error, interrupted));
