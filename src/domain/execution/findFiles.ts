import type { Db } from "../../db/database.js";
import { type FileRow, selectFiles } from "../../db/sql/execution/selectFiles.js";

export type { FileRow } from "../../db/sql/execution/selectFiles.js";

/** Finds files, in any order. */
export const findFilesById = (db: Db, ids: readonly number[]): Promise<FileRow[]> => db.query<FileRow>(selectFiles, [ids]);
