import type { Statement } from "../../database.js";

/**
 * $1 batch. Sets its creator job RUNNING if that is QUEUED, and counts the execution. It locks the batch's row first, as every change of
 * the batch's status does. So it does not set the creator job RUNNING while the batch is being paused.
 */
export const takeUpCreator: Statement = {
  name: "take_up_creator",
  text: `
    WITH going AS (
      SELECT creator_job_id FROM batch WHERE id = $1::int AND status IN ('SUBMITTED', 'CREATING') FOR NO KEY UPDATE
    )
    UPDATE job SET status = 'RUNNING', num_exes = num_exes + 1, started = coalesce(started, clock_timestamp()), ended = NULL,
      last_status_change = clock_timestamp(), last_modified = clock_timestamp()
    FROM going WHERE job.id = going.creator_job_id AND job.status = 'QUEUED'`,
};

/**
 * Changes a creator job's status: $1 job, $2 its new status, which is QUEUED, COMPLETED, FAILED or CANCELED (`takeUpCreator` sets it
 * RUNNING), $3 the id of an error or null. PostgreSQL's clock sets the times, as everywhere in the expansion. It is not asked by now(),
 * which is the time when the transaction began.
 */
export const moveCreatorJob: Statement = {
  name: "move_creator_job",
  text: `
    UPDATE job SET status = $2::text, last_status_change = clock_timestamp(), last_modified = clock_timestamp(), error_id = $3::int,
      ended = CASE WHEN $2::text IN ('COMPLETED', 'FAILED', 'CANCELED') THEN clock_timestamp() END
    WHERE id = $1::int`,
};

/** $1 batch. Sets its creator job QUEUED when a worker stops, so that the next worker takes it up. */
export const giveBackCreator: Statement = {
  name: "give_back_creator",
  text: `
    UPDATE job SET status = 'QUEUED', last_status_change = clock_timestamp(), last_modified = clock_timestamp()
    FROM batch b WHERE b.id = $1::int AND b.status IN ('SUBMITTED', 'CREATING') AND job.id = b.creator_job_id AND job.status = 'RUNNING'`,
};
