import type { Statement } from "../../database.js";

/** A job that a caller names. */
export interface NamedJobRow {
  readonly id: number;
  /** Null where no batch has made it. */
  readonly batchId: number | null;
  readonly status: string;
  readonly isSuperseded: boolean;
}

/** $1 jobs. Finds those that there are. */
export const selectNamedJobs: Statement = {
  name: "select_named_jobs",
  text: `SELECT id, batch_id AS "batchId", status, is_superseded AS "isSuperseded" FROM job WHERE id = ANY($1::int[])`,
};
