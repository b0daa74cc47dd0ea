import type { Db } from "../../db/database.js";
import type { RecipeType, RecipeTypeRevision } from "../../db/generated/client.js";
import { type TextTimes, textTimes } from "../textTimes.js";

/** A revision without its definition, which can be long. */
export type RecipeTypeRevisionRow = Omit<TextTimes<RecipeTypeRevision>, "definition">;

/** The most revisions that are found at once. */
export const maxRevisions = 1000;

/**
 * Finds revisions of a recipe type, the latest first.
 * @param revisionNums only these; null: all
 */
export async function findRecipeTypeRevisions(
  db: Db,
  recipeTypeId: number,
  revisionNums: readonly number[] | null,
): Promise<RecipeTypeRevisionRow[]> {
  const rows = await db.prisma.recipeTypeRevision.findMany({
    where: { recipeTypeId, ...(revisionNums && { revisionNum: { in: [...revisionNums] } }) },
    omit: { definition: true },
    orderBy: { revisionNum: "desc" },
    take: maxRevisions,
  });
  return rows.map(textTimes);
}

/** Finds the definitions of revisions, in any order. */
export const findRevisionDefinitionsById = (db: Db, ids: readonly number[]): Promise<Pick<RecipeTypeRevision, "id" | "definition">[]> =>
  db.prisma.recipeTypeRevision.findMany({ where: { id: { in: [...ids] } }, select: { id: true, definition: true } });

export async function currentRevisionId(db: Db, { id, revisionNum }: Pick<RecipeType, "id" | "revisionNum">): Promise<number> {
  const where = { recipeTypeId_revisionNum: { recipeTypeId: id, revisionNum } };
  return (await db.prisma.recipeTypeRevision.findUniqueOrThrow({ where, select: { id: true } })).id;
}
