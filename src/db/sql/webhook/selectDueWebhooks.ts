import type { Statement } from "../../database.js";

/** $1 webhooks that are left out. Reads which other active webhooks have a message that is due. */
export const selectDueWebhooks: Statement = {
  name: "select_due_webhooks",
  text: `
    SELECT w.id FROM webhook w
    WHERE w.is_active AND w.id <> ALL($1::int[])
      AND EXISTS (SELECT FROM webhook_delivery d WHERE d.webhook_id = w.id AND d.status = 'PENDING' AND d.next_attempt <= now())`,
};
