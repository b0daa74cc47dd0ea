import {
  isSortableRecipeTypePath,
  type RecipeTypeOrder,
  type RecipeTypePageFilter,
  sortableRecipeTypePaths,
} from "../domain/recipe/findRecipeTypePage.js";
import { listQuery, repeated, storableTexts } from "./listQuery.js";
import { orderName, orderPath } from "./orderNames.js";

export const recipeTypeOrderNames = sortableRecipeTypePaths.map(orderName);

/** The query parameters of the list: those that *Recipe Type List* documents, and `name`, `version` and `is_active`. */
export const recipeTypeQuery = listQuery<RecipeTypePageFilter, RecipeTypeOrder["field"]>({
  things: "recipe types",
  orderNames: recipeTypeOrderNames,
  orderField: (name) => orderPath(isSortableRecipeTypePath, name),
  parameters: {
    name: {
      schema: repeated("Return only recipe types of this name.", { type: "string" }),
      read: (names) => ({ names: storableTexts(names) }),
    },
    version: {
      schema: repeated("Return only recipe types of this version.", { type: "string" }),
      read: (versions) => ({ versions: storableTexts(versions) }),
    },
    is_active: {
      schema: { type: "boolean", description: "Return only recipe types that are active, or only those that are not." },
      read: (values, wrong) => {
        const text = values.at(-1)?.toLowerCase();
        if (text !== "true" && text !== "false") wrong("must be true or false");
        return { isActive: text === "true" };
      },
    },
  },
});
