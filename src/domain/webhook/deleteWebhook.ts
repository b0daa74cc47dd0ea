import type { Db } from "../../db/database.js";
import { notFound } from "../errors.js";

/** Deletes a webhook with its deliveries. A message that is on its way may still arrive. @throws {DomainError} NOT_FOUND */
export async function deleteWebhook(db: Db, id: number): Promise<void> {
  const { count } = await db.prisma.webhook.deleteMany({ where: { id } });
  if (count === 0) throw notFound("webhook", id);
}
