import type { Statement } from "../../database.js";

/** A file of a job or a recipe. Times are PostgreSQL's texts. */
export interface FileRow {
  readonly id: number;
  readonly name: string;
  readonly mediaType: string;
  /** In bytes. */
  readonly size: number;
  readonly uri: string | null;
  readonly dataStarted: string | null;
  readonly dataEnded: string | null;
  readonly created: string;
  readonly lastModified: string;
}

/** $1 ids. Reads files. Prisma's model API would give their ids and sizes as BigInt, which JSON can't have. */
export const selectFiles: Statement = {
  name: "select_files",
  text: `
    SELECT id, file_name AS "name", media_type AS "mediaType", file_size AS "size", uri, data_started AS "dataStarted",
      data_ended AS "dataEnded", created, last_modified AS "lastModified"
    FROM scale_file WHERE id = ANY($1::bigint[])`,
};

/** $1 ids. Finds which of these files there are. */
export const selectFileIds: Statement = {
  name: "select_file_ids",
  text: "SELECT id FROM scale_file WHERE id = ANY($1::bigint[])",
};
