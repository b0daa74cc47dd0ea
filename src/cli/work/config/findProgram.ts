import { accessSync, constants, statSync } from "node:fs";
import path from "node:path";

/**
 * Finds a command's program, as a shell would: a name on the search path, a path from a folder. Without a search path it is to run on other
 * machines: then just a path from the folder, which they see, too, is looked for.
 * @returns what to start; null where there is no such program
 */
export function findProgram(program: string, folder: string, searchPath: string | null): string | null {
  // What a placeholder stands for is known only when there is a job.
  if (program.includes("{")) return program;
  if (searchPath === null && (!/[\\/]/.test(program) || path.isAbsolute(program))) return program;
  if (/[\\/]/.test(program)) return isProgram(path.resolve(folder, program)) ? path.resolve(folder, program) : null;
  return searchPath?.split(path.delimiter).some((place) => isProgram(path.join(place || ".", program))) ? program : null;
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
