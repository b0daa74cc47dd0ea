import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { maxWebhooks } from "../../domain/webhook/createWebhook.js";
import {
  countDeliveries,
  type DeliveryRow,
  findDeliveries,
  findWebhooks,
  type WebhookRow as Source,
} from "../../domain/webhook/findWebhooks.js";
import type { Context } from "../context.js";
import { ListSize } from "../costOf.js";
import { Reads } from "../execution/reference.js";
import { type Connection, readWindow, toConnection } from "../relay/connection.js";
import { readInteger } from "../relay/globalId.js";
import { DeliveriesArgs, Webhook } from "./Webhook.js";
import { WebhookDeliveryConnection } from "./WebhookDelivery.js";

const order = "deliveries";

@Resolver(() => Webhook)
export class WebhookResolver {
  @Query(() => [Webhook], { description: "All webhooks, in the order of their ids." })
  @ListSize(maxWebhooks)
  webhooks(@Ctx() { db }: Context): Promise<Source[]> {
    return findWebhooks(db);
  }

  @Query(() => Webhook, { nullable: true, description: "One webhook by its integer id. Null where there is none." })
  async webhook(@Arg("id", () => ID) id: string, @Ctx() { db }: Context): Promise<Source | null> {
    const webhookId = readInteger(id);
    return webhookId === null ? null : ((await findWebhooks(db, [webhookId]))[0] ?? null);
  }

  /** Each webhook takes a statement of its own. There are few, and most callers ask for one. */
  @FieldResolver(() => WebhookDeliveryConnection, { complexity: 1500, description: "Its messages, the latest first." })
  @Reads("id")
  async deliveries(
    @Root() { id }: Source,
    @Args(() => DeliveriesArgs) args: DeliveriesArgs,
    @Ctx() { db }: Context,
  ): Promise<Connection<DeliveryRow>> {
    const filter = { webhookId: id, statuses: args.status ?? undefined };
    const page = await findDeliveries(db, filter, readWindow(args, order));
    return toConnection(page, order, () => countDeliveries(db, filter));
  }
}
