import type { Loaded } from "../domain/loaded.js";
import { snakeCase } from "../domain/snakeCase.js";

const kinds = { JOB_TYPE: "job type", TRIGGER_RULE: "trigger rule", RECIPE_TYPE: "recipe type" } satisfies Record<Loaded["kind"], string>;
const actions = { CREATED: "created", UPDATED: "updated", UNCHANGED: "unchanged" } satisfies Record<Loaded["action"], string>;

/** One line: `recipe type landsat8 1.0.0: updated, revision 1 -> 2 (definition, title)`. */
export function describeLoaded({ kind, name, action, changed, revision }: Loaded): string {
  const isNew = revision !== null && revision.from !== null && revision.from !== revision.to;
  return [
    `${kinds[kind]} ${name}: ${actions[action]}`,
    revision === null ? "" : `, revision ${isNew ? `${revision.from} -> ` : ""}${revision.to}`,
    changed.length === 0 ? "" : ` (${changed.map(documentName).join(", ")})`,
  ].join("");
}

const documentName = (field: string): string => snakeCase(field.replace("triggerRuleId", "triggerRule"));
