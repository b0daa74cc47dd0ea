import { GraphQLJSONObject } from "graphql-scalars";
import { ID, Int, ObjectType } from "type-graphql";
import type { DeliveryRow } from "../../domain/webhook/findWebhooks.js";
import { Batch } from "../batch/Batch.js";
import { connectionTypes } from "../relay/connection.js";
import { leaf, RowFields, reference } from "../rowFields.js";
import { DateTime } from "../scalars.js";
import { DeliveryStatusEnum, WebhookEventEnum } from "./Webhook.js";

@ObjectType({ simpleResolvers: true, description: "A message to a webhook, and what has become of it. It is kept for 30 days." })
@RowFields({
  messageId: leaf(ID, { description: "The header `webhook-id` of the message, which is the same at each attempt: `msg_…`." }),
  event: leaf(WebhookEventEnum),
  batch: reference(() => Batch, "batch", "batchId"),
  payload: leaf(GraphQLJSONObject, { description: "What is sent: `{type, timestamp, data}`." }),
  status: leaf(DeliveryStatusEnum),
  attempts: leaf(Int, { description: "How often it was sent, or was tried to be sent." }),
  created: leaf(DateTime, { description: "When the event happened." }),
  lastAttempt: leaf(DateTime, { nullable: true }),
  nextAttempt: leaf(DateTime, { nullable: true, description: "Null where it is not PENDING." }),
  responseStatus: leaf(Int, {
    nullable: true,
    description: "The HTTP status by which the last attempt was answered; null where it was not.",
  }),
  responseBody: leaf(String, { nullable: true, description: "The beginning of that answer, at most 1,024 bytes." }),
  error: leaf(String, { nullable: true, description: "Why the last attempt was not answered." }),
})
export class WebhookDelivery {
  declare readonly row: DeliveryRow;
}

export const WebhookDeliveryConnection = connectionTypes("WebhookDelivery", () => WebhookDelivery);
