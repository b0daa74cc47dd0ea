import type { Command } from "commander";
import type { BatchInput } from "../../generated/graphql.js";
import { describeWrongRange, readEnd, readInteger, readStart } from "../../readOption.js";
import { addLimitOptions, type LimitOptions, toLimits } from "./limitOptions.js";
import { readList } from "./readList.js";

/** What the options of `validate` and `create` say about the batch. */
export interface BatchInputOptions extends LimitOptions {
  readonly recipeType: string;
  readonly from?: string;
  readonly to?: string;
  readonly byDataTime?: boolean;
  readonly jobs?: string[];
  readonly allJobs?: boolean;
  readonly priority?: number;
  readonly newestFirst?: boolean;
  readonly title?: string;
  readonly description?: string;
}

const maxInt = 2_147_483_647;

/** Adds the options of the batch. A wrong combination of options ends the command, as a wrong value does. */
export const addBatchInputOptions = (command: Command): Command =>
  addLimitOptions(command)
    .requiredOption("--recipe-type <TYPE>", "re-process recipes of this type: NAME, NAME@VERSION or an id")
    .option("--from <TIME>", "only recipes created since: a day, 2016-01-31, or 2016-01-31T12:00:00Z", readStart)
    .option("--to <TIME>", "... and until then; a day is meant to its end, UTC", readEnd)
    .option("--by-data-time", "--from and --to are the times of the recipes' data instead")
    .option("--jobs <NAME,...>", "run these jobs again, even where nothing changed", readList)
    .option("--all-jobs", "run all jobs again")
    .option("--priority <N>", "the new jobs' priority; a lower number is more urgent", readInteger(-maxInt, maxInt))
    .option("--newest-first", "re-process the newest recipes first, not the oldest")
    .option("--title <TEXT>", "at most 50 characters")
    .option("--description <TEXT>")
    .hook("preAction", (_, command) => {
      const { from, to, byDataTime, jobs, allJobs } = command.opts<BatchInputOptions>();
      if (byDataTime && from === undefined && to === undefined) command.error("error: option '--by-data-time' needs '--from' or '--to'");
      if (jobs && allJobs) command.error("error: option '--jobs' goes without '--all-jobs'");
      const wrongRange = describeWrongRange(from, to);
      if (wrongRange) command.error(`error: ${wrongRange}`);
    });

export function toBatchInput(recipeTypeId: string, options: BatchInputOptions): BatchInput {
  const { from, to, byDataTime, jobs, allJobs, priority, newestFirst, title, description } = options;
  const limits = toLimits(options);
  const isBounded = from !== undefined || to !== undefined;
  return {
    recipeTypeId,
    title,
    description,
    definition: {
      ...(isBounded && { dateRange: { type: byDataTime ? "DATA" : "CREATED", started: from, ended: to } }),
      jobNames: jobs,
      allJobs,
      priority,
    },
    ...(Object.keys(limits).length > 0 && { limits }),
    ...(newestFirst && { selection: { order: "NEWEST_FIRST" } }),
  };
}
