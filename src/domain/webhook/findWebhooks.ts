import type { Db } from "../../db/database.js";
import type { Prisma, WebhookDelivery } from "../../db/generated/client.js";
import { findWindowById, type Page, type Window } from "../page.js";
import { textTimes } from "../textTimes.js";
import type { WebhookEvent } from "./webhookEvents.js";

const secrets = { secret: true, previousSecret: true, previousSecretUntil: true } as const;

/** Finds webhooks, without their secrets, in the order of their ids. @param ids by default, all */
export const findWebhooks = async (db: Db, ids?: readonly number[]) =>
  (await db.prisma.webhook.findMany({ ...(ids && { where: { id: { in: [...ids] } } }), orderBy: { id: "asc" }, omit: secrets })).map(
    (row) => ({ ...textTimes(row), events: row.events as WebhookEvent[] }),
  );
export type WebhookRow = Awaited<ReturnType<typeof findWebhooks>>[number];

/** What becomes of a message: it is still to be sent, was taken, or is given up. */
export const deliveryStatuses = ["PENDING", "SUCCEEDED", "FAILED"] as const;
export type DeliveryStatus = (typeof deliveryStatuses)[number];

/** Conditions on deliveries. */
export interface DeliveryFilter {
  readonly webhookId: number;
  /** Undefined: any. */
  readonly statuses?: readonly DeliveryStatus[] | undefined;
}

/** The id of a message as its receiver sees it, in the header `webhook-id`. */
export const toMessageId = (uuid: string): string => `msg_${uuid}`;

const readDelivery = (row: WebhookDelivery) => ({
  ...textTimes(row),
  messageId: toMessageId(row.messageId),
  event: row.event as WebhookEvent,
  status: row.status as DeliveryStatus,
});
export type DeliveryRow = ReturnType<typeof readDelivery>;

/** Finds a window of the deliveries of a webhook, the latest first. */
export const findDeliveries = (db: Db, filter: DeliveryFilter, window: Window): Promise<Page<DeliveryRow>> =>
  findWindowById(
    window,
    async ({ where, ...range }) =>
      (await db.prisma.webhookDelivery.findMany({ where: { ...conditions(filter), id: where }, ...range })).map(readDelivery),
    true,
  );

export const countDeliveries = (db: Db, filter: DeliveryFilter): Promise<number> =>
  db.prisma.webhookDelivery.count({ where: conditions(filter) });

/** Finds one delivery; null where there is none. */
export async function findDelivery(db: Db, id: number): Promise<DeliveryRow | null> {
  const row = await db.prisma.webhookDelivery.findUnique({ where: { id } });
  return row && readDelivery(row);
}

const conditions = ({ webhookId, statuses }: DeliveryFilter): Prisma.WebhookDeliveryWhereInput => ({
  webhookId,
  ...(statuses && { status: { in: [...statuses] } }),
});
