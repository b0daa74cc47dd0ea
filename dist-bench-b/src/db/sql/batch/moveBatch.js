/**
 * Changes a batch's status: $1 batch, $2 its old status, $3 its new one, $4 actor, $5 reason or null. The change and its history are one
 * statement.
 */
export const moveBatch = {
    name: "move_batch",
    text: `
    WITH moved AS (
      UPDATE batch SET status = $3::text, last_modified = clock_timestamp() WHERE id = $1::int RETURNING id, last_modified
    )
    INSERT INTO batch_event (batch_id, "from", "to", actor, reason, occurred)
    SELECT id, $2::text, $3::text, $4::text, $5::text, last_modified FROM moved`,
};
