import type { Db } from "../../db/database.js";
import { changeWebhook } from "../../db/sql/webhook/changeWebhook.js";
import { notFound, refuse } from "../errors.js";
import { checkWebhook, type WebhookInput } from "./checkWebhook.js";
import type { WebhookAddresses } from "./WebhookAddresses.js";

/** What can be changed of a webhook. Undefined leaves a field as it is. */
type WebhookChanges = { readonly [Field in keyof WebhookInput]?: WebhookInput[Field] | undefined } & {
  /** One that is not active is told nothing, and what it is still to be sent waits. */
  readonly isActive?: boolean | undefined;
};

/**
 * Changes a webhook. Messages that are still to be sent go to its new URL.
 * @throws {DomainError} INVALID or TOO_LARGE about a field; NOT_FOUND
 */
export async function updateWebhook(db: Db, id: number, changes: WebhookChanges, addresses: WebhookAddresses): Promise<void> {
  refuse(checkWebhook(changes as Partial<WebhookInput>, addresses));
  const { url, description, events, isActive } = changes;
  const values = [url && new URL(url).href, description !== undefined, description, events && [...new Set(events)], isActive];
  const changed = await db.query(changeWebhook, [id, ...values.map((value) => value ?? null)]);
  if (changed.length === 0) throw notFound("webhook", id);
}
