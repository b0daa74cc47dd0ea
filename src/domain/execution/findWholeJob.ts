import type { Db } from "../../db/database.js";
import { findJobDetails, type JobDetails } from "../job/findJobDetails.js";
import { type FileRow, findFilesById } from "./findFiles.js";
import { findJobExecutions, type JobExecutionRow } from "./findJobExecutions.js";
import { type JobValue, valuesIn } from "./valuesIn.js";

/** An input or output that the job type's interface names, with what the job has of it. */
export interface NamedValue {
  readonly name: string;
  /** property, file or files. */
  readonly type: string;
  /** A property's value, a file, or a list of files; null where there is none. */
  readonly value: unknown;
}

/** A job with all that it refers to, its executions, and what went in and came out. */
export interface WholeJob extends JobDetails {
  readonly executions: readonly JobExecutionRow[];
  readonly inputs: readonly NamedValue[];
  readonly outputs: readonly NamedValue[];
}

/** @param showFile makes what stands for a file in the values */
export async function findWholeJob(db: Db, id: number, showFile: (file: FileRow) => unknown): Promise<WholeJob | null> {
  const job = await findJobDetails(db, id);
  if (!job) return null;
  const [inputs, outputs] = [valuesIn(job.data, "input_data"), valuesIn(job.results, "output_data")];
  const fileIds = [...inputs, ...outputs].flatMap((value) => value.fileIds ?? []);
  const [executions, found] = await Promise.all([findJobExecutions(db, [id]), fileIds.length === 0 ? [] : findFilesById(db, fileIds)]);
  const files = new Map(found.map((file) => [file.id, showFile(file)]));
  const { interface: named } = job.jobTypeRevision;
  return {
    ...job,
    executions,
    inputs: merge(namesIn(named, "input_data"), inputs, files),
    outputs: merge(namesIn(named, "output_data"), outputs, files),
  };
}

const namesIn = (document: unknown, list: "input_data" | "output_data"): { name: string; type: string }[] => {
  const entries = (document as Record<string, unknown> | null)?.[list];
  if (!Array.isArray(entries)) return [];
  return entries.flatMap(({ name, type }) => (typeof name === "string" && typeof type === "string" ? [{ name, type }] : []));
};

const merge = (names: readonly { name: string; type: string }[], values: readonly JobValue[], files: ReadonlyMap<number, unknown>) =>
  names.map(
    ({ name, type }): NamedValue => ({
      name,
      type,
      value: shown(
        values.find((value) => value.name === name),
        files,
      ),
    }),
  );

function shown(value: JobValue | undefined, files: ReadonlyMap<number, unknown>): unknown {
  if (!value?.fileIds) return value?.value ?? null;
  const found = value.fileIds.map((id) => files.get(id)).filter((file) => file !== undefined);
  return value.isList ? found : (found[0] ?? null);
}
