import type { Statement } from "../../database.js";

/** How many jobs of a batch are in one status; or, with the status RECIPE_COMPLETED, how many of its recipes are completed. */
export interface JobStatusCount {
  readonly batchId: number;
  readonly status: string;
  readonly count: number;
}

/**
 * $1 batches. How many jobs they made (not those they kept) by status. Triggers keep these numbers, so some hundred rows are added up,
 * whatever the number of jobs.
 */
export const countJobsByStatus: Statement = {
  name: "count_jobs_by_status",
  text: `
    SELECT batch_id AS "batchId", status, sum(n)::int AS "count"
    FROM work_tally WHERE batch_id = ANY($1::int[])
    GROUP BY 1, 2`,
};
