/**
 * $1 ids. Reads jobs without what went in and came out, which can be long. Workers claim by the hundred, and read their jobs by it: 100 of
 * them take 1 ms of a processor, and 5 ms by the model API.
 */
export const selectJobs = {
    name: "select_jobs",
    text: `
    SELECT id, job_type_id AS "jobTypeId", job_type_rev_id AS "jobTypeRevId", status, event_id AS "eventId", error_id AS "errorId", priority,
      timeout, max_tries AS "maxTries", num_exes AS "numExes", is_superseded AS "isSuperseded",
      root_superseded_job_id AS "rootSupersededJobId", superseded_job_id AS "supersededJobId", created, queued, started, ended,
      last_status_change AS "lastStatusChange", superseded, last_modified AS "lastModified"
    FROM job WHERE id = ANY($1::int[])`,
};
