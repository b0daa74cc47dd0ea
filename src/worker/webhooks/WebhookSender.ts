import type { Logger } from "pino";
import { Webhook } from "standardwebhooks";
import type { Db } from "../../db/database.js";
import { recordDelivery, selectDueWebhooks, type TakenDelivery, takeDeliveries } from "../../db/sql/webhook/deliveries.js";
import { describeError } from "../../domain/describeError.js";
import { toMessageId } from "../../domain/webhook/findWebhooks.js";
import type { WebhookAddresses } from "../../domain/webhook/WebhookAddresses.js";
import { postMessage } from "./postMessage.js";

/** Messages that are sent at once to one webhook. */
const maxAtOnce = 8;
/** Milliseconds that an attempt may take. It is less than the time to the next one. */
const attemptMilliseconds = 10_000;
/** Seconds to the next attempt, after each but the last: a day in all. */
const delays = [15, 60, 300, 900, 1800, 3600, 7200, 10_800, 14_400, 14_400, 14_400, 18_000];
const maxAttempts = delays.length + 1;
/** If nobody has written down what became of the last attempt, one more follows after so many seconds. */
const afterLast = 60;

/**
 * Sends what webhooks are to be told. The rows of `webhook_delivery` are the queue: graphile-worker's few places are for expansions, which
 * must not wait for receivers that answer slowly. Each webhook has a stream of its own, so a slow one holds up no other.
 */
export class WebhookSender {
  readonly #stopping = new AbortController();
  /** The webhooks to which messages are being sent. */
  readonly #streams = new Map<number, Promise<void>>();

  constructor(
    private readonly db: Db,
    private readonly addresses: WebhookAddresses,
    private readonly log: Logger,
  ) {}

  /** Begins to send all that is due, and does not wait for that. */
  async sendDue(): Promise<void> {
    const due = await this.db.query<{ id: number }>(selectDueWebhooks, [[...this.#streams.keys()]]);
    for (const { id } of due) {
      const stream = this.#send(id)
        .catch((error: unknown) => this.log.warn({ err: error, webhookId: id }, "The messages of a webhook can't be sent yet"))
        .finally(() => this.#streams.delete(id));
      this.#streams.set(id, stream);
    }
  }

  /** Breaks off what is being sent. It is sent again later, by any worker. */
  async stop(): Promise<void> {
    this.#stopping.abort(new Error("The worker was stopped"));
    await Promise.all(this.#streams.values());
  }

  async #send(webhookId: number): Promise<void> {
    while (!this.#stopping.signal.aborted) {
      const taken = await this.db.query<TakenDelivery>(takeDeliveries, [webhookId, maxAtOnce, [...delays, afterLast]]);
      if (taken.length === 0) return;
      await Promise.all(taken.map((delivery) => this.#deliver(webhookId, delivery)));
    }
  }

  async #deliver(webhookId: number, delivery: TakenDelivery): Promise<void> {
    const { id, attempt } = delivery;
    const result = await this.#attempt(delivery);
    // That the worker stops says nothing of the receiver, which would lose the message if this was the last attempt. Another one follows.
    if (!result) return;
    const { status = null, body = null, error = null } = result;
    const isTaken = status !== null && status >= 200 && status < 300;
    const isGone = status === 410;
    const outcome = isTaken ? "SUCCEEDED" : isGone || attempt >= maxAttempts ? "FAILED" : "PENDING";
    const disabledReason = isGone ? "Its receiver has answered 410 Gone" : null;
    await this.db.query(recordDelivery, [id, attempt, outcome, status, body?.replaceAll("\0", "\ufffd"), error, disabledReason]);
    if (outcome === "FAILED") this.log.warn({ webhookId, attempt, status, error }, "A message to a webhook is given up");
    else this.log.debug({ webhookId, attempt, status, error }, "Sent a message to a webhook");
  }

  /** Sends a message once, signed anew. @returns the answer, or why there is none; null where the worker's stop has broken it off */
  async #attempt({ messageId, payload, url, secrets }: TakenDelivery): Promise<{ status?: number; body?: string; error?: string } | null> {
    const [id, now, body] = [toMessageId(messageId), new Date(), JSON.stringify(payload)];
    const headers = {
      "content-type": "application/json",
      "content-length": String(Buffer.byteLength(body)),
      "user-agent": "batch-gateway",
      "webhook-id": id,
      "webhook-timestamp": String(Math.floor(now.getTime() / 1000)),
      "webhook-signature": secrets.map((secret) => new Webhook(secret).sign(id, now, body)).join(" "),
    };
    const timeout = AbortSignal.timeout(attemptMilliseconds);
    const signal = AbortSignal.any([this.#stopping.signal, timeout]);
    try {
      return await postMessage(new URL(url), headers, body, this.addresses, signal);
    } catch (error) {
      if (timeout.aborted) return { error: `There was no answer in ${attemptMilliseconds / 1000} s` };
      return this.#stopping.signal.aborted ? null : { error: describeError(error) };
    }
  }
}
