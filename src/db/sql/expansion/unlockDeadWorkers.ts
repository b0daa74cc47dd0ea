import type { Statement } from "../../database.js";

/** A worker that had messages in hand. */
export interface DeadWorkerRow {
  readonly worker: string;
  /** True where its process lives, but does nothing; false where its process is gone. */
  readonly hangs: boolean;
}

/**
 * $1 class of the advisory locks, $2 seconds, $3 the gateway's tasks. Gives the messages of workers that are gone, or that hang, back to
 * the queue, and sets the creator jobs of their batches QUEUED. Every worker holds an advisory lock on its id for as long as its connection
 * lives. So PostgreSQL knows at once that a worker was killed (the queue itself waits 4 hours). A worker hangs when it has not used that
 * connection for $2 seconds. PostgreSQL does not tell every role when the connection was used. Where it does not, the worker counts as
 * alive.
 *
 * Messages that were taken up less than 2 seconds ago are left alone, because a worker that has just begun may not have its lock yet. The
 * workers of other applications that share the queue are left alone, too. They hold no such locks, but they never have one of the gateway's
 * tasks in hand.
 */
export const unlockDeadWorkers: Statement = {
  name: "unlock_dead_workers",
  text: `
    WITH presence AS MATERIALIZED (
      SELECT l.objid, bool_and(coalesce(a.state_change < now() - make_interval(secs => $2::int), false)) AS hangs
      FROM pg_locks l LEFT JOIN pg_stat_activity a ON a.pid = l.pid
      WHERE l.locktype = 'advisory' AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
        AND l.classid = $1::int::oid AND l.granted
      GROUP BY 1
    ), dead AS MATERIALIZED (
      SELECT locked_by AS worker, coalesce(hangs, false) AS hangs
      FROM (
        SELECT DISTINCT m.locked_by FROM _private_jobs m JOIN _private_tasks t ON t.id = m.task_id
        WHERE m.locked_at < now() - interval '2 seconds' AND t.identifier = ANY($3::text[])
      ) w
      LEFT JOIN presence ON objid = hashtext(locked_by)::oid
      WHERE hangs IS NOT FALSE
    ), waiting AS (
      UPDATE job SET status = 'QUEUED', last_status_change = clock_timestamp(), last_modified = clock_timestamp()
      FROM batch b
      WHERE b.id IN (
          SELECT (m.payload->>'batchId')::int FROM _private_jobs m JOIN dead ON m.locked_by = dead.worker
        ) AND b.status IN ('SUBMITTED', 'CREATING') AND job.id = b.creator_job_id AND job.status = 'RUNNING'
    ), unlocked AS MATERIALIZED (
      SELECT force_unlock_workers(array_agg(worker))::text FROM dead HAVING count(*) > 0
    )
    SELECT worker, hangs FROM dead WHERE EXISTS (SELECT FROM unlocked)`,
};
