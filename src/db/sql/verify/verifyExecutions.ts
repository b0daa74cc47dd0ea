import { type Verification, verification } from "./invariants.js";

/**
 * The jobs that batches have made, beside their executions. A job of before has numbers of executions that the gateway never saw; so has that of
 * a batch that Scale has made, which knows no revision. The executions of
 * superseded jobs may be pruned.
 */
export const verifyExecutions: Verification = verification(
  `
  SELECT 'job' AS subject, j.id, j.status, j.num_exes, j.released, j.queued, j.data, coalesce(e.executions, 0) AS executions,
    coalesce(e.running, 0) AS running, coalesce(e.completed, 0) AS completed, coalesce(e.failed, 0) AS failed,
    coalesce(e.given_back, 0) AS given_back, e.is_misnumbered, e.is_overlapping, e.is_backward
  FROM job j JOIN batch b ON b.id = j.batch_id AND b.recipe_type_rev_id IS NOT NULL LEFT JOIN (
    SELECT job_id, count(*) AS executions, count(*) FILTER (WHERE status = 'RUNNING') AS running,
      count(*) FILTER (WHERE status = 'COMPLETED') AS completed, count(*) FILTER (WHERE status IN ('FAILED', 'LOST')) AS failed,
      count(*) FILTER (WHERE status = 'RELEASED') AS given_back, bool_or(exe_num <> position) AS is_misnumbered,
      bool_or(previous_status = 'RUNNING' OR previous_ended > started) AS is_overlapping, bool_or(ended < started) AS is_backward
    FROM (
      SELECT job_id, exe_num, status, started, ended, row_number() OVER job AS position, lag(status) OVER job AS previous_status,
        lag(ended) OVER job AS previous_ended
      FROM job_exe WINDOW job AS (PARTITION BY job_id ORDER BY exe_num)
    ) x GROUP BY 1
  ) e ON e.job_id = j.id
  WHERE NOT (j.is_superseded AND b.pruned IS NOT NULL AND e.job_id IS NULL)`,
  {
    "A job has at most one COMPLETED execution": "completed > 1",
    "A job is COMPLETED exactly where an execution of it is": "(status = 'COMPLETED') <> (completed > 0)",
    "A RUNNING job has exactly one RUNNING execution": "status = 'RUNNING' AND running <> 1",
    "Only a RUNNING job has a RUNNING execution": "status <> 'RUNNING' AND running > 0",
    "A FAILED job has an execution that failed or was lost": "status = 'FAILED' AND failed = 0",
    "num_exes of a job is the number of its executions": "num_exes <> executions",
    "released of a job is the number of its RELEASED executions": "released <> given_back",
    "The executions of a job are numbered from 1": "is_misnumbered",
    "An execution starts after the one before it has ended": "is_overlapping",
    "An execution ends after it has started": "is_backward",
    "A QUEUED job has queued and data": "status = 'QUEUED' AND (queued IS NULL OR NOT data ? 'input_data')",
  },
);
