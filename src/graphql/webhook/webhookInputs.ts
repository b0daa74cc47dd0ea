import { Field, InputType } from "type-graphql";
import { maxDescription } from "../../domain/textLimits.js";
import { maxWebhookUrl } from "../../domain/webhook/checkWebhook.js";
import type { WebhookEvent } from "../../domain/webhook/webhookEvents.js";
import { WebhookEventEnum } from "./Webhook.js";

const url = `Begins with https:// and leads to a public address, unless the gateway's settings allow others. At most ${maxWebhookUrl} characters.`;
const description = `At most ${maxDescription} characters.`;

@InputType({ description: "A webhook to be registered." })
export class CreateWebhookInput {
  @Field(() => String, { description: url })
  url!: string;

  @Field(() => String, { nullable: true, description })
  description?: string | null;

  @Field(() => [WebhookEventEnum], { description: "What it is told of: at least one." })
  events!: WebhookEvent[];
}

@InputType({ description: "What to change of a webhook. What is absent stays as it is." })
export class UpdateWebhookInput {
  @Field(() => String, { nullable: true, description: `${url} Null changes nothing.` })
  url?: string | null;

  @Field(() => String, { nullable: true, description: `${description} Null takes it away.` })
  description?: string | null;

  @Field(() => [WebhookEventEnum], { nullable: true, description: "What it is told of: at least one. Null changes nothing." })
  events?: WebhookEvent[] | null;

  @Field(() => Boolean, { nullable: true, description: "Whether it is told of anything. Null changes nothing." })
  isActive?: boolean | null;
}
