import type { Db } from "../../db/database.js";
import type { TriggerEvent, TriggerRule } from "../../db/generated/client.js";

export type { TriggerEvent, TriggerRule } from "../../db/generated/client.js";

/** Finds trigger events, in any order. */
export const findTriggerEventsById = (db: Db, ids: readonly number[]): Promise<TriggerEvent[]> =>
  db.prisma.triggerEvent.findMany({ where: { id: { in: [...ids] } } });

/** Finds trigger rules, in any order. */
export const findTriggerRulesById = (db: Db, ids: readonly number[]): Promise<TriggerRule[]> =>
  db.prisma.triggerRule.findMany({ where: { id: { in: [...ids] } } });
