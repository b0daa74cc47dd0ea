import type { Db } from "../../db/database.js";
import { sendAgain } from "../../db/sql/webhook/deliveries.js";
import { DomainError, notFound } from "../errors.js";

/**
 * Has a message sent again at once, with as many new tries as it had at first. It keeps its id, so that its receiver can know it.
 * @returns the delivery's id
 * @throws {DomainError} NOT_FOUND; CONFLICT where its webhook is not active
 */
export async function redeliverWebhook(db: Db, messageId: string): Promise<number> {
  const uuid = fromMessageId(messageId);
  const [message] = uuid ? await db.query<{ id: number; webhookId: number; isSent: boolean }>(sendAgain, [uuid]) : [];
  if (!message) throw notFound("message", messageId);
  if (!message.isSent) throw new DomainError({ code: "CONFLICT", path: [], message: `Webhook ${message.webhookId} is not active` });
  return message.id;
}

/** @returns the uuid of a message's id; null where it can't be one */
const fromMessageId = (id: string): string | null => /^msg_([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/.exec(id)?.[1] ?? null;
