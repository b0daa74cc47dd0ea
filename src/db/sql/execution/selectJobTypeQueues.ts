import type { Statement } from "../../database.js";

/** What waits of a job type, and what runs. Times are PostgreSQL's texts. */
export interface JobTypeQueueRow {
  readonly id: number;
  readonly queued: number;
  readonly held: number;
  readonly running: number;
  readonly oldest: string | null;
  readonly lastClaim: string | null;
}

/**
 * $1 job types. Adds up the kept counts of each. No count is kept of jobs whose backoff runs: they are looked up in the queue's index, for
 * each priority and each batch that has queued jobs. With 400,000 queued jobs of a batch, 70 blocks are read.
 */
export const selectJobTypeQueues: Statement = {
  name: "select_job_type_queues",
  text: `
    SELECT t.id, coalesce(sum(b.queued), 0)::int AS "queued", coalesce(sum(b.running), 0)::int AS "running",
      coalesce(sum(CASE
        WHEN NOT t.is_active OR t.is_paused OR b.is_held OR t.max_running <= type_running.n THEN b.queued
        ELSE b.backoff END), 0)::int AS "held",
      min(b.oldest) AS "oldest", t.last_claim AS "lastClaim"
    FROM job_type t
      LEFT JOIN LATERAL (
        SELECT coalesce(sum(n), 0) AS n FROM work_tally w WHERE w.job_type_id = t.id AND w.status = 'RUNNING'
      ) AS type_running ON true
      LEFT JOIN LATERAL (
        SELECT tally.queued, tally.running, waiting.backoff, waiting.oldest,
          batch.work_state IN ('HELD', 'CANCELED') OR batch.max_running_jobs <= (
            SELECT coalesce(sum(n), 0) FROM work_tally w WHERE w.batch_id = batch.id AND w.status = 'RUNNING'
          ) AS is_held
        FROM (
          SELECT batch_id, coalesce(sum(n) FILTER (WHERE status = 'QUEUED'), 0) AS queued,
            coalesce(sum(n) FILTER (WHERE status = 'RUNNING'), 0) AS running
          FROM work_tally WHERE job_type_id = t.id GROUP BY batch_id
        ) AS tally JOIN batch ON batch.id = tally.batch_id
          LEFT JOIN LATERAL (
            WITH RECURSIVE priority AS (
              SELECT min(j.priority) AS value FROM job j
              WHERE j.job_type_id = t.id AND j.status = 'QUEUED' AND j.batch_id IS NOT NULL
              UNION ALL
              SELECT (
                SELECT min(j.priority) FROM job j
                WHERE j.job_type_id = t.id AND j.status = 'QUEUED' AND j.batch_id IS NOT NULL AND j.priority > priority.value
              ) FROM priority WHERE priority.value IS NOT NULL
            )
            SELECT sum(one.backoff) AS backoff, min(one.oldest) AS oldest
            FROM priority CROSS JOIN LATERAL (
              SELECT
                (SELECT count(*) FROM job j WHERE j.job_type_id = t.id AND j.priority = priority.value AND j.batch_id = batch.id
                  AND j.status = 'QUEUED' AND j.queued > now()) AS backoff,
                (SELECT min(j.queued) FROM job j WHERE j.job_type_id = t.id AND j.priority = priority.value AND j.batch_id = batch.id
                  AND j.status = 'QUEUED' AND j.queued <= now()) AS oldest
            ) AS one
            WHERE priority.value IS NOT NULL
          ) AS waiting ON tally.queued > 0
        WHERE tally.queued > 0 OR tally.running > 0
      ) AS b ON true
    WHERE t.id = ANY($1::int[])
    GROUP BY t.id, type_running.n`,
};
