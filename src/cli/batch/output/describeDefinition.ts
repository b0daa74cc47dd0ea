import type { BatchDefinitionInput, DateRangeType } from "../../generated/graphql.js";
import { plainText } from "../../print.js";
import { formatTime } from "./formats.js";

/** In words: `recipes created from 2016-01-01 00:00:00Z; jobs that changed, and cloud-mask; priority 5`. */
export function describeDefinition({ dateRange, jobNames, allJobs, priority }: BatchDefinitionInput): string {
  return [describeRange(dateRange), describeJobs(allJobs, jobNames), typeof priority === "number" ? `priority ${priority}` : ""]
    .filter(Boolean)
    .join("; ");
}

const verbs = { CREATED: "created", DATA: "whose data is" } as const satisfies Record<DateRangeType, string>;

function describeRange(range: BatchDefinitionInput["dateRange"]): string {
  if (!range) return "recipes of all times";
  const bounds = [range.started ? ` from ${formatTime(range.started)}` : "", range.ended ? ` to ${formatTime(range.ended)}` : ""];
  return `recipes ${verbs[range.type ?? "CREATED"]}${bounds.join("")}`;
}

function describeJobs(all: BatchDefinitionInput["allJobs"], names: BatchDefinitionInput["jobNames"]): string {
  if (all) return "all jobs";
  if (names && names.length > 0) return `jobs that changed, and ${names.map(plainText).join(", ")}`;
  return "jobs that changed";
}
