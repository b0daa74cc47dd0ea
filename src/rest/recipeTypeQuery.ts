import type { Problem } from "../domain/errors.js";
import type { RecipeTypeOrderField, RecipeTypePageFilter } from "../domain/recipe/findRecipeTypePage.js";
import { type ListQuery, readListQuery, textsOf } from "./listQuery.js";
import { lastOf, type QueryParameters } from "./queryParameters.js";

export type RecipeTypeQuery = ListQuery<RecipeTypePageFilter, RecipeTypeOrderField>;

/** The names that `order` takes: the fields that the list shows, and those of the trigger rule, whose own name stands for its id. */
export const recipeTypeOrderNames = {
  id: "id",
  pk: "id",
  name: "name",
  version: "version",
  title: "title",
  description: "description",
  is_active: "isActive",
  revision_num: "revisionNum",
  created: "created",
  last_modified: "lastModified",
  archived: "archived",
  trigger_rule: "triggerRuleId",
  trigger_rule_id: "triggerRuleId",
  trigger_rule__id: "triggerRuleId",
  trigger_rule__type: "triggerRuleType",
  trigger_rule__name: "triggerRuleName",
  trigger_rule__is_active: "triggerRuleIsActive",
} as const satisfies Record<string, RecipeTypeOrderField>;

/**
 * Reads the query parameters of the list: those that *Recipe Type List* documents, and `name`, `version` and `is_active`.
 * @throws {DomainError} as `readListQuery` does
 */
export const readRecipeTypeQuery = (query: QueryParameters, now: Date): RecipeTypeQuery =>
  readListQuery<RecipeTypePageFilter, RecipeTypeOrderField>(
    { things: "recipe types", orderNames: recipeTypeOrderNames, readFilter },
    query,
    now,
  );

const readFilter = (query: QueryParameters, problems: Problem[]): RecipeTypePageFilter => ({
  ...(query.name !== undefined && { names: textsOf(query, "name") }),
  ...(query.version !== undefined && { versions: textsOf(query, "version") }),
  ...readIsActive(query, problems),
});

function readIsActive(query: QueryParameters, problems: Problem[]): Pick<RecipeTypePageFilter, "isActive"> {
  const text = lastOf(query, "is_active")?.toLowerCase();
  if (text === undefined) return {};
  if (text !== "true" && text !== "false") problems.push({ code: "INVALID", path: ["is_active"], message: "must be true or false" });
  return { isActive: text === "true" };
}
