import type { Db } from "../../db/database.js";
import { selectTraceparents, type TraceparentRow } from "../../db/sql/execution/selectTraceparents.js";

/** Finds the trace contexts of the requests that made the batches of jobs. */
export const findTraceparents = (db: Db, jobIds: readonly number[]): Promise<TraceparentRow[]> =>
  db.query<TraceparentRow>(selectTraceparents, [jobIds]);
