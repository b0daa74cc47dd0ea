import type { Statement } from "../../database.js";

/**
 * $1 batch. Changes its title, description, maxRunningJobs and stopAfterFailedJobs: two parameters for each, whether it changes, and to what.
 * No row comes back where there is no such batch. Prisma would write Node's time as the time of the change. All other times are by
 * PostgreSQL's clock, and lists are sorted by them. Limits don't count as a modification.
 */
export const changeBatch: Statement = {
  name: "change_batch",
  text: `
    UPDATE batch SET title = CASE WHEN $2::boolean THEN $3::text ELSE title END,
      description = CASE WHEN $4::boolean THEN $5::text ELSE description END,
      max_running_jobs = CASE WHEN $6::boolean THEN $7::int ELSE max_running_jobs END,
      stop_after_failed_jobs = CASE WHEN $8::boolean THEN $9::int ELSE stop_after_failed_jobs END,
      last_modified = CASE WHEN $2 OR $4 THEN clock_timestamp() ELSE last_modified END
    WHERE id = $1::int
    RETURNING id`,
};
