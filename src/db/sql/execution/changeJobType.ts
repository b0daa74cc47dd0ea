import type { Statement } from "../../database.js";

/**
 * $1 job type, $2 whether its limit changes, $3 to what, $4 whether it is paused from now on, or null to leave that as it is. PostgreSQL's
 * clock sets the times, as everywhere.
 */
export const changeJobType: Statement = {
  name: "change_job_type",
  text: `
    UPDATE job_type SET max_running = CASE WHEN $2::boolean THEN $3::int ELSE max_running END, is_paused = coalesce($4::boolean, is_paused),
      paused = CASE WHEN coalesce($4::boolean, is_paused) THEN coalesce(paused, clock_timestamp()) END, last_modified = clock_timestamp()
    WHERE id = $1::int`,
};
