import { Field, Int, ObjectType } from "type-graphql";
import { Payload } from "../userError.js";
import { Webhook } from "./Webhook.js";
import { WebhookDelivery } from "./WebhookDelivery.js";

@ObjectType({ simpleResolvers: true, description: "The webhook as it is now; null where the request was refused." })
export class WebhookPayload extends Payload {
  @Field(() => Webhook, { nullable: true })
  webhook!: object | null;
}

@ObjectType({ simpleResolvers: true, description: "A webhook with a new secret; both are null where the request was refused." })
export class WebhookSecretPayload extends WebhookPayload {
  @Field(() => String, {
    nullable: true,
    description: "By which messages are signed, as Standard Webhooks writes it: `whsec_…`. It can't be read again.",
  })
  secret!: string | null;
}

@ObjectType({ simpleResolvers: true, description: "The id of the webhook that was deleted; null where the request was refused." })
export class DeleteWebhookPayload extends Payload {
  @Field(() => Int, { nullable: true })
  databaseId!: number | null;
}

@ObjectType({ simpleResolvers: true, description: "The delivery as it is now; null where the request was refused." })
export class WebhookDeliveryPayload extends Payload {
  @Field(() => WebhookDelivery, { nullable: true })
  delivery!: object | null;
}
