import type { Statement } from "../../database.js";

/** $1 webhooks that are left out. Reads which other active webhooks have a message that is due. */
export const selectDueWebhooks: Statement = {
  name: "select_due_webhooks",
  text: `
    SELECT w.id FROM webhook w
    WHERE w.is_active AND w.id <> ALL($1::int[])
      AND EXISTS (SELECT FROM webhook_delivery d WHERE d.webhook_id = w.id AND d.status = 'PENDING' AND d.next_attempt <= now())`,
};

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

/** Days for which messages to webhooks are kept. */
const deliveriesKeptDays = 30;

/** Removes messages to webhooks that are older. */
export const pruneDeliveries: Statement = {
  name: "prune_deliveries",
  text: `DELETE FROM webhook_delivery WHERE created < now() - interval '${deliveriesKeptDays} days'`,
};

/**
 * $1 a message's uuid. Has the message sent again at once, by the clock that says what is due, with as many new tries as it had at first.
 * Its row also comes back where its webhook is not active, and nothing was changed; there is none where there is no such message.
 */
export const sendAgain: Statement = {
  name: "send_again",
  text: `
    WITH sent AS (
      UPDATE webhook_delivery d SET status = 'PENDING', attempts = 0, next_attempt = now(), error = NULL, response_status = NULL,
        response_body = NULL
      FROM webhook w WHERE d.message_id = $1::uuid AND w.id = d.webhook_id AND w.is_active
      RETURNING d.id
    )
    SELECT id, webhook_id AS "webhookId", EXISTS (SELECT FROM sent) AS "isSent" FROM webhook_delivery WHERE message_id = $1::uuid`,
};
