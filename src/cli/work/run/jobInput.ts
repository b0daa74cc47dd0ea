import { fileURLToPath } from "node:url";
import type { Claim } from "../gateway/Gateway.js";

/** A file as commands see it, in their input and in their results. */
export interface CommandFile {
  /** Where it is on this machine; left out where its URI is not that of a file. */
  readonly path?: string;
  readonly uri: string | null;
  readonly file_name: string;
  readonly media_type: string;
  readonly file_size: number;
  readonly data_started: string | null;
  readonly data_ended: string | null;
}

/** An input as commands see it. */
export interface CommandInput {
  readonly name: string;
  readonly value?: unknown;
  readonly file?: CommandFile;
  readonly files?: readonly CommandFile[];
}

/** A job's data, with each file in full beside its id. */
export function jobInput({ data, files }: Claim): { readonly input_data: readonly CommandInput[] } {
  const byId = new Map(files.map((file) => [String(file.databaseId), describe(file)]));
  const entries = (Array.isArray(data.input_data) ? data.input_data : []) as readonly Entry[];
  const input_data = entries.map((entry) => ({
    ...entry,
    ...(entry.file_id != null && { file: byId.get(String(entry.file_id)) }),
    ...(entry.file_ids != null && { files: entry.file_ids.flatMap((id) => byId.get(String(id)) ?? []) }),
  }));
  return { ...data, input_data };
}

interface Entry extends CommandInput {
  readonly file_id?: number | null;
  readonly file_ids?: readonly number[] | null;
}

function describe(file: Claim["files"][number]): CommandFile {
  const { uri, name, mediaType, size, dataStarted, dataEnded } = file;
  const path = pathOf(uri);
  return {
    ...(path !== null && { path }),
    ...{ uri, file_name: name, media_type: mediaType, file_size: size, data_started: dataStarted, data_ended: dataEnded },
  };
}

function pathOf(uri: string | null): string | null {
  try {
    return uri === null ? null : fileURLToPath(uri);
  } catch {
    return null;
  }
}

/** An input's values as arguments of a command: paths (or URIs) of its files, or its value. */
export function inputValues(inputs: readonly CommandInput[], name: string): readonly string[] {
  const input = inputs.find((each) => each.name === name);
  const files = input?.files ?? (input?.file ? [input.file] : []);
  if (files.length > 0) return files.map(({ path, uri, file_name }) => path ?? uri ?? file_name);
  if (input?.value === undefined) return [];
  return [typeof input.value === "string" ? input.value : JSON.stringify(input.value)];
}
