import type { DateRangeType } from "../../generated/graphql.js";
import { plainText } from "../../print.js";
import { formatTime } from "./formats.js";

/** A definition, as it is sent or as it is read. */
interface Definition {
  readonly dateRange?:
    | { readonly type?: DateRangeType | null; readonly started?: string | null; readonly ended?: string | null }
    | null
    | undefined;
  readonly jobNames?: readonly string[] | null | undefined;
  readonly allJobs?: boolean | null | undefined;
  readonly priority?: number | null | undefined;
}

/** In words: `recipes created from 2016-01-01 00:00:00Z; jobs that changed, and cloud-mask; priority 5`. */
export function describeDefinition({ dateRange, jobNames, allJobs, priority }: Definition): string {
  return [describeRange(dateRange), describeJobs(allJobs, jobNames), typeof priority === "number" ? `priority ${priority}` : ""]
    .filter(Boolean)
    .join("; ");
}

const verbs = { CREATED: "created", DATA: "whose data is" } as const satisfies Record<DateRangeType, string>;

function describeRange(range: Definition["dateRange"]): string {
  if (!range) return "recipes of all times";
  const bounds = [range.started ? ` from ${formatTime(range.started)}` : "", range.ended ? ` to ${formatTime(range.ended)}` : ""];
  return `recipes ${verbs[range.type ?? "CREATED"]}${bounds.join("")}`;
}

function describeJobs(all: Definition["allJobs"], names: Definition["jobNames"]): string {
  if (all) return "all jobs";
  if (names && names.length > 0) return `jobs that changed, and ${names.map(plainText).join(", ")}`;
  return "jobs that changed";
}
