import type { Statement } from "../../database.js";

/** A message that is to be sent now, and where to. */
export interface TakenDelivery {
  readonly id: number;
  /** The number of this attempt, from 1. */
  readonly attempt: number;
  readonly messageId: string;
  readonly payload: object;
  readonly url: string;
  /** By which it is signed: the webhook's secret, and the previous one while that is still good. */
  readonly secrets: readonly string[];
}

/**
 * $1 webhook, $2 how many messages at most, $3 for each attempt from the first on, after how many seconds the next one follows; the last of
 * them also counts beyond. Takes messages that are due, and writes down when they are sent again. So if nobody writes down what has become
 * of an attempt, the next one follows all the same. Others who take messages at the same time get other ones.
 */
export const takeDeliveries: Statement = {
  name: "take_deliveries",
  text: `
    WITH due AS (
      SELECT id FROM webhook_delivery WHERE webhook_id = $1::int AND status = 'PENDING' AND next_attempt <= now()
      ORDER BY next_attempt LIMIT $2::int FOR UPDATE SKIP LOCKED
    )
    UPDATE webhook_delivery d SET attempts = d.attempts + 1, last_attempt = now(),
      next_attempt = now() + ($3::int[])[least(d.attempts + 1, cardinality($3::int[]))] * (0.9 + 0.2 * random()) * interval '1 second'
    FROM due, webhook w
    WHERE d.id = due.id AND w.id = d.webhook_id AND w.is_active
    RETURNING d.id, d.attempts AS attempt, d.message_id AS "messageId", d.payload, w.url,
      array_remove(ARRAY[w.secret, CASE WHEN w.previous_secret_until > now() THEN w.previous_secret END], NULL)::text[] AS secrets`,
};
