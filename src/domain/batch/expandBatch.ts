import type { Db } from "../../db/database.js";
import { discardSlices } from "../../db/sql/discardSlices.js";
import { ChunkRefused, expandChunk } from "./expandChunk.js";
import { openExpansion } from "./openExpansion.js";
import { queueExpansion } from "./queueExpansion.js";

/** One worker's turn at a batch. */
export interface Turn {
  readonly batchId: number;
  /** Which of the batch's lanes this is. */
  readonly lane: number;
  /**
   * Whether the turn is over, asked between chunks.
   * @param othersWait whether other batches have recipes to make
   */
  isOver(othersWait: boolean): boolean;
  readonly pace: Pace;
}

/** Decides how much is done in one transaction. */
export interface Pace {
  /** Slices for the next chunk. */
  readonly slices: number;
  /** Tells how long a chunk took, in milliseconds. */
  record(slices: number, milliseconds: number): void;
}

/** How soon a lane looks again that found all that is left in the hands of others. */
const lookAgainSeconds = 1;

/**
 * Takes a turn at expanding a batch, chunk by chunk, and queues the lane's next turn. Killed at any moment, it has done its
 * committed chunks and nothing else; whoever gets the queue's message again goes on from there.
 * @throws {DomainError} NOT_FOUND; CONFLICT where the batch has ended already
 */
export async function expandBatch(db: Db, turn: Turn): Promise<void> {
  const expansion = await openExpansion(db, turn.batchId);
  if (!expansion) return;
  try {
    for (let othersWait = true; !turn.isOver(othersWait); ) {
      const start = performance.now();
      const chunk = await expandChunk(db, expansion, turn.pace.slices);
      if (chunk.ended) return;
      if (chunk.slices === 0) {
        // Should they die with it, it comes back, perhaps long after their own messages were taken up and found nothing to do.
        await queueExpansion(db, turn.batchId, [turn.lane], expansion.definition, lookAgainSeconds);
        return;
      }
      turn.pace.record(chunk.slices, performance.now() - start);
      othersWait = chunk.othersWait;
    }
  } catch (error) {
    if (!(error instanceof ChunkRefused)) throw error;
    await db.query(discardSlices, [turn.batchId]);
    return;
  }
  await queueExpansion(db, turn.batchId, [turn.lane], expansion.definition);
}
