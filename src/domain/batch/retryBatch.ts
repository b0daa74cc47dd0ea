import type { Db } from "../../db/database.js";
import type { Actor } from "../actor.js";
import { DomainError, notFound } from "../errors.js";
import { type BatchStatus, hasEnded } from "./batchStatus.js";
import { type CreatedBatch, createBatch } from "./createBatch.js";

/**
 * Creates a new batch over exactly the recipes that failed in an ended one, with its definition.
 * @throws {DomainError} NOT_FOUND; CONFLICT where the batch has not ended, or nothing in it has failed
 */
export async function retryBatch(db: Db, actor: Actor, id: number): Promise<CreatedBatch> {
  const batch = await db.prisma.batch.findUnique({ where: { id } });
  if (!batch) throw notFound("batch", id);
  const { status, failedCount, recipeTypeId, title, description, definition } = batch;
  if (!hasEnded(status as BatchStatus)) throw conflict(`Batch ${id} is ${status}: only what has ended can be retried`);
  if (failedCount === 0) throw conflict(`Nothing failed in batch ${id} (${status})`);
  return createBatch(db, actor, { recipeTypeId, title, description, definition }, { retryOfId: id });
}

const conflict = (message: string) => new DomainError({ code: "CONFLICT", path: [], message });
