import type { Db } from "../../db/database.js";
import { DomainError, notFound } from "../errors.js";
import { fromMessageId } from "./messageId.js";

/**
 * Has a message sent again at once, with as many new tries as it had at first. It keeps its id, so that its receiver can know it.
 * @returns the delivery's id
 * @throws {DomainError} NOT_FOUND; CONFLICT where its webhook is not active
 */
export async function redeliverWebhook(db: Db, messageId: string): Promise<number> {
  const uuid = fromMessageId(messageId);
  const found = uuid && (await db.prisma.webhookDelivery.findUnique({ where: { messageId: uuid }, include: { webhook: true } }));
  if (!found) throw notFound("message", messageId);
  if (!found.webhook.isActive) {
    throw new DomainError({ code: "CONFLICT", path: [], message: `Webhook ${found.webhookId} is not active` });
  }
  const data = { status: "PENDING", attempts: 0, nextAttempt: new Date(), error: null, responseStatus: null, responseBody: null };
  await db.prisma.webhookDelivery.update({ where: { id: found.id }, data });
  return found.id;
}
