import { databaseFaultOf } from "../../../db/databaseFault.js";
import { tellQueued } from "../../execution/tellQueued.js";
import { endBatchIfDone } from "./endBatchIfDone.js";
import { ChunkFailed, ChunkRefused, expandChunk } from "./expandChunk.js";
import { openExpansion } from "./openExpansion.js";
import { queueExpansion } from "./queueExpansion.js";
/** How long a lane waits before it looks again, after it has found that other workers have all remaining slices in hand. */
const lookAgainSeconds = 1;
/**
 * Takes a turn at expanding a batch, chunk by chunk, and queues the lane's next turn. If the process is killed, the chunks that were
 * committed are done, and nothing else is. The worker that gets the queue's message next goes on from there. A chunk that fails is tried
 * again at half its size, down to one recipe.
 * @throws {DomainError} NOT_FOUND; CONFLICT where the batch has ended already
 * @throws {ChunkFailed} where the chunk was one recipe, or where the database can't do its work at the moment
 */
export async function expandBatch(db, turn) {
    const expansion = await openExpansion(db, turn.batchId);
    if (!expansion)
        return;
    let delaySeconds = 0;
    let checks = turn.checks;
    for (let othersWait = true; !turn.isOver(othersWait);) {
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
            if (chunk.byChunkError !== null)
                checks = "BY_ROW";
            await tellQueued(db, { batchIds: [turn.batchId] });
            if (chunk.ended)
                return;
            turn.pace.record(chunk.slices, performance.now() - start);
            othersWait = chunk.othersWait;
        }
        catch (error) {
            if (error instanceof ChunkRefused)
                return;
            if (!(error instanceof ChunkFailed) || !isWorthHalving(error))
                throw error;
            turn.pace.halve(error);
        }
    }
    // Two chunks that end side by side may each have seen the slices of the other as still to do. So each looks again.
    if (await db.transaction((tx) => endBatchIfDone(tx, turn.batchId)))
        return;
    await queueExpansion(db, turn.batchId, [turn.lane], expansion.definition, delaySeconds);
}
/** After a timeout, fewer recipes may fit in the time. Where one recipe is at fault, the others may go well without it. */
function isWorthHalving({ recipeIds, cause }) {
    const fault = databaseFaultOf(cause);
    return recipeIds.length > 1 && (fault === null || fault === "INTERRUPTED");
}
