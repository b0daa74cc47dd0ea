import type { Statement } from "../database.js";

/**
 * $1 class of the advisory locks. Gives the messages of workers that are gone back to the queue: every worker holds an advisory
 * lock on its id for as long as its connection lives, so PostgreSQL knows of a killed one at once. (The queue itself waits
 * 4 hours.) A worker that has just begun may not have its lock yet.
 */
export const unlockDeadWorkers: Statement = {
  name: "unlock_dead_workers",
  text: `
    WITH dead AS (
      SELECT DISTINCT locked_by FROM jobs
      WHERE locked_by IS NOT NULL AND locked_at < now() - interval '2 seconds' AND NOT EXISTS (
        SELECT FROM pg_locks l
        WHERE l.locktype = 'advisory' AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
          AND l.classid = $1::int::oid AND l.objid = hashtext(locked_by)::oid AND l.granted)
    )
    SELECT array_agg(locked_by) AS "workers", force_unlock_workers(array_agg(locked_by))::text FROM dead
    HAVING count(*) > 0`,
};
