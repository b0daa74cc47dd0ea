import type { Db } from "../../db/database.js";
import { notFound } from "../errors.js";
import { newSecret } from "./newSecret.js";

/** For so long, messages are signed by the previous secret, too. */
export const previousSecretHours = 24;

/** Gives a webhook a new secret. @returns the secret, which can't be read again @throws {DomainError} NOT_FOUND */
export async function rotateWebhookSecret(db: Db, id: number): Promise<string> {
  const secret = newSecret();
  await db.transaction(async (tx) => {
    const webhook = await tx.prisma.webhook.findUnique({ where: { id } });
    if (!webhook) throw notFound("webhook", id);
    const previousSecretUntil = new Date(Date.now() + previousSecretHours * 60 * 60 * 1000);
    const data = { secret, previousSecret: webhook.secret, previousSecretUntil, lastModified: new Date() };
    await tx.prisma.webhook.update({ where: { id }, data });
  });
  return secret;
}
