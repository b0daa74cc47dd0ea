import type { Db } from "../../db/database.js";
import { type JobExecutionRow, selectJobExecutions } from "../../db/sql/execution/selectJobExecutions.js";

export { type JobExecutionRow, maxExecutions } from "../../db/sql/execution/selectJobExecutions.js";

/** What an execution is doing, or how it has ended. LOST: its lease ran out. RELEASED: its worker has given it back untried. */
export const jobExecutionStatuses = ["RUNNING", "COMPLETED", "FAILED", "CANCELED", "LOST", "RELEASED"] as const;
export type JobExecutionStatus = (typeof jobExecutionStatuses)[number];

/** Finds the executions of jobs: the latest 100 of each, oldest first. */
export const findJobExecutions = (db: Db, jobIds: readonly number[]): Promise<JobExecutionRow[]> =>
  db.query<JobExecutionRow>(selectJobExecutions, [jobIds]);
