import type { Command } from "commander";
import { readInteger } from "../../readInteger.js";

export interface WatchOptions {
  /** Seconds. */
  readonly patience: number;
  readonly untilCreated?: boolean;
}

export const addWatchOptions = (command: Command): Command =>
  command
    .option("--patience <SECONDS>", "while watching, wait so long for a gateway that went away", readInteger(0, 86_400), 60)
    .option("--until-created", "watch only until all recipes and jobs are made, not until the jobs have run");
