/**
 * $1 batches, $2 the states that the work may be in, or null for any, $3 its new state, $4 actor, $5 reason or null. Changes the state of
 * batches' work, and writes down who did. Work that goes on is no longer finished.
 */
export const moveWork = {
    name: "move_work",
    text: `
    WITH before AS (
      SELECT id, work_state FROM batch WHERE id = ANY($1::int[]) ORDER BY id FOR NO KEY UPDATE
    ), moved AS (
      UPDATE batch b SET work_state = $3::text,
        work_started = CASE WHEN $3::text = 'RUNNING' THEN coalesce(b.work_started, statement_timestamp()) ELSE b.work_started END,
        work_finished = CASE WHEN $3::text IN ('WAITING', 'RUNNING', 'HELD') THEN NULL ELSE b.work_finished END
      FROM before
      WHERE b.id = before.id AND before.work_state <> $3::text AND ($2::text[] IS NULL OR before.work_state = ANY($2::text[]))
      RETURNING b.id, before.work_state
    ), history AS (
      INSERT INTO batch_event (batch_id, "from", "to", actor, reason, occurred, is_work)
      SELECT id, work_state, $3::text, $4::text, $5::text, statement_timestamp(), true FROM moved
    )
    SELECT id FROM moved`,
};
