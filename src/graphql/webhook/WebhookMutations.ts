import { Arg, Ctx, ID, Mutation, Resolver } from "type-graphql";
import { notFound } from "../../domain/errors.js";
import { createWebhook, maxWebhooks } from "../../domain/webhook/createWebhook.js";
import { deleteWebhook } from "../../domain/webhook/deleteWebhook.js";
import { findDelivery, findWebhooks } from "../../domain/webhook/findWebhooks.js";
import { redeliverWebhook } from "../../domain/webhook/redeliverWebhook.js";
import { previousSecretHours, rotateWebhookSecret } from "../../domain/webhook/rotateWebhookSecret.js";
import { updateWebhook } from "../../domain/webhook/updateWebhook.js";
import type { Context } from "../context.js";
import { readInteger } from "../relay/globalId.js";
import { withUserErrors } from "../userError.js";
import { CreateWebhookInput, UpdateWebhookInput } from "./webhookInputs.js";
import { DeleteWebhookPayload, WebhookDeliveryPayload, WebhookPayload, WebhookSecretPayload } from "./webhookPayloads.js";

const changing = 20_000;

@Resolver()
export class WebhookMutations {
  @Mutation(() => WebhookSecretPayload, {
    complexity: changing,
    description: `Registers a webhook, which is told of what happens from now on. There are at most ${maxWebhooks}.`,
  })
  async createWebhook(
    @Arg("input", () => CreateWebhookInput) { url, description, events }: CreateWebhookInput,
    @Ctx() { db, actor, webhookAddresses }: Context,
  ): Promise<WebhookSecretPayload> {
    const input = { url, description: description ?? null, events };
    const { result, errors } = await withUserErrors(() => createWebhook(db, actor, input, webhookAddresses));
    return { webhook: result && (await webhookNow(db, result.id)), secret: result?.secret ?? null, errors };
  }

  @Mutation(() => WebhookPayload, {
    complexity: changing,
    description: "Changes a webhook. Messages that are still to be sent go to its new URL.",
  })
  async updateWebhook(
    @Arg("id", () => ID) id: string,
    @Arg("input", () => UpdateWebhookInput) { url, description, events, isActive }: UpdateWebhookInput,
    @Ctx() { db, webhookAddresses }: Context,
  ): Promise<WebhookPayload> {
    const changes = { url: url ?? undefined, description, events: events ?? undefined, isActive: isActive ?? undefined };
    const { result, errors } = await changed(id, (webhookId) => updateWebhook(db, webhookId, changes, webhookAddresses));
    return { webhook: result && (await webhookNow(db, result.id)), errors };
  }

  @Mutation(() => DeleteWebhookPayload, { complexity: changing, description: "Deletes a webhook with its deliveries." })
  async deleteWebhook(@Arg("id", () => ID) id: string, @Ctx() { db }: Context): Promise<DeleteWebhookPayload> {
    const { result, errors } = await changed(id, (webhookId) => deleteWebhook(db, webhookId));
    return { databaseId: result?.id ?? null, errors };
  }

  @Mutation(() => WebhookSecretPayload, {
    complexity: changing,
    description: `Gives a webhook a new secret. For ${previousSecretHours} hours its messages are signed by both, so that its receiver can change over at any time.`,
  })
  async rotateWebhookSecret(@Arg("id", () => ID) id: string, @Ctx() { db }: Context): Promise<WebhookSecretPayload> {
    const { result, errors } = await changed(id, (webhookId) => rotateWebhookSecret(db, webhookId));
    return { webhook: result && (await webhookNow(db, result.id)), secret: result?.result ?? null, errors };
  }

  @Mutation(() => WebhookDeliveryPayload, {
    complexity: changing,
    description: "Has a message sent again at once, whatever has become of it. It keeps its id, so that its receiver can know it.",
  })
  async redeliverWebhook(@Arg("messageId", () => ID) messageId: string, @Ctx() { db }: Context): Promise<WebhookDeliveryPayload> {
    const { result, errors } = await withUserErrors(() => redeliverWebhook(db, messageId));
    return { delivery: result === null ? null : await findDelivery(db, result), errors };
  }
}

/** Does something to the webhook that an argument names. */
const changed = <Result>(text: string, work: (id: number) => Promise<Result>) =>
  withUserErrors(async () => {
    const id = readInteger(text);
    if (id === null) throw notFound("webhook", text);
    return { id, result: await work(id) };
  });

const webhookNow = async (db: Context["db"], id: number): Promise<object | null> => (await findWebhooks(db, [id]))[0] ?? null;
