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
  if (!uuid) throw notFound("message", messageId);
  const data = { status: "PENDING", attempts: 0, nextAttempt: new Date(), error: null, responseStatus: null, responseBody: null };
  const where = { messageId: uuid };
  const { count } = await db.prisma.webhookDelivery.updateMany({ where: { ...where, webhook: { isActive: true } }, data });
  // Its webhook may be deleted meanwhile, and the message with it.
  const found = await db.prisma.webhookDelivery.findUnique({ where, select: { id: true, webhookId: true } });
  if (!found) throw notFound("message", messageId);
  if (count === 0) throw new DomainError({ code: "CONFLICT", path: [], message: `Webhook ${found.webhookId} is not active` });
  return found.id;
}
