import { ArgsType, Field, Int, ObjectType } from "type-graphql";
import { type DeliveryStatus, deliveryStatuses, type WebhookRow } from "../../domain/webhook/findWebhooks.js";
import { webhookEvents } from "../../domain/webhook/webhookEvents.js";
import { ConnectionArgs } from "../relay/connection.js";
import { leaf, RowFields } from "../rowFields.js";
import { DateTime, enumType } from "../scalars.js";

export const WebhookEventEnum = enumType(
  "WebhookEvent",
  "What a webhook is told of. In messages, it is written with dots: `batch.work.succeeded`.",
  webhookEvents,
  {
    BATCH_CREATED: "All recipes of a batch were made, or have failed: its status is CREATED. Its jobs may still run.",
    BATCH_FAILED: "The creation of a batch has failed: its status is FAILED.",
    BATCH_WORK_SUCCEEDED: "The work of a batch is finished, and no job has failed.",
    BATCH_WORK_FAILED: "The work of a batch is finished, and jobs have failed.",
    BATCH_WORK_CANCELED: "The work of a batch was canceled, and none of its jobs runs any more.",
    BATCH_WORK_STOPPED: "So many jobs of a batch have failed that its stopAfterFailedJobs has held its work.",
  },
);

export const DeliveryStatusEnum = enumType("WebhookDeliveryStatus", "What has become of a message.", deliveryStatuses, {
  PENDING: "It is still to be sent, or sent again.",
  SUCCEEDED: "It was answered with a status from 200 to 299.",
  FAILED: "It is given up.",
});

@ObjectType({ simpleResolvers: true, description: "A URL that is told of the ends of batches." })
@RowFields({
  databaseId: leaf(Int, { from: "id" }),
  url: leaf(String),
  description: leaf(String, { nullable: true }),
  events: leaf([WebhookEventEnum]),
  isActive: leaf(Boolean, { description: "Whether it is told of anything. While it is not, messages that are still to be sent wait." }),
  disabledReason: leaf(String, { nullable: true, description: "Why the gateway has made it inactive; null where it has not." }),
  createdBy: leaf(String, { description: "Who has registered it." }),
  created: leaf(DateTime),
  lastModified: leaf(DateTime),
})
export class Webhook {
  declare readonly row: WebhookRow;
}

@ArgsType()
export class DeliveriesArgs extends ConnectionArgs {
  @Field(() => [DeliveryStatusEnum], { nullable: true, description: "Only deliveries that have one of these." })
  status?: DeliveryStatus[] | null;
}
