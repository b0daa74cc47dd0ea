import type { Db } from "../db/database.js";
import { findJobTypesOf } from "../domain/recipe/findJobTypesOf.js";
import { findRecipeTypesById } from "../domain/recipe/findRecipeTypes.js";
import { findTriggerRulesById } from "../domain/trigger/findTriggers.js";
import { ruleFields } from "./eventJson.js";
import { jobTypeFields } from "./jobJson.js";
import { json } from "./json.js";
import { recipeTypeFields } from "./recipeTypeJson.js";

/** Reads the JSON of *Recipe Type Details*. @returns null where there is no such recipe type */
export async function recipeTypeDetails(db: Db, id: number): Promise<string | null> {
  const [recipeType] = await findRecipeTypesById(db, [id]);
  if (!recipeType) return null;
  const [[rule], jobTypes] = await Promise.all([
    recipeType.triggerRuleId === null ? [] : findTriggerRulesById(db, [recipeType.triggerRuleId]),
    findJobTypesOf(db, recipeType.definition),
  ]);
  return json({
    ...recipeTypeFields(recipeType),
    trigger_rule: rule ? ruleFields(rule) : null,
    // Scale 4.1 documents the one name, and its clients keep and send documents with the other: so has each what it looks for.
    job_types: jobTypes.map((jobType) => ({
      ...jobTypeFields(jobType),
      interface: jobType.interface,
      job_type_interface: jobType.interface,
    })),
  });
}
