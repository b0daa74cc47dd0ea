import type { Problem } from "../errors.js";
import { FieldReader } from "../fieldReader.js";
import type { ForcedJobs } from "../recipe/graphDelta.js";
import { maxInt } from "../storable.js";
import { isLonger } from "../textLimits.js";
import { type Bound, parseBound } from "../time.js";

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

/** A date range whose bounds have been read. */
export interface DateRange {
  readonly type: DateRangeType;
  readonly started: Bound | null;
  readonly ended: Bound | null;
}

/** The most names of one definition, and the most characters of a name. The latter is the limit of the column. */
export const maxJobNames = 1000;
export const maxJobName = 100;

/** What the domain calls the fields of the document. */
const fieldNames = { date_range: "dateRange", job_names: "jobNames", all_jobs: "allJobs" };

/**
 * Reads a batch definition. Null counts as absent.
 * @param path where the definition stands in the caller's input
 * @returns the definition and what its date range covers, or what is wrong
 */
export function readBatchDefinition(document: unknown, path: readonly string[] = ["definition"]) {
  const problems: Problem[] = [];
  const reader = new FieldReader(document, path, problems, { nullIsAbsent: true, fieldNames });
  reader.refuseOthers(["version", "date_range", "job_names", "all_jobs", "priority"], "is not a key of a batch definition");
  const version = reader.value("version");
  if (version !== undefined && version !== "1.0") reader.invalid("version", 'must be "1.0"');
  const rangeReader = reader.within("date_range");
  const dateRange = rangeReader ? readDateRange(rangeReader) : null;
  const jobNames = reader.isNull("job_names") ? null : readJobNames(reader);
  const [allJobs, priority] = [reader.flag("all_jobs"), reader.integer("priority", -maxInt)];
  if (problems.length > 0) return { definition: null, dateRange: null, problems };
  const definition: BatchDefinition = {
    version: "1.0",
    ...(dateRange && { date_range: asWritten(dateRange.type, rangeReader) }),
    ...(jobNames !== undefined && { job_names: jobNames }),
    ...(allJobs !== undefined && { all_jobs: allJobs }),
    ...(priority !== undefined && { priority }),
  };
  return { definition, dateRange, problems };
}

function readJobNames(reader: FieldReader): string[] | undefined {
  const names = reader.value("job_names");
  if (names === undefined) return undefined;
  if (!Array.isArray(names) || !names.every((name) => typeof name === "string")) {
    reader.invalid("job_names", "must be an array of strings, or null");
  } else if (names.length > maxJobNames) {
    reader.invalid("job_names", `must be at most ${maxJobNames} names`, "TOO_LARGE");
  } else if (names.some((name) => isLonger(name, maxJobName))) {
    reader.invalid("job_names", `must be names of at most ${maxJobName} characters`, "TOO_LARGE");
  } else return names;
}

function readDateRange(reader: FieldReader): DateRange {
  reader.refuseOthers(["type", "started", "ended"], "is not a key of a date range");
  const type = reader.choice("type", dateRangeTypes) ?? "created";
  const [started, ended] = [readBound(reader, "started"), readBound(reader, "ended")];
  if (reader.value("started") === undefined && reader.value("ended") === undefined) reader.invalid(null, "must have started or ended");
  return { type, started, ended };
}

function readBound(reader: FieldReader, key: string): Bound | null {
  const time = reader.value(key);
  if (time === undefined) return null;
  const bound = typeof time === "string" ? parseBound(time) : null;
  if (!bound) reader.invalid(key, "must be an ISO-8601 date and time with a time zone, such as 2016-01-10T00:00:00Z");
  return bound;
}

/** A date range that has been found valid, with its times as the caller wrote them. */
function asWritten(type: DateRangeType, reader: FieldReader | undefined): NonNullable<BatchDefinition["date_range"]> {
  const [started, ended] = [reader?.value("started"), reader?.value("ended")] as (string | undefined)[];
  return { type, ...(started !== undefined && { started }), ...(ended !== undefined && { ended }) };
}

/** The date range of a stored definition. It was found valid before it was stored. */
export function storedDateRange({ date_range: range }: BatchDefinition): DateRange | null {
  if (!range) return null;
  const read = (time: string | undefined) => (time === undefined ? null : (parseBound(time) ?? { first: time, last: time }));
  return { type: range.type, started: read(range.started), ended: read(range.ended) };
}

/** Whether the definition runs jobs again although nothing changed. If so, recipes of the current revision are matched, too. */
export const forcesJobs = (definition: BatchDefinition): boolean => definition.all_jobs === true || (definition.job_names ?? []).length > 0;

/** The jobs that the definition runs again. */
export const forcedJobs = (definition: BatchDefinition): ForcedJobs =>
  definition.all_jobs === true ? "ALL" : (definition.job_names ?? []);
