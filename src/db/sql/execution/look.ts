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

/** Notes that a look through the executions is done. The time until the next one counts from here. */
export const endLook: Statement = { name: "end_look", text: "UPDATE job_watch SET looked = clock_timestamp()" };
