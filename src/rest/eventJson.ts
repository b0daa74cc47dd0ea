import type { TriggerEvent, TriggerRule } from "../domain/trigger/findTriggers.js";
import { type AsRead, reference, time } from "./json.js";

type EventSummary = AsRead<Pick<TriggerEvent, "id" | "type" | "ruleId" | "occurred">>;
type Event = EventSummary & { readonly description: unknown };
type Rule = AsRead<Pick<TriggerRule, "id" | "type" | "name" | "isActive">> & { readonly configuration: unknown };

/** A trigger event where it is not the matter. */
export const eventSummaryFields = (event: EventSummary) => ({
  id: event.id,
  type: event.type,
  rule: reference(event.ruleId),
  occurred: time(event.occurred),
});

/** A trigger event with its description, and its rule in full. */
export const eventFields = (event: Event, rule: Rule | null) => ({
  ...eventSummaryFields(event),
  rule: rule && ruleFields(rule),
  description: event.description,
});

export const ruleFields = (rule: Rule) => ({
  id: rule.id,
  type: rule.type,
  name: rule.name,
  is_active: rule.isActive,
  configuration: rule.configuration,
});
