import { type Command, InvalidArgumentError } from "commander";
import type { BatchLimitsInput } from "../../generated/graphql.js";
import { readInteger } from "../../readOption.js";

/** What the options say about a batch's limits. */
export interface LimitOptions {
  readonly maxRunning?: Limit;
  readonly stopAfterFailed?: Limit;
}

type Limit = number | "none";

const read = readInteger(1, 2_147_483_647);

/** Reads a limit, or `none`. */
function readLimit(text: string): Limit {
  if (text === "none") return text;
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
  ...(maxRunning !== undefined && { maxRunningJobs: toLimit(maxRunning) }),
  ...(stopAfterFailed !== undefined && { stopAfterFailedJobs: toLimit(stopAfterFailed) }),
});

const toLimit = (limit: Limit): number | null => (limit === "none" ? null : limit);
