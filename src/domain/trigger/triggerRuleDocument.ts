import type { FieldReader } from "../fieldReader.js";

/** A trigger rule as a recipe type's document describes it: the rule by which recipes of the type are made automatically. */
export type TriggerRuleDocument = ReturnType<typeof readTriggerRuleDocument>;

/** @param reader collects the problems; if there are any, the result is of no use */
export const readTriggerRuleDocument = (reader: FieldReader) => ({
  type: reader.name("type"),
  name: reader.name("name"),
  /** A field is undefined where the document doesn't give it. */
  fields: { isActive: reader.flag("is_active"), configuration: reader.object("configuration") },
});
