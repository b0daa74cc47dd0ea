import { isIP } from "node:net";
import type { Problem } from "../errors.js";
import { checkText, isLonger, maxDescription } from "../textLimits.js";
import type { WebhookAddresses } from "./WebhookAddresses.js";
import type { WebhookEvent } from "./webhookEvents.js";

/** What a caller says of a webhook. */
export interface WebhookInput {
  readonly url: string;
  readonly description: string | null;
  readonly events: readonly WebhookEvent[];
}

export const maxWebhookUrl = 2000;

/** Finds what is wrong with what a caller says of a webhook. What is absent is not looked at. */
export function checkWebhook({ url, description, events }: Partial<WebhookInput>, addresses: WebhookAddresses): Problem[] {
  return [
    ...(url === undefined ? [] : checkUrl(url, addresses)),
    ...checkText(["description"], description, maxDescription),
    ...(events?.length === 0 ? [invalid("events", "must name at least one event")] : []),
  ];
}

/** A name is looked up when a message is sent, and its addresses are checked then: they may change at any time. */
function checkUrl(text: string, addresses: WebhookAddresses): Problem[] {
  if (isLonger(text, maxWebhookUrl)) return [{ code: "TOO_LARGE", path: ["url"], message: `must be at most ${maxWebhookUrl} characters` }];
  if (!URL.canParse(text)) return [invalid("url", "must be a URL, such as https://example.org/hooks")];
  const { protocol, hostname, username, password, href } = new URL(text);
  const isEncrypted = protocol === "https:";
  if (!isEncrypted && !(protocol === "http:" && addresses.mayBePlain)) return [invalid("url", "must begin with https://")];
  if (username || password) return [invalid("url", "must not have a user or a password")];
  if (isLonger(href, maxWebhookUrl)) return [invalid("url", `must be at most ${maxWebhookUrl} characters when it is written in ASCII`)];
  const host = hostname.replace(/^\[(.*)\]$/, "$1");
  if (isIP(host) && !addresses.allows(host, isEncrypted))
    return [invalid("url", `must not lead to ${host}, an address that is not public`)];
  return [];
}

const invalid = (field: string, message: string): Problem => ({ code: "INVALID", path: [field], message });
