import type { Db } from "../db/database.js";
import { findRecipeTypePage } from "../domain/recipe/findRecipeTypePage.js";
import { json } from "./json.js";
import type { ListPage } from "./listPage.js";
import { recipeTypeFields } from "./recipeTypeJson.js";
import type { RecipeTypeQuery } from "./recipeTypeQuery.js";

/** Reads a page of *Recipe Type List*. @returns null where there is no such page */
export async function recipeTypeList(db: Db, { filter, order, page, pageSize }: RecipeTypeQuery): Promise<ListPage | null> {
  const found = await findRecipeTypePage(db, filter, order, { page, pageSize });
  return found && { count: found.count, page: found.page, pageSize, results: json(found.rows.map(recipeTypeFields)) };
}
