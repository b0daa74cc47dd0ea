import type { Db } from "../../../db/database.js";
import { databaseFaultOf } from "../../../db/databaseFault.js";
import { tellQueued } from "../../execution/tellQueued.js";
import { endBatchIfDone } from "./endBatchIfDone.js";
import { type Chunk, ChunkFailed, ChunkRefused, expandChunk } from "./expandChunk.js";
import type { KeyChecks } from "./keyChecks.js";
import { openExpansion } from "./openExpansion.js";
import { queueExpansion } from "./queueExpansion.js";

export interface Turn {
  readonly batchId: number;
  /** Which of the batch's lanes this is. */
  readonly lane: number;
  /**
   * Whether the turn is over. This is asked before each chunk.
   * @param othersWait whether other batches wait for a lane. Only a chunk finds that out, so it is true before the first chunk.
   */
  isOver(othersWait: boolean): boolean;
  readonly pace: Pace;
  readonly checks: KeyChecks;
  /** Told of each chunk that was done. */
  onChunk?(chunk: Chunk): void;
}

/** Decides how much is done in one transaction. */
export interface Pace {
  /** How many slices the next chunk takes; below 1, a part of one. */
  readonly slices: number;
  /** Tells how long a chunk took, in milliseconds. */
  record(slices: number, milliseconds: number): void;
  /** Tells that a chunk failed, and that smaller ones may go well. */
  halve(failed: ChunkFailed): void;
}

/** How long a lane waits before it looks again, after it has found that other workers have all remaining slices in hand. */
const lookAgainSeconds = 1;

/**
 * Takes a turn at expanding a batch, chunk by chunk, and queues the lane's next turn. If the process is killed, the chunks that were
 * committed are done, and nothing else is. The worker that gets the queue's message next goes on from there. A chunk that fails is tried
 * again at half its size, down to one recipe.
 * @throws {DomainError} NOT_FOUND; CONFLICT where the batch has ended already
 * @throws {ChunkFailed} where the chunk was one recipe, or where the database can't do its work at the moment
 */
export async function expandBatch(db: Db, turn: Turn): Promise<void> {
  const expansion = await openExpansion(db, turn.batchId);
  if (!expansion) return;
  let delaySeconds = 0;
  let checks = turn.checks;
  for (let othersWait = true; !turn.isOver(othersWait); ) {
    const start = performance.now();
    try {
      const chunk = await expandChunk(db, expansion, turn.pace.slices, checks);
      if (!chunk) {
        // The workers that have the last slices in hand may die. Then the slices come back, perhaps after all other lanes have ended. So
        // this lane looks again.
        delaySeconds = lookAgainSeconds;
        break;
      }
      turn.onChunk?.(chunk);
      // What made the chunk fail may make the next one fail, too.
      if (chunk.byChunkError !== null) checks = "BY_ROW";
      await tellQueued(db, { batchIds: [turn.batchId] });
      if (chunk.ended) return;
      turn.pace.record(chunk.slices, performance.now() - start);
      othersWait = chunk.othersWait;
    } catch (error) {
      if (error instanceof ChunkRefused) return;
      if (!(error instanceof ChunkFailed) || !isWorthHalving(error)) throw error;
      turn.pace.halve(error);
    }
  }
  // Two chunks that end side by side may each have seen the slices of the other as still to do. So each looks again.
  if (await db.transaction((tx) => endBatchIfDone(tx, turn.batchId))) return;
  await queueExpansion(db, turn.batchId, [turn.lane], expansion.definition, delaySeconds);
}

/** After a timeout, fewer recipes may fit in the time. Where one recipe is at fault, the others may go well without it. */
function isWorthHalving({ recipeIds, cause }: ChunkFailed): boolean {
  const fault = databaseFaultOf(cause);
  return recipeIds.length > 1 && (fault === null || fault === "INTERRUPTED");
}
