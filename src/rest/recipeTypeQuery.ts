import { isRecipeTypePath, type RecipeTypePageFilter, recipeTypePaths } from "../domain/recipe/findRecipeTypePage.js";
import { listQuery, repeated, storableTexts } from "./listQuery.js";
import { type OrderFields, orderNames, orderPath } from "./orderNames.js";

/** What recipe types can be ordered by: the fields that the list shows, but for the definition, and all columns of the trigger rule. */
const orderFields: OrderFields = {
  own: [...["id", "name", "version", "title", "description", "isActive", "revisionNum"], ...["created", "lastModified", "archived"]],
  has: isRecipeTypePath,
};

/** The names that `order` takes. */
export const recipeTypeOrderNames = orderNames(orderFields, recipeTypePaths);

/** The query parameters of the list: those that *Recipe Type List* documents, and `name`, `version` and `is_active`. */
export const recipeTypeQuery = listQuery<RecipeTypePageFilter>({
  things: "recipe types",
  orderNames: Object.keys(recipeTypeOrderNames),
  orderField: (name) => orderPath(orderFields, name),
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
