import type { Db } from "../../db/database.js";
import {
  countRecipeTypePage,
  type RecipeTypeOrder,
  type RecipeTypePageFilter,
  type RecipeTypePageRow,
  recipeTypeView,
  selectRecipeTypePage,
} from "../../db/sql/catalogue/selectRecipeTypePage.js";
import { type NumberedPage, type PageNumber, rangeOfPage } from "../page.js";

export type { RecipeTypeOrder, RecipeTypePageFilter } from "../../db/sql/catalogue/selectRecipeTypePage.js";

/** The paths that callers may sort recipe types by. */
export const sortableRecipeTypePaths = recipeTypeView.sortable;

/** Whether callers may sort recipe types by a path. */
export const isSortableRecipeTypePath = (path: string): path is RecipeTypeOrder["field"] => recipeTypeView.isSortable(path);

/** The order where the caller names none. */
const defaultOrder: readonly RecipeTypeOrder[] = [
  { field: "name", descending: false },
  { field: "version", descending: false },
];

/** Finds a page of the list of recipe types by its number. @returns null where there is no such page */
export async function findRecipeTypePage(
  db: Db,
  filter: RecipeTypePageFilter,
  order: readonly RecipeTypeOrder[],
  pageNumber: PageNumber,
): Promise<NumberedPage<RecipeTypePageRow> | null> {
  const count = await countRecipeTypePage(db, filter);
  const range = rangeOfPage(count, pageNumber);
  if (!range) return null;
  const rows = await selectRecipeTypePage(db, filter, order.length === 0 ? defaultOrder : order, range);
  return { count, page: range.page, rows };
}
