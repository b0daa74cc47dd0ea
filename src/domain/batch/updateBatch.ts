import type { Db } from "../../db/database.js";
import { notFound, refuse } from "../errors.js";
import { checkTexts } from "./checkBatch.js";

/** What can be changed of a batch: not its definition. Undefined leaves a field as it is; null empties it. */
export interface BatchChanges {
  readonly title?: string | null | undefined;
  readonly description?: string | null | undefined;
}

/**
 * Changes a batch's title or description.
 * @throws {DomainError} NOT_FOUND; INVALID that names the field
 */
export async function updateBatch(db: Db, id: number, { title, description }: BatchChanges): Promise<void> {
  refuse(checkTexts({ title, description }));
  const { count } = await db.prisma.batch.updateMany({
    where: { id },
    data: { ...(title !== undefined && { title }), ...(description !== undefined && { description }), lastModified: new Date() },
  });
  if (count === 0) throw notFound("batch", id);
}
