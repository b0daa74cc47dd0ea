import type { Db } from "../../db/database.js";
import type { TriggerEvent as EventModel, TriggerRule as RuleModel } from "../../db/generated/client.js";
import { type TextTimes, textTimes } from "../textTimes.js";

export type TriggerEvent = TextTimes<EventModel>;
export type TriggerRule = TextTimes<RuleModel>;

export const findTriggerEventsById = async (db: Db, ids: readonly number[]): Promise<TriggerEvent[]> =>
  (await db.prisma.triggerEvent.findMany({ where: { id: { in: [...ids] } } })).map(textTimes);

export const findTriggerRulesById = async (db: Db, ids: readonly number[]): Promise<TriggerRule[]> =>
  (await db.prisma.triggerRule.findMany({ where: { id: { in: [...ids] } } })).map(textTimes);
