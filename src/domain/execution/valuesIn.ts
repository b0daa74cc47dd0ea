/** One input or output of a job, as its `data` or `results` have it. */
export interface JobValue {
  readonly name: string;
  /** Set where it is a property. */
  readonly value?: unknown;
  /** Set where it is files: their ids. */
  readonly fileIds?: readonly number[];
  /** Whether it is a list of files, even if of one. */
  readonly isList?: boolean;
}

/**
 * Reads the inputs of a job's `data`, or the outputs of its `results`. Other systems may have written them, so entries of an unknown form
 * are left out.
 */
export function valuesIn(document: unknown, list: "input_data" | "output_data"): JobValue[] {
  const entries = (document as Record<string, unknown> | null)?.[list];
  if (!Array.isArray(entries)) return [];
  return entries.flatMap((entry: unknown): JobValue[] => {
    if (typeof entry !== "object" || entry === null) return [];
    const { name, value, file_id, file_ids } = entry as Record<string, unknown>;
    if (typeof name !== "string") return [];
    if (Array.isArray(file_ids)) return [{ name, fileIds: file_ids.filter(isFileId), isList: true }];
    if (isFileId(file_id)) return [{ name, fileIds: [file_id], isList: false }];
    return value === undefined ? [] : [{ name, value }];
  });
}

const isFileId = (id: unknown): id is number => Number.isSafeInteger(id) && (id as number) > 0;
