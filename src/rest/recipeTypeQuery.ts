import type { Problem } from "../domain/errors.js";
import { isRecipeTypePath, type RecipeTypePageFilter, recipeTypePaths } from "../domain/recipe/findRecipeTypePage.js";
import { type ListQuery, readListQuery, textsOf } from "./listQuery.js";
import { type OrderFields, orderNames, orderPath } from "./orderNames.js";
import { lastOf, type QueryParameters } from "./queryParameters.js";

export type RecipeTypeQuery = ListQuery<RecipeTypePageFilter>;

/** What recipe types can be ordered by: the fields that the list shows, but for the definition, and all columns of the trigger rule. */
const orderFields: OrderFields = {
  own: [...["id", "name", "version", "title", "description", "isActive", "revisionNum"], ...["created", "lastModified", "archived"]],
  has: isRecipeTypePath,
};

/** The names that `order` takes. */
export const recipeTypeOrderNames = orderNames(orderFields, recipeTypePaths);

/**
 * Reads the query parameters of the list: those that *Recipe Type List* documents, and `name`, `version` and `is_active`.
 * @throws {DomainError} as `readListQuery` does
 */
export const readRecipeTypeQuery = (query: QueryParameters, now: Date): RecipeTypeQuery =>
  readListQuery({ things: "recipe types", orderField: (name) => orderPath(orderFields, name), readFilter }, query, now);

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
