import type { Statement } from "../../database.js";

/** Days for which messages to webhooks are kept. */
const deliveriesKeptDays = 30;

/** Removes messages to webhooks that are older. */
export const pruneDeliveries: Statement = {
  name: "prune_deliveries",
  text: `DELETE FROM webhook_delivery WHERE created < now() - interval '${deliveriesKeptDays} days'`,
};
