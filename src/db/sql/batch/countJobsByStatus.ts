import type { Statement } from "../../database.js";

/** How many jobs of a batch are in one status. */
export interface JobStatusCount {
  readonly batchId: number;
  readonly status: string;
  readonly count: number;
}

/** $1 batches. Counts the jobs that they made (not those they kept) by status, for all batches in one round trip. */
export const countJobsByStatus: Statement = {
  name: "count_jobs_by_status",
  text: `
    SELECT x.batch_id AS "batchId", j.status, count(*)::int AS "count"
    FROM batch_job x JOIN job j ON j.id = x.job_id
    WHERE x.batch_id = ANY($1::int[]) AND x.is_original
    GROUP BY 1, 2`,
};
