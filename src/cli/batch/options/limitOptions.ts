import { type Command, InvalidArgumentError } from "commander";
import type { BatchLimitsInput } from "../../generated/graphql.js";
import { readInteger } from "./readInteger.js";

/** What the options say about a batch's limits. Null: there shall be none. */
export interface LimitOptions {
  readonly maxRunning?: number | null;
  readonly stopAfterFailed?: number | null;
}

const read = readInteger(1, 2_147_483_647);

/** Reads a limit, or `none`. */
function readLimit(text: string): number | null {
  if (text === "none") return null;
  try {
    return read(text);
  } catch {
    throw new InvalidArgumentError("It must be an integer from 1 on, or none.");
  }
}

export const addLimitOptions = (command: Command): Command =>
  command
    .option("--max-running <N>", "run at most so many of its jobs at once; none: any number", readLimit)
    .option("--stop-after-failed <N>", "hold its work when so many jobs have failed, until it is resumed; none: never", readLimit);

export const toLimits = ({ maxRunning, stopAfterFailed }: LimitOptions): BatchLimitsInput => ({
  ...(maxRunning !== undefined && { maxRunningJobs: maxRunning }),
  ...(stopAfterFailed !== undefined && { stopAfterFailedJobs: stopAfterFailed }),
});
