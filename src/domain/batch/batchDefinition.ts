import { cut } from "../cut.js";
import type { Problem } from "../errors.js";
import type { ForcedJobs } from "../recipe/graphDelta.js";
import { isLonger } from "../textLimits.js";
import { parseInstant } from "../time.js";

/**
 * What a batch re-processes: Scale's batch definition, version 1.0, as it is documented, stored and returned (hence its
 * snake_case). Defaults of `version` and `date_range.type` are filled in; other keys are as the caller sent them.
 */
export interface BatchDefinition {
  readonly version: "1.0";
  /** Both bounds are inclusive ISO-8601 times with a zone; at least one is there. `parseBound` says what each covers. */
  readonly date_range?: { readonly type: DateRangeType; readonly started?: string; readonly ended?: string };
  /** Jobs to run again even where nothing changed. */
  readonly job_names?: readonly string[] | null;
  /** Run every job again; overrides `job_names`. */
  readonly all_jobs?: boolean;
  /** The priority of the new jobs, instead of their types' own. */
  readonly priority?: number;
}

/** `created`: when the recipe was made. `data`: the data times of its input files. */
export const dateRangeTypes = ["created", "data"] as const;
export type DateRangeType = (typeof dateRangeTypes)[number];

/** The most names of one definition, and the most characters of a name, which are those of its column. */
export const maxJobNames = 1000;
export const maxJobName = 100;
const maxInt = 2_147_483_647;

/**
 * Reads a batch definition. Null counts as absent.
 * @param path where the definition stands in the caller's input
 */
export function readBatchDefinition(
  document: unknown,
  path: readonly string[] = ["definition"],
): { definition: BatchDefinition | null; problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const invalid = (at: readonly string[], message: string) => problems.push({ code: "INVALID", path: [...path, ...at], message });
  if (!isObject(document)) {
    invalid([], "must be an object");
    return { definition: null, problems };
  }
  const { version, date_range, job_names, all_jobs, priority, ...others } = document;
  for (const key of Object.keys(others)) invalid([cut(key)], "is not a key of a batch definition");

  if (isSet(version) && version !== "1.0") invalid(["version"], 'must be "1.0"');
  const dateRange = isSet(date_range) ? readDateRange(date_range, invalid) : undefined;
  if (isSet(job_names)) problems.push(...checkJobNames(job_names, [...path, "job_names"]));
  if (isSet(all_jobs) && typeof all_jobs !== "boolean") invalid(["all_jobs"], "must be true or false");
  if (isSet(priority) && !(Number.isInteger(priority) && Math.abs(priority as number) <= maxInt)) {
    invalid(["priority"], `must be an integer from -${maxInt} to ${maxInt}`);
  }
  if (problems.length > 0) return { definition: null, problems };
  return {
    definition: {
      version: "1.0",
      ...(dateRange && { date_range: dateRange }),
      ...(job_names !== undefined && { job_names: job_names as string[] | null }),
      ...(isSet(all_jobs) && { all_jobs: all_jobs as boolean }),
      ...(isSet(priority) && { priority: priority as number }),
    },
    problems,
  };
}

function checkJobNames(names: unknown, path: readonly string[]): Problem[] {
  if (!Array.isArray(names) || !names.every((name) => typeof name === "string")) {
    return [{ code: "INVALID", path, message: "must be an array of strings, or null" }];
  }
  if (names.length > maxJobNames) return [{ code: "TOO_LARGE", path, message: `must be at most ${maxJobNames} names` }];
  if (!names.some((name) => isLonger(name, maxJobName))) return [];
  return [{ code: "TOO_LARGE", path, message: `must be names of at most ${maxJobName} characters` }];
}

type Report = (at: readonly string[], message: string) => void;

function readDateRange(value: unknown, invalid: Report): BatchDefinition["date_range"] {
  if (!isObject(value)) {
    invalid(["date_range"], "must be an object");
    return undefined;
  }
  const { type, started, ended, ...others } = value;
  for (const key of Object.keys(others)) invalid(["date_range", cut(key)], "is not a key of a date range");
  if (isSet(type) && !(dateRangeTypes as readonly unknown[]).includes(type)) {
    invalid(["date_range", "type"], `must be one of ${dateRangeTypes.join(", ")}`);
  }
  if (!isSet(started) && !isSet(ended)) invalid(["date_range"], "must have started or ended");
  for (const [key, bound] of Object.entries({ started, ended })) {
    if (isSet(bound) && (typeof bound !== "string" || parseInstant(bound) === null)) {
      invalid(["date_range", key], "must be an ISO-8601 date and time with a time zone, such as 2016-01-10T00:00:00Z");
    }
  }
  return {
    type: isSet(type) ? (type as DateRangeType) : "created",
    ...(isSet(started) && { started: started as string }),
    ...(isSet(ended) && { ended: ended as string }),
  };
}

/** Whether recipes of the current revision are matched too: their jobs are to run again although nothing changed. */
export const forcesJobs = (definition: BatchDefinition): boolean => definition.all_jobs === true || (definition.job_names ?? []).length > 0;

/** The jobs that the definition runs again. */
export const forcedJobs = (definition: BatchDefinition): ForcedJobs =>
  definition.all_jobs === true ? "ALL" : (definition.job_names ?? []);

const isSet = (value: unknown): boolean => value !== undefined && value !== null;
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);
