import type { Statement } from "../../database.js";

/**
 * $1 webhook, $2 its new secret, $3 for how many hours the one that it has now signs, too. By Prisma, the old secret would be read first: of
 * two rotations at once, both would read the same one, and the secret that one of them has handed out would sign nothing.
 */
export const rotateSecret: Statement = {
  name: "rotate_secret",
  text: `
    UPDATE webhook SET secret = $2::text, previous_secret = secret, previous_secret_until = now() + $3::int * interval '1 hour', last_modified = now()
    WHERE id = $1::int RETURNING id`,
};

/**
 * $1 webhook, $2 its new URL, $3 and $4 whether its description changes and to what, $5 its events, $6 whether it is active; null changes
 * nothing. By Prisma, Node's clock would tell the time of the change.
 */
export const changeWebhook: Statement = {
  name: "change_webhook",
  text: `
    UPDATE webhook SET url = coalesce($2::text, url), description = CASE WHEN $3::boolean THEN $4::text ELSE description END,
      events = coalesce($5::text[], events), is_active = coalesce($6::boolean, is_active),
      disabled_reason = CASE WHEN $6::boolean IS NULL THEN disabled_reason END, last_modified = now()
    WHERE id = $1::int RETURNING id`,
};
