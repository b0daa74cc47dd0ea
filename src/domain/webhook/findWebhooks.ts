import type { Db } from "../../db/database.js";
import type { Prisma, WebhookDelivery } from "../../db/generated/client.js";
import type { SortKey } from "../../db/sql/view/keyset.js";
import { checkPositions, type Page, pageOf, type Window } from "../page.js";
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
export async function findDeliveries(db: Db, filter: DeliveryFilter, window: Window): Promise<Page<DeliveryRow>> {
  checkPositions(window, idKeys);
  const [after, before] = [window.after, window.before].map((position) => (position ? Number(position[0]) : undefined));
  const rows = await db.prisma.webhookDelivery.findMany({
    where: { ...conditions(filter), id: { lt: after, gt: before } },
    orderBy: { id: window.backward ? "asc" : "desc" },
    take: window.limit + 1,
  });
  return pageOf({ rows: rows.map(readDelivery), keysOf: (row) => [String(row.id)] }, window);
}

export const countDeliveries = (db: Db, filter: DeliveryFilter): Promise<number> =>
  db.prisma.webhookDelivery.count({ where: conditions(filter) });

/** Finds one delivery; null where there is none. */
export async function findDelivery(db: Db, id: number): Promise<DeliveryRow | null> {
  const row = await db.prisma.webhookDelivery.findUnique({ where: { id } });
  return row && readDelivery(row);
}

const idKeys: readonly SortKey[] = [{ sql: "id", type: "int", descending: true }];

const conditions = ({ webhookId, statuses }: DeliveryFilter): Prisma.WebhookDeliveryWhereInput => ({
  webhookId,
  ...(statuses && { status: { in: [...statuses] } }),
});
