import type { RecipeType, RecipeTypeSummary } from "../domain/recipe/findRecipeTypes.js";
import { type AsRead, reference, time } from "./json.js";

/** A recipe type where it is not the matter. */
export const recipeTypeSummaryFields = ({ id, name, version, title, description }: RecipeTypeSummary) => ({
  id,
  name,
  version,
  title,
  description,
});

/** A recipe type in full. */
export const recipeTypeFields = (
  recipeType: RecipeTypeSummary & AsRead<Omit<RecipeType, "definition">> & { readonly definition: unknown },
) => ({
  ...recipeTypeSummaryFields(recipeType),
  is_active: recipeType.isActive,
  definition: recipeType.definition,
  revision_num: recipeType.revisionNum,
  created: time(recipeType.created),
  last_modified: time(recipeType.lastModified),
  archived: time(recipeType.archived),
  trigger_rule: reference(recipeType.triggerRuleId),
});
