import type { Prisma } from "../../db/generated/client.js";
import type { FieldReader } from "../fieldReader.js";

/** A trigger rule as a recipe type's document describes it: the rule by which recipes of the type are made automatically. */
export interface TriggerRuleDocument {
  readonly type: string;
  readonly name: string;
  /** Undefined: the document doesn't say. */
  readonly fields: { readonly isActive: boolean | undefined; readonly configuration: Prisma.InputJsonObject | undefined };
}

/** @param reader collects the problems; if there are any, the result is of no use */
export const readTriggerRuleDocument = (reader: FieldReader): TriggerRuleDocument => ({
  type: reader.name("type"),
  name: reader.name("name"),
  fields: { isActive: reader.flag("is_active"), configuration: reader.object("configuration") },
});
