import { databaseFaultOf } from "../../../db/databaseFault.js";
import { claimPart } from "../../../db/sql/expansion/claimPart.js";
import { claimSlices } from "../../../db/sql/expansion/claimSlices.js";
import { countChunk } from "../../../db/sql/expansion/countChunk.js";
import { insertFailures } from "../../../db/sql/expansion/insertFailures.js";
import { insertRecipesAndJobs } from "../../../db/sql/expansion/insertRecipesAndJobs.js";
import { insertRecipesAndLock } from "../../../db/sql/expansion/insertRecipesAndLock.js";
import { switchKeyTriggers } from "../../../db/sql/expansion/switchKeyTriggers.js";
import { whyUnusable } from "../../../db/sql/expansion/whyUnusable.js";
import { settleRecipes } from "../../execution/settleRecipes.js";
import { endBatchIfDone } from "./endBatchIfDone.js";
import { plannedJobs } from "./plannedJobs.js";
/** The batch was paused, canceled or failed while the chunk was in hand: nothing of the chunk stays. */
export class ChunkRefused extends Error {
}
/** The chunk failed, and nothing of it stays. The cause says why. */
export class ChunkFailed extends Error {
    failedTurns;
    slices;
    recipeIds;
    constructor(
    /** The batch's `failedTurns` when the turn began. */
    failedTurns, 
    /** How many slices it had taken; below 1, a part of one. */
    slices, recipeIds, cause) {
        super(recipeIds.length === 1 ? `Recipe ${recipeIds[0]} failed` : `A chunk of ${recipeIds.length} recipes failed`, { cause });
        this.failedTurns = failedTurns;
        this.slices = slices;
        this.recipeIds = recipeIds;
    }
}
/**
 * Re-processes the next slices of a batch, in one transaction: either all of it stays, or nothing. A chunk that fails with its foreign keys
 * checked BY_CHUNK is done again BY_ROW. Where a row is gone that new rows refer to, it then fails by PostgreSQL's own words.
 * @param slices the most slices to take; below 1, a part of one
 * @returns null where no slices are left, except those that other workers have in hand
 * @throws {ChunkRefused}
 * @throws {ChunkFailed}
 */
export async function expandChunk(db, expansion, slices, checks) {
    let recipeIds = [];
    let taken = 0;
    try {
        return await db.transaction(async (tx) => {
            const claimed = await tx.query(slices < 1 ? claimPart : claimSlices, [expansion.batchId, slices]);
            recipeIds = claimed.flatMap((slice) => slice.recipeIds);
            taken = Math.min(slices, claimed.length);
            return claimed[0] ? await expandSlices(tx, { ...expansion, checks }, claimed[0], recipeIds, taken) : null;
        });
    }
    catch (error) {
        if (error instanceof ChunkRefused || recipeIds.length === 0)
            throw error;
        if (checks === "BY_CHUNK" && databaseFaultOf(error) === null) {
            const chunk = await expandChunk(db, expansion, slices, "BY_ROW");
            return chunk && { ...chunk, byChunkError: error };
        }
        throw new ChunkFailed(expansion.failedTurns, taken, recipeIds, error);
    }
}
async function expandSlices(tx, expansion, source, recipeIds, slices) {
    const { batchId } = expansion;
    const plan = await expansion.planOf(tx, source);
    const { made, failures } = await reprocess(tx, expansion, plan, recipeIds);
    if (failures.length > 0)
        await recordFailures(tx, batchId, source, failures);
    const [counted] = await tx.query(countChunk, [batchId, made, failures.length]);
    if (!counted)
        throw new ChunkRefused(`Batch ${batchId} is no longer being created`);
    const { hasSlices, othersWait } = counted;
    return {
        slices,
        made,
        failed: failures.length,
        ended: !hasSlices && (await endBatchIfDone(tx, batchId)),
        othersWait,
        byChunkError: null,
    };
}
const superseded = { code: "SUPERSEDED", message: "The recipe was superseded after the batch had matched it" };
const jobsMissing = {
    code: "JOBS_MISSING",
    message: "The recipe lacks a job that its revision has and that would be kept",
};
/** @returns how many recipes were made, and which could not be re-processed; a recipe that has been deleted is neither */
async function reprocess(tx, expansion, plan, recipeIds) {
    const { failure } = plan;
    if (failure)
        return { made: 0, failures: recipeIds.map((recipeId) => ({ recipeId, ...failure })) };
    const rows = await makeRecipes(tx, expansion.checks, [
        expansion.batchId,
        recipeIds,
        expansion.revisionId,
        JSON.stringify({ user: expansion.actor }),
        JSON.stringify(plannedJobs(plan, expansion.priority)),
        supersededJobNames(plan),
        keptJobNames(plan),
    ]);
    // What is kept may have ended, for good or bad, while the chunk waited for the old recipes.
    await settleRecipes(tx, rows.flatMap(({ unsettledId }) => unsettledId ?? []));
    const left = rows.flatMap(({ leftId }) => leftId ?? []);
    const made = recipeIds.length - left.length;
    if (left.length === 0)
        return { made, failures: [] };
    const unusable = await tx.query(whyUnusable, [left]);
    return { made, failures: unusable.map(({ id, isSuperseded }) => ({ recipeId: id, ...(isSuperseded ? superseded : jobsMissing) })) };
}
/** @param values those of `insertRecipesAndJobs` */
async function makeRecipes(tx, checks, values) {
    if (checks === "BY_ROW")
        return tx.query(insertRecipesAndJobs, values);
    await tx.query(switchKeyTriggers, ["replica"]);
    const rows = await tx.query(insertRecipesAndLock, values);
    await tx.query(switchKeyTriggers, ["origin"]);
    if (rows.some(({ isMissing }) => isMissing))
        throw new Error("A row is gone that new rows refer to");
    return rows;
}
/** The names, in the old revision, of the jobs that are kept. */
const keptJobNames = ({ jobs }) => jobs.flatMap((job) => (job.action === "KEEP" ? [job.previousName] : []));
/** The names, in the old revision, of the jobs that are run again or removed. */
const supersededJobNames = ({ jobs }) => jobs.flatMap((job) => (job.action === "RERUN" ? [job.previousName] : job.action === "REMOVE" ? [job.name] : []));
async function recordFailures(tx, batchId, { failedJobs }, failures) {
    const columns = [failures.map(({ recipeId }) => recipeId), failures.map(({ code }) => code), failures.map(({ message }) => message)];
    await tx.query(insertFailures, [batchId, ...columns, failedJobs]);
}
