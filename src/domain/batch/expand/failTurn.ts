import type { Db } from "../../../db/database.js";
import { databaseWords } from "../../../db/databaseWords.js";
import { deferRecipe } from "../../../db/sql/expansion/slices.js";
import { cut } from "../../cut.js";
import { finishWork } from "../../execution/finishWork.js";
import { batchCreator } from "../../job/ensureSystemJobType.js";
import type { BatchDefinition } from "../batchDefinition.js";
import { type BatchStatus, canBecome } from "../batchStatus.js";
import { changeStatus, findBatchForUpdate } from "../changeStatus.js";
import { ChunkFailed } from "./expandChunk.js";
import { queueExpansion } from "./queueExpansion.js";

const creatorError = {
  name: "batch-creator-failed",
  title: "Batch creator failed",
  description: "The batch creator gave up after its last try; its log says why",
  category: "SYSTEM",
  isBuiltin: true,
};

/** The most turns in a row that may fail. They are as many as the creator job's `max_tries`. */
const maxFailedTurns = 3;

/**
 * Counts a turn that failed for a reason of the batch's own. The third such turn in a row, with no chunk committed between them, makes the
 * batch FAILED. What it had made stays, and so does what it had still to do. Before the third, the recipe at which the turn failed is put
 * behind all others, and the lane waits. Turns that fail side by side count as one.
 * @param error what `expandBatch` threw
 * @returns how many turns in a row have failed; 0 where the batch is no longer being expanded
 */
export async function failTurn(db: Db, { batchId, lane }: { batchId: number; lane: number }, error: unknown): Promise<number> {
  const seen = error instanceof ChunkFailed ? error.failedTurns : null;
  return db.transaction(async (tx) => {
    const batch = await findBatchForUpdate(tx, batchId);
    if (!canBecome(batch.status as BatchStatus, "FAILED")) return 0;
    const failedTurns = seen === null || seen === batch.failedTurns ? batch.failedTurns + 1 : batch.failedTurns;
    await tx.prisma.batch.update({ where: { id: batchId }, data: { failedTurns } });
    if (failedTurns >= maxFailedTurns) {
      const reason = `The creator failed ${failedTurns} times${describe(error)}`;
      const { id: errorId } = await tx.prisma.error.upsert({ where: { name: creatorError.name }, create: creatorError, update: {} });
      await changeStatus(tx, batch, { to: "FAILED", actor: batchCreator.name, reason, creatorJob: "FAILED", errorId });
      await finishWork(tx, [batchId]);
    } else {
      if (error instanceof ChunkFailed && error.recipeIds.length === 1) await tx.query(deferRecipe, [batchId, error.recipeIds[0]]);
      await queueExpansion(tx, batchId, [lane], batch.definition as BatchDefinition, 2 ** failedTurns);
    }
    return failedTurns;
  });
}

const maxCharacters = 500;

/** Says what callers may read of an error: the recipe, and PostgreSQL's own words. What else an error says is for the log alone. */
function describe(error: unknown): string {
  const isChunk = error instanceof ChunkFailed;
  const [recipeId, ...others] = isChunk ? error.recipeIds : [];
  const place = recipeId !== undefined && others.length === 0 ? `, at last at recipe ${recipeId}` : "";
  const words = databaseWords(isChunk ? error.cause : error)?.originalMessage;
  return words === undefined ? place : `${place}: ${cut(words, maxCharacters)}`;
}
