/** $1 batches, $2 job types. Counts what runs of each, by the kept counts. */
export const countRunning = {
    name: "count_running",
    text: `
    SELECT batch_id AS "batchId", NULL::int AS "jobTypeId", sum(n)::int AS running
    FROM work_tally WHERE batch_id = ANY($1::int[]) AND status = 'RUNNING' GROUP BY 1
    UNION ALL
    SELECT NULL, job_type_id, sum(n)::int FROM work_tally WHERE job_type_id = ANY($2::int[]) AND status = 'RUNNING' GROUP BY 2`,
};
