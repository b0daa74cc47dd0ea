import type { Statement } from "../../database.js";
import { workCounts } from "./workCounts.js";

/**
 * $1 batches, which are locked, $2 actor. Ends the work of those of which no job is left that can still run, and holds the work of those
 * that are to stop because so many jobs have failed.
 */
export const finishWork: Statement = {
  name: "finish_work",
  text: `
    WITH ${workCounts}, decided AS (
      SELECT *, is_made AND queued + pending + running = 0 AS is_finished FROM counted WHERE work_finished IS NULL
    ), wanted AS (
      SELECT id, work_state AS before, is_finished, failed, CASE
        WHEN is_finished AND work_state = 'CANCELED' THEN 'CANCELED'
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

/** $1 batches. Locks them, in the order of their ids. */
export const lockBatches: Statement = {
  name: "lock_batches",
  text: "SELECT id FROM batch WHERE id = ANY($1::int[]) ORDER BY id FOR NO KEY UPDATE",
};

/** Finds the batches whose creation has ended and whose work has not. It may be over without any transaction having seen that. */
export const selectUnfinishedWork: Statement = {
  name: "select_unfinished_work",
  text: "SELECT id FROM batch WHERE work_finished IS NULL AND status IN ('CREATED', 'CANCELED', 'FAILED')",
};
