import type { Db } from "../../db/database.js";
import type { FieldReader } from "../fieldReader.js";
import type { Loaded } from "../loaded.js";
import { archivedOf, changedFields } from "../saveRevisioned.js";

/** A trigger rule as a recipe type's document describes it: the rule by which recipes of the type are made automatically. */
export type TriggerRuleDocument = ReturnType<typeof readTriggerRuleDocument>;

/** @param reader collects the problems; if there are any, the result is of no use */
export const readTriggerRuleDocument = (reader: FieldReader) => ({
  type: reader.name("type"),
  name: reader.name("name"),
  /** A field is undefined where the document doesn't give it. */
  fields: { isActive: reader.flag("is_active"), configuration: reader.object("configuration") },
});

/**
 * Creates a trigger rule, or brings the stored one of that type and name in line with the document. There may be two rules of one type and
 * name, because there is no unique key. Then the oldest is taken.
 * @param tx a transaction that holds `lockCatalogue`
 */
export async function loadTriggerRule(tx: Db, { type, name, fields }: TriggerRuleDocument): Promise<Loaded> {
  const stored = await tx.prisma.triggerRule.findFirst({ where: { type, name }, orderBy: { id: "asc" } });
  const loaded = { kind: "TRIGGER_RULE" as const, name: `${type} ${name}`, revision: null };
  if (!stored) {
    const { id } = await tx.prisma.triggerRule.create({ data: { type, name, ...fields, ...archivedOf(fields) } });
    return { ...loaded, id, action: "CREATED", changed: [] };
  }
  const changes = changedFields(stored, fields);
  const changed = Object.keys(changes);
  if (changed.length > 0) {
    const data = { ...changes, ...archivedOf(changes), lastModified: new Date() };
    await tx.prisma.triggerRule.update({ where: { id: stored.id }, data });
  }
  return { ...loaded, id: stored.id, action: changed.length > 0 ? "UPDATED" : "UNCHANGED", changed };
}
