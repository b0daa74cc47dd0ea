import type { Statement } from "../../database.js";

/** The trace context of the request that made a job's batch. */
export interface TraceparentRow {
  readonly jobId: number;
  readonly traceparent: string;
}

/** $1 jobs. Those whose batch was not made by a traced request are left out. */
export const selectTraceparents: Statement = {
  name: "select_traceparents",
  text: `
    SELECT j.id AS "jobId", b.traceparent FROM job j JOIN batch b ON b.id = j.batch_id
    WHERE j.id = ANY($1::int[]) AND b.traceparent IS NOT NULL`,
};
