import type { Db } from "../db/database.js";
import { findJobTypesOf } from "../domain/recipe/findJobTypesOf.js";
import { findRecipeTypesById } from "../domain/recipe/findRecipeTypes.js";
import { findTriggerRulesById } from "../domain/trigger/findTriggers.js";
import { RecipeTypeDetails } from "./schemas/recipeTypeSchemas.js";
import { toJson } from "./toJson.js";

const make = toJson(RecipeTypeDetails);

/** Reads the JSON of *Recipe Type Details*. @returns null where there is no such recipe type */
export async function recipeTypeDetails(db: Db, id: number) {
  const [recipeType] = await findRecipeTypesById(db, [id]);
  if (!recipeType) return null;
  const [[rule], jobTypes] = await Promise.all([
    recipeType.triggerRuleId === null ? [] : findTriggerRulesById(db, [recipeType.triggerRuleId]),
    findJobTypesOf(db, recipeType.definition),
  ]);
  return make({
    ...recipeType,
    triggerRule: rule ?? null,
    // Scale 4.1 documents one of these two names, but its clients keep and send documents with the other. So the answer has both.
    jobTypes: jobTypes.map((jobType) => ({ ...jobType, jobTypeInterface: jobType.interface })),
  });
}
