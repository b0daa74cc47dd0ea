import type { Statement } from "../../database.js";

/**
 * $1 job, $2 its new status: QUEUED, COMPLETED, FAILED or CANCELED (`takeUpCreator` sets it RUNNING), $3 the id of an error or null.
 * PostgreSQL's clock sets the times, as everywhere in the expansion; and not now(), which is when the transaction began.
 */
export const moveCreatorJob: Statement = {
  name: "move_creator_job",
  text: `
    UPDATE job SET status = $2::text, last_status_change = clock_timestamp(), last_modified = clock_timestamp(), error_id = $3::int,
      ended = CASE WHEN $2::text IN ('COMPLETED', 'FAILED', 'CANCELED') THEN clock_timestamp() END
    WHERE id = $1::int`,
};
