import type { Db } from "../../db/database.js";
import { type JobTypeQueueRow, selectJobTypeQueues } from "../../db/sql/execution/selectJobTypeQueues.js";

export type { JobTypeQueueRow } from "../../db/sql/execution/selectJobTypeQueues.js";

/** Finds what waits of job types, and what runs. */
export const findJobTypeQueues = (db: Db, ids: readonly number[]): Promise<JobTypeQueueRow[]> =>
  db.query<JobTypeQueueRow>(selectJobTypeQueues, [ids]);
