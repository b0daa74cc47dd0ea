import { randomBytes } from "node:crypto";
import type { Db } from "../../db/database.js";
import { rotateSecret } from "../../db/sql/webhook/changeWebhook.js";
import { notFound } from "../errors.js";

/** A new key for signing, in the form that Standard Webhooks gives it: 32 bytes in base64. */
export const newSecret = (): string => `whsec_${randomBytes(32).toString("base64")}`;

/** For so long, messages are signed by the previous secret, too. */
export const previousSecretHours = 24;

/** Gives a webhook a new secret. @returns the secret, which can't be read again @throws {DomainError} NOT_FOUND */
export async function rotateWebhookSecret(db: Db, id: number): Promise<string> {
  const secret = newSecret();
  const rotated = await db.query(rotateSecret, [id, secret, previousSecretHours]);
  if (rotated.length === 0) throw notFound("webhook", id);
  return secret;
}
