/**
 * $1 batch. Sets its creator job RUNNING if that is QUEUED, and counts the execution. It locks the batch's row first, as every change of
 * the batch's status does. So it does not set the creator job RUNNING while the batch is being paused.
 */
export const takeUpCreator = {
    name: "take_up_creator",
    text: `
    WITH going AS (
      SELECT creator_job_id FROM batch WHERE id = $1::int AND status IN ('SUBMITTED', 'CREATING') FOR NO KEY UPDATE
    )
    UPDATE job SET status = 'RUNNING', num_exes = num_exes + 1, started = coalesce(started, clock_timestamp()), ended = NULL,
      last_status_change = clock_timestamp(), last_modified = clock_timestamp()
    FROM going WHERE job.id = going.creator_job_id AND job.status = 'QUEUED'`,
};
