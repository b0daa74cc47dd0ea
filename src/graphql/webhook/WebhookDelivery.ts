import { GraphQLJSONObject } from "graphql-scalars";
import { Field, ID, Int, ObjectType } from "type-graphql";
import type { DeliveryRow, DeliveryStatus } from "../../domain/webhook/findWebhooks.js";
import type { WebhookEvent } from "../../domain/webhook/webhookEvents.js";
import { Batch } from "../batch/Batch.js";
import { Leaf, References } from "../execution/reference.js";
import { connectionTypes } from "../relay/connection.js";
import { DateTime } from "../scalars.js";
import { DeliveryStatusEnum, WebhookEventEnum } from "./Webhook.js";

@ObjectType({ simpleResolvers: true, description: "A message to a webhook, and what has become of it. It is kept for 30 days." })
export class WebhookDelivery {
  declare readonly row: DeliveryRow;

  @Leaf(() => ID, { description: "The header `webhook-id` of the message, which is the same at each attempt: `msg_…`." })
  messageId!: string;

  @Leaf(() => WebhookEventEnum)
  event!: WebhookEvent;

  @Field(() => Batch)
  @References("batch", "batchId")
  batch!: Batch;

  @Leaf(() => GraphQLJSONObject, { description: "What is sent: `{type, timestamp, data}`." })
  payload!: unknown;

  @Leaf(() => DeliveryStatusEnum)
  status!: DeliveryStatus;

  @Leaf(() => Int, { description: "How often it was sent, or was tried to be sent." })
  attempts!: number;

  @Leaf(() => DateTime, { description: "When the event happened." })
  created!: string;

  @Leaf(() => DateTime, { nullable: true })
  lastAttempt!: string | null;

  @Leaf(() => DateTime, { nullable: true, description: "Null where it is not PENDING." })
  nextAttempt!: string | null;

  @Leaf(() => Int, { nullable: true, description: "The HTTP status by which the last attempt was answered; null where it was not." })
  responseStatus!: number | null;

  @Leaf(() => String, { nullable: true, description: "The beginning of that answer, at most 1,024 bytes." })
  responseBody!: string | null;

  @Leaf(() => String, { nullable: true, description: "Why the last attempt was not answered." })
  error!: string | null;
}

export const WebhookDeliveryConnection = connectionTypes("WebhookDelivery", () => WebhookDelivery);
