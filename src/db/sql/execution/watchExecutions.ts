import type { Statement } from "../../database.js";

/**
 * Notes that executions are looked through now. It returns the seconds since this was last done; no row where another process does it at the
 * moment, or has done it in the last half second.
 */
export const beginLook: Statement = {
  name: "begin_look",
  text: `
    WITH before AS (
      SELECT id, looked FROM job_watch WHERE looked < clock_timestamp() - interval '500 ms' FOR UPDATE SKIP LOCKED
    )
    UPDATE job_watch w SET looked = clock_timestamp() FROM before WHERE w.id = before.id
    RETURNING extract(epoch FROM clock_timestamp() - before.looked)::float8 AS "gapSeconds"`,
};

/** $1 seconds for which nobody has looked. Gives all running executions their leases anew, and that much more time. */
export const extendLeases: Statement = {
  name: "extend_leases",
  text: `
    UPDATE job_exe SET lease_expires = greatest(lease_expires, clock_timestamp() + make_interval(secs => lease_seconds)),
      times_out = times_out + make_interval(secs => $1::float8)
    WHERE status = 'RUNNING'`,
};

/** $1 the most to find. Finds running executions whose lease has run out, or whose timeout has passed. */
export const selectOverdue: Statement = {
  name: "select_overdue",
  text: `
    SELECT id FROM job_exe WHERE status = 'RUNNING' AND (lease_expires < clock_timestamp() OR times_out < clock_timestamp())
    ORDER BY id LIMIT $1::int`,
};
