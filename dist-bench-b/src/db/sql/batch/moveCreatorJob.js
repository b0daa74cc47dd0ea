/**
 * Changes a creator job's status: $1 job, $2 its new status, which is QUEUED, COMPLETED, FAILED or CANCELED (`takeUpCreator` sets it
 * RUNNING), $3 the id of an error or null. PostgreSQL's clock sets the times, as everywhere in the expansion. It is not asked by now(),
 * which is the time when the transaction began.
 */
export const moveCreatorJob = {
    name: "move_creator_job",
    text: `
    UPDATE job SET status = $2::text, last_status_change = clock_timestamp(), last_modified = clock_timestamp(), error_id = $3::int,
      ended = CASE WHEN $2::text IN ('COMPLETED', 'FAILED', 'CANCELED') THEN clock_timestamp() END
    WHERE id = $1::int`,
};
