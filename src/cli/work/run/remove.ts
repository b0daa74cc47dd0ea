import { rm } from "node:fs/promises";
import { printError } from "../../print.js";

/** Removes what a job has left behind. Where that fails, it stays there: the report of the job's end does not depend on it. */
export const remove = (folder: string): Promise<void> =>
  rm(folder, { recursive: true, force: true }).catch((error: Error) => printError(`${folder} can't be removed: ${error.message}`));
