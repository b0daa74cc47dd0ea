import type { Statement } from "../../database.js";

/**
 * $1 delivery, $2 the number of the attempt, $3 what has become of the message, $4 status, $5 body and $6 error of the answer or null, $7 why
 * its webhook is told nothing more, or null. An attempt that has failed counts only if no later one was begun.
 */
export const recordDelivery: Statement = {
  name: "record_delivery",
  text: `
    WITH recorded AS (
      UPDATE webhook_delivery SET status = $3::text, next_attempt = CASE WHEN $3::text = 'PENDING' THEN next_attempt END,
        response_status = $4::int, response_body = $5::text, error = $6::text
      WHERE id = $1::int AND status = 'PENDING' AND ($3::text = 'SUCCEEDED' OR attempts = $2::int)
      RETURNING webhook_id
    )
    UPDATE webhook w SET is_active = false, disabled_reason = $7::text, last_modified = now()
    FROM recorded WHERE w.id = recorded.webhook_id AND $7::text IS NOT NULL`,
};
