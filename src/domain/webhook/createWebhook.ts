import type { Db } from "../../db/database.js";
import type { Actor } from "../actor.js";
import { DomainError, refuse } from "../errors.js";
import { checkWebhook, type WebhookInput } from "./checkWebhook.js";
import { newSecret } from "./rotateWebhookSecret.js";
import type { WebhookAddresses } from "./WebhookAddresses.js";

/** About the most webhooks that there are: each end of a batch writes a row for each of them. */
export const maxWebhooks = 50;

/**
 * Registers a webhook, which is told of what happens from now on.
 * @returns its id, and the secret by which its messages are signed. The secret can't be read again
 * @throws {DomainError} INVALID or TOO_LARGE about a field; CONFLICT where there are `maxWebhooks`
 */
export async function createWebhook(
  db: Db,
  actor: Actor,
  input: WebhookInput,
  addresses: WebhookAddresses,
): Promise<{ id: number; secret: string }> {
  refuse(checkWebhook(input, addresses));
  if ((await db.prisma.webhook.count()) >= maxWebhooks) {
    throw new DomainError({ code: "CONFLICT", path: [], message: `There are ${maxWebhooks} webhooks already, as many as there can be` });
  }
  const data = { ...input, url: new URL(input.url).href, events: [...new Set(input.events)], secret: newSecret(), createdBy: actor.name };
  return db.prisma.webhook.create({ data, select: { id: true, secret: true } });
}
