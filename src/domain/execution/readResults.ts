import type { Problem } from "../errors.js";
import { FieldReader } from "../fieldReader.js";
import { storableJson } from "../storable.js";
import { parseInstant } from "../time.js";

/** A file that a job has made, as a worker reports it and as it is registered. Times are ISO-8601; the size is in bytes. */
export interface OutputFile {
  readonly file_name: string;
  readonly media_type: string;
  readonly file_size: number;
  readonly uri: string | null;
  readonly data_started: string | null;
  readonly data_ended: string | null;
}

/** A job's results, as they were read. */
export interface Results {
  readonly problems: readonly Problem[];
  /** The required outputs that are not there. */
  readonly missing: readonly string[];
  /** The files to register, in the order of the outputs. */
  readonly files: readonly OutputFile[];
  /** The ids of files that the results name as known. */
  readonly fileIds: readonly number[];
  /** @param ids those of `files` @returns the results as they are stored, with ids instead of files */
  withIds(ids: readonly number[]): unknown;
}

/** The most bytes of a job's results, as JSON. */
export const maxResultsBytes = 262_144;
/** The most files of one execution. */
const maxFiles = 1000;
const path = ["completed", "results"];
const forms = ["value", "file_id", "file_ids", "file", "files"] as const;

/** Of a job that has none, and of whose type none are expected. */
const none: Results = { problems: [], missing: [], files: [], fileIds: [], withIds: () => ({ version: "1.0", output_data: [] }) };

interface Output {
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
}

/**
 * Reads what a worker reports as its job's results: `{version, output_data: [{name, value | file_id | file_ids | file | files}]}`. `file` and
 * `files` are new files: `{file_name, media_type, file_size, uri, data_started, data_ended}`.
 * @param interfaceOutputs of the job type's revision: `[{name, type, required}]`. Nothing has checked them.
 */
export function readResults(document: unknown, interfaceOutputs: unknown): Results {
  const list = outputsIn(interfaceOutputs);
  if (document === null && list.length === 0) return none;
  const outputs = new Map(list.map((output) => [output.name, output]));
  const problems: Problem[] = storableJson(document, path);
  const files: OutputFile[] = [];
  const fileIds: number[] = [];
  const given = new Map<string, (ids: readonly number[]) => unknown>();
  const reader = new FieldReader(document ?? {}, path, problems);
  reader.refuseOthers(["version", "output_data"], "is not a key of results");
  reader.items("output_data", (entry) => {
    const name = entry.name("name", 250);
    const output = outputs.get(name);
    if (name && !output) entry.invalid("name", `is not an output of the job type: "${name}"`);
    if (given.has(name)) entry.invalid("name", `is given twice: "${name}"`);
    const filled = forms.filter((key) => entry.value(key) !== undefined);
    // A null beside another form is that of a program which writes all keys. Alone, it is the output's value.
    const [form, ...others] = filled.length === 0 && entry.isNull("value") ? (["value"] as const) : filled;
    if (form === undefined || others.length > 0) entry.invalid(null, `must have exactly one of ${forms.join(", ")}`);
    else given.set(name, readEntry(entry, name, form, output?.type ?? ""));
  });
  if (files.length > maxFiles) problems.push({ code: "TOO_LARGE", path, message: `must have at most ${maxFiles} files` });
  const missing = [...outputs.values()].filter(({ name, required }) => required && !given.has(name)).map(({ name }) => name);
  const withIds = (ids: readonly number[]) => ({ version: "1.0", output_data: [...given.values()].map((entry) => entry(ids)) });
  return { problems, missing, files, fileIds, withIds };

  function readEntry(entry: FieldReader, name: string, form: (typeof forms)[number], type: string): (ids: readonly number[]) => unknown {
    const isList = form === "file_ids" || form === "files";
    if (form === "value" ? type === "file" || type === "files" : type === "property" || (isList && type === "file")) {
      entry.invalid(form, `does not fit the output's type, ${type}`);
    }
    if (form === "value") return () => ({ name, value: entry.value("value") ?? null });
    if (form === "file_id" || form === "file_ids") {
      const ids = form === "file_ids" ? entry.value(form) : [entry.value(form)];
      if (!Array.isArray(ids) || !ids.every((id) => Number.isSafeInteger(id) && id > 0)) entry.invalid(form, "must be the id of a file");
      else fileIds.push(...(ids as number[]));
      return () => ({ name, [form]: entry.value(form) });
    }
    const from = files.length;
    if (form === "file") files.push(readFile(entry.requiredWithin("file")));
    else entry.items("files", (file) => files.push(readFile(file)));
    const to = files.length;
    return (ids) => (form === "file" ? { name, file_id: ids[from] } : { name, file_ids: ids.slice(from, to) });
  }
}

function readFile(file: FieldReader): OutputFile {
  const time = (key: string): string | null => {
    const text = file.text(key);
    if (typeof text === "string" && parseInstant(text) === null) file.invalid(key, "must be an ISO-8601 time with a zone");
    return text == null ? null : parseInstant(text);
  };
  const size = file.value("file_size") ?? 0;
  if (!Number.isSafeInteger(size) || (size as number) < 0) file.invalid("file_size", "must be a number of bytes");
  return {
    file_name: file.name("file_name", 250),
    media_type: file.text("media_type", 250) ?? "application/octet-stream",
    file_size: size as number,
    uri: file.text("uri", 2000) ?? null,
    data_started: time("data_started"),
    data_ended: time("data_ended"),
  };
}

function outputsIn(list: unknown): Output[] {
  return (Array.isArray(list) ? (list as unknown[]) : []).flatMap((item): Output[] => {
    const { name, type, required } = (item ?? {}) as { name?: unknown; type?: unknown; required?: unknown };
    return typeof name === "string" ? [{ name, type: typeof type === "string" ? type : "", required: required !== false }] : [];
  });
}
