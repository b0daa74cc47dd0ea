import type { Db } from "../../db/database.js";
import type { Prisma } from "../../db/generated/client.js";
import { type NumberedPage, type PageNumber, rangeOfPage } from "../page.js";
import { countRecipeTypes, type RecipeType, type RecipeTypeFilter, recipeTypeConditions } from "./findRecipeTypes.js";

/** What recipe types can be ordered by, and how Prisma says it. What has no value comes last, and first in reverse. */
const columns = {
  id: (direction) => ({ id: direction }),
  name: (direction) => ({ name: direction }),
  version: (direction) => ({ version: direction }),
  title: (direction) => ({ title: direction }),
  description: (direction) => ({ description: direction }),
  isActive: (direction) => ({ isActive: direction }),
  revisionNum: (direction) => ({ revisionNum: direction }),
  created: (direction) => ({ created: direction }),
  archived: (direction) => ({ archived: direction }),
  lastModified: (direction) => ({ lastModified: direction }),
  triggerRuleId: (direction) => ({ triggerRuleId: direction }),
  triggerRuleType: (direction) => ({ triggerRule: { type: direction } }),
  triggerRuleName: (direction) => ({ triggerRule: { name: direction } }),
  triggerRuleIsActive: (direction) => ({ triggerRule: { isActive: direction } }),
} as const satisfies Record<string, (direction: Prisma.SortOrder) => Prisma.RecipeTypeOrderByWithRelationInput>;

export type RecipeTypeOrderField = keyof typeof columns;

export interface RecipeTypeOrder {
  readonly field: RecipeTypeOrderField;
  readonly descending: boolean;
}

/** The order where the caller names none. */
const defaultOrder: readonly RecipeTypeOrder[] = [{ field: "lastModified", descending: false }];

/** Finds a page of the list of recipe types by its number. @returns null where there is no such page */
export async function findRecipeTypePage(
  db: Db,
  filter: RecipeTypeFilter,
  order: readonly RecipeTypeOrder[],
  pageNumber: PageNumber,
): Promise<NumberedPage<RecipeType> | null> {
  const count = await countRecipeTypes(db, filter);
  const range = rangeOfPage(count, pageNumber);
  if (!range) return null;
  const { limit: take, offset: skip } = range;
  const where = recipeTypeConditions(filter);
  const rows = await db.prisma.recipeType.findMany({ where, orderBy: orderBy(order.length === 0 ? defaultOrder : order), take, skip });
  return { count, page: range.page, rows };
}

/** The id comes last, in the direction of the field before it, so that no two recipe types are equal. */
function orderBy(order: readonly RecipeTypeOrder[]): Prisma.RecipeTypeOrderByWithRelationInput[] {
  const withId = [...order, { field: "id" as const, descending: order.at(-1)?.descending ?? false }];
  return withId.map(({ field, descending }) => columns[field](descending ? "desc" : "asc"));
}
