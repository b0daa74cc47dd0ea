import type { Statement } from "../../database.js";

/** The counts of a batch's jobs that decide about its work. */
const counts = `
    counted AS (
      SELECT b.id, b.status, b.work_state, b.work_finished, b.stop_after_failed_jobs,
        b.status IN ('CREATED', 'CANCELED', 'FAILED') AS is_made, b.stop_after_failed_jobs <= n.failed - b.forgiven_failures AS is_over,
        n.queued, n.pending, n.running, n.failed, n.blocked, n.completed, n.canceled
      FROM batch b CROSS JOIN LATERAL (
        SELECT coalesce(sum(n) FILTER (WHERE status = 'QUEUED'), 0) AS queued, coalesce(sum(n) FILTER (WHERE status = 'PENDING'), 0) AS pending,
          coalesce(sum(n) FILTER (WHERE status = 'RUNNING'), 0) AS running, coalesce(sum(n) FILTER (WHERE status = 'FAILED'), 0) AS failed,
          coalesce(sum(n) FILTER (WHERE status = 'BLOCKED'), 0) AS blocked, coalesce(sum(n) FILTER (WHERE status = 'COMPLETED'), 0) AS completed,
          coalesce(sum(n) FILTER (WHERE status = 'CANCELED'), 0) AS canceled
        FROM work_tally WHERE batch_id = b.id
      ) AS n
      WHERE b.id = ANY($1::int[])
    )`;

/**
 * $1 batches. Finds those whose work may be finished, or may have to be stopped. It takes no lock, and does not see what other
 * transactions have ended but not committed. So a batch counts as soon as none of its jobs is queued, even if some seem to run.
 */
export const selectWorkToFinish: Statement = {
  name: "select_work_to_finish",
  text: `
    WITH ${counts}
    SELECT id FROM counted
    WHERE work_finished IS NULL AND ((is_made AND queued = 0) OR (is_over AND work_state IN ('WAITING', 'RUNNING')))`,
};

/** $1 batches. Locks them, in the order of their ids. */
export const lockBatches: Statement = {
  name: "lock_batches",
  text: "SELECT id FROM batch WHERE id = ANY($1::int[]) ORDER BY id FOR NO KEY UPDATE",
};

/**
 * $1 batches, which are locked, $2 actor. Ends the work of those of which no job is left that can still run, and holds the work of those
 * that are to stop because so many jobs have failed.
 */
export const finishWork: Statement = {
  name: "finish_work",
  text: `
    WITH ${counts}, decided AS (
      SELECT *, is_made AND queued + pending + running = 0 AS is_finished FROM counted WHERE work_finished IS NULL
    ), wanted AS (
      SELECT id, work_state AS before, is_finished, failed, CASE
        WHEN is_finished AND (status = 'CANCELED' OR work_state = 'CANCELED') THEN 'CANCELED'
        WHEN is_finished AND (status = 'FAILED' OR failed + blocked > 0) THEN 'FAILED'
        WHEN is_finished AND completed = 0 AND canceled > 0 THEN 'CANCELED'
        WHEN is_finished THEN 'SUCCEEDED'
        WHEN is_over AND work_state IN ('WAITING', 'RUNNING') THEN 'HELD'
        ELSE work_state END AS state
      FROM decided
    ), moved AS (
      UPDATE batch b SET work_state = w.state, work_finished = CASE WHEN w.is_finished THEN statement_timestamp() END
      FROM wanted w WHERE b.id = w.id AND (w.is_finished OR w.state <> w.before)
      RETURNING b.id, w.before, w.state, w.failed
    )
    INSERT INTO batch_event (batch_id, "from", "to", actor, reason, occurred, is_work)
    SELECT id, before, state, $2::text, CASE WHEN state = 'HELD' THEN failed || ' jobs failed' END, statement_timestamp(), true
    FROM moved WHERE state <> before`,
};

/** Finds batches whose work may be finished, but for which nobody may have seen that. */
export const selectUnfinishedWork: Statement = {
  name: "select_unfinished_work",
  text: "SELECT id FROM batch WHERE work_finished IS NULL AND status IN ('CREATED', 'CANCELED', 'FAILED')",
};
