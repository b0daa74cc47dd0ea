import type { Db } from "../../db/database.js";
import type { RecipeType as Model, Prisma } from "../../db/generated/client.js";
import { type recipeTypeColumns, selectRecipeTypes } from "../../db/sql/catalogue/selectByIds.js";
import { findWindowById, type Page, type Window } from "../page.js";
import { type TextTimes, textTimes } from "../textTimes.js";

export type RecipeType = TextTimes<Model>;

export interface RecipeTypeFilter {
  readonly names?: readonly string[];
  /** A part of the name or the title. Upper and lower case count as the same. */
  readonly search?: string;
  readonly isActive?: boolean;
}

/** A recipe type without its definition, which can be long. */
export type RecipeTypeRow = Pick<RecipeType, (typeof recipeTypeColumns)[number]>;

export const findRecipeTypesById = async (db: Db, ids: readonly number[]): Promise<RecipeType[]> =>
  (await db.prisma.recipeType.findMany({ where: { id: { in: [...ids] } } })).map(textTimes);

/** Finds recipe types without their definitions, in any order. */
export const findRecipeTypeRowsById = (db: Db, ids: readonly number[]): Promise<RecipeTypeRow[]> =>
  db.query<RecipeTypeRow>(selectRecipeTypes, [ids]);

/** Finds the definitions of recipe types, in any order. */
export const findDefinitionsById = (db: Db, ids: readonly number[]): Promise<Pick<RecipeType, "id" | "definition">[]> =>
  db.prisma.recipeType.findMany({ where: { id: { in: [...ids] } }, select: { id: true, definition: true } });

/** Finds a window of the recipe types in the order of their ids. */
export const findRecipeTypes = (db: Db, filter: RecipeTypeFilter, window: Window): Promise<Page<RecipeTypeRow>> =>
  findWindowById(window, async ({ where, ...range }) => {
    const rows = await db.prisma.recipeType.findMany({ where: { ...conditions(filter), id: where }, ...range, omit: { definition: true } });
    return rows.map(textTimes);
  });

export const countRecipeTypes = (db: Db, filter: RecipeTypeFilter): Promise<number> =>
  db.prisma.recipeType.count({ where: conditions(filter) });

const conditions = ({ names, search, isActive }: RecipeTypeFilter): Prisma.RecipeTypeWhereInput => ({
  ...(names && { name: { in: [...names] } }),
  ...(search !== undefined && { OR: [{ name: contains(search) }, { title: contains(search) }] }),
  ...(isActive !== undefined && { isActive }),
});

/** Prisma leaves the signs of LIKE's patterns as they are. */
const contains = (part: string) => ({ contains: part.replaceAll(/[\\%_]/g, "\\$&"), mode: "insensitive" }) as const;
