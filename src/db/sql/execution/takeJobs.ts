import type { Statement } from "../../database.js";

/** A job that was taken out of the queue. Times are PostgreSQL's texts. */
export interface TakenRow {
  /** Which of the shares it was taken for, from 1. */
  readonly share: number;
  readonly exeId: number;
  readonly jobId: number;
  readonly jobTypeId: number;
  readonly attempt: number;
  readonly data: unknown;
  readonly leaseExpires: string;
  readonly timesOut: string;
}

/**
 * Takes jobs out of the queue. $1 job types, $2 priorities, $3 batches, $4 how many jobs at most, $5 and $6 the caps of batch and job type
 * under which that number was found (-1: none): lists of one length, with an entry for each share. $7 workers, $8 seconds of their leases, $9
 * hashes in hex of the requestIds whose claims keep what is taken (null: none does): an entry for each worker. $10 the number of a worker,
 * from 1, and $11 SHA-256 of the token's secret in hex: at least one for each job.
 *
 * SKIP LOCKED lets any number of workers take from one lane. Nothing is taken where the batch was held, the type paused, or a cap changed
 * since the shares were made. For each job the statement writes two rows, the job's and the execution's. `started` is by the clock, not by
 * the transaction's time: the transaction may have begun before the job's parents ended.
 */
export const takeJobs: Statement = {
  name: "take_jobs",
  text: `
    WITH share AS (
      SELECT * FROM unnest($1::int[], $2::int[], $3::int[], $4::int[], $5::int[], $6::int[])
        WITH ORDINALITY AS s (job_type_id, priority, batch_id, jobs, batch_cap, type_cap, number)
    ), next AS MATERIALIZED (
      SELECT row_number() OVER () AS slot, share.number, job.id, nextval('job_exe_id_seq') AS exe_id
      FROM share JOIN batch b ON b.id = share.batch_id JOIN job_type t ON t.id = share.job_type_id CROSS JOIN LATERAL (
        SELECT j.id FROM job j
        WHERE j.status = 'QUEUED' AND j.batch_id IS NOT NULL AND j.job_type_id = share.job_type_id AND j.priority = share.priority
          AND j.batch_id = share.batch_id AND j.queued <= statement_timestamp()
        ORDER BY j.queued, j.id LIMIT share.jobs FOR NO KEY UPDATE SKIP LOCKED
      ) AS job
      WHERE b.work_state NOT IN ('HELD', 'CANCELED') AND t.is_active AND NOT t.is_paused
        AND coalesce(b.max_running_jobs, -1) = share.batch_cap AND coalesce(t.max_running, -1) = share.type_cap
    ), taken AS (
      UPDATE job j SET status = 'RUNNING', num_exes = j.num_exes + 1, started = clock.now, ended = NULL, error_id = NULL,
        last_status_change = clock.now, last_modified = clock.now
      FROM next, (SELECT clock_timestamp() AS now OFFSET 0) AS clock
      WHERE j.id = next.id
      RETURNING next.slot, next.number, next.exe_id, j.id, j.job_type_id, j.num_exes, j.data, clock.now,
        ($10::int[])[next.slot] AS worker, clock.now + make_interval(secs => ($8::int[])[($10::int[])[next.slot]]) AS lease_expires,
        clock.now + make_interval(secs => j.timeout) AS times_out
    ), made AS (
      INSERT INTO job_exe (id, job_id, exe_num, worker, token_hash, lease_seconds, lease_expires, times_out, started)
      SELECT exe_id, id, num_exes, ($7::text[])[worker], decode(($11::text[])[slot], 'hex'), ($8::int[])[worker], lease_expires, times_out, now
      FROM taken
    ), kept AS (
      UPDATE job_claim c SET exe_ids = c.exe_ids || ARRAY(SELECT exe_id FROM taken WHERE taken.worker = claim.number ORDER BY slot)
      FROM unnest($7::text[], $9::text[]) WITH ORDINALITY AS claim (worker, request_hash, number)
      WHERE c.worker = claim.worker AND c.request_hash = decode(claim.request_hash, 'hex')
        AND EXISTS (SELECT FROM taken WHERE taken.worker = claim.number)
    )
    SELECT number::int AS share, exe_id AS "exeId", id AS "jobId", job_type_id AS "jobTypeId", num_exes AS attempt, data,
      lease_expires AS "leaseExpires", times_out AS "timesOut"
    FROM taken ORDER BY slot`,
};
