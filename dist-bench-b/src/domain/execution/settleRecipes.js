import { blockDescendants } from "../../db/sql/execution/blockDescendants.js";
import { lockRecipes } from "../../db/sql/execution/lockRecipes.js";
import { queueReady } from "../../db/sql/execution/queueReady.js";
import { selectRecipesOf } from "../../db/sql/execution/selectRecipesOf.js";
/**
 * Locks the recipes that hold these jobs and are not superseded, until the transaction ends. Whoever changes the status of jobs in a recipe's
 * graph has this lock, and takes it before the jobs' own. While it is waited for, a recipe can be superseded; then its successor is locked.
 * @returns their ids
 */
export async function lockRecipesOf(tx, jobIds) {
    for (;;) {
        const locked = new Set((await tx.query(lockRecipes, [jobIds])).map(({ id }) => id));
        const all = await tx.query(selectRecipesOf, [jobIds]);
        if (all.every(({ id }) => locked.has(id)))
            return [...locked];
    }
}
/**
 * Brings the jobs of recipes in line with their parents: jobs behind a FAILED or CANCELED one become BLOCKED, or PENDING again where there
 * is none any more. PENDING jobs whose parents are all COMPLETED become QUEUED, with their input data. Recipes whose jobs are all COMPLETED
 * become completed.
 * @param recipeIds locked by `lockRecipesOf`
 */
export async function settleRecipes(tx, recipeIds) {
    if (recipeIds.length === 0)
        return;
    await tx.query(blockDescendants, [recipeIds]);
    await tx.query(queueReady, [recipeIds]);
}
