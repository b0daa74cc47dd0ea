import type { Db } from "../../db/database.js";
import type { RecipeType } from "../../db/generated/client.js";

export async function currentRevisionId(db: Db, { id, revisionNum }: Pick<RecipeType, "id" | "revisionNum">): Promise<number> {
  const where = { recipeTypeId_revisionNum: { recipeTypeId: id, revisionNum } };
  return (await db.prisma.recipeTypeRevision.findUniqueOrThrow({ where, select: { id: true } })).id;
}
