import type { Db } from "../../../db/database.js";
import { describeBatch } from "../../../db/sql/batch/describeBatch.js";
import { notFound, refuse } from "../../errors.js";
import { checkTexts } from "../create/checkBatch.js";

/** What can be changed of a batch. Its definition can't. Undefined leaves a field as it is; null empties it. */
export interface BatchChanges {
  readonly title?: string | null | undefined;
  readonly description?: string | null | undefined;
}

/** Changes a batch's title or description. @throws {DomainError} NOT_FOUND; INVALID or TOO_LARGE about the field */
export async function updateBatch(db: Db, id: number, { title, description }: BatchChanges): Promise<void> {
  refuse(checkTexts({ title, description }));
  const changed = await db.query(describeBatch, [id, title !== undefined, title, description !== undefined, description]);
  if (changed.length === 0) throw notFound("batch", id);
}
