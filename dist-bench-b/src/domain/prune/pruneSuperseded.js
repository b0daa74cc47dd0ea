import { markPruned } from "../../db/sql/prune/markPruned.js";
import { pruneJobs } from "../../db/sql/prune/pruneJobs.js";
import { pruneRecipeFiles } from "../../db/sql/prune/pruneRecipeFiles.js";
import { selectPrunable } from "../../db/sql/prune/selectPrunable.js";
import { selectPrunableFiles } from "../../db/sql/prune/selectPrunableFiles.js";
/** Jobs or recipes that are looked at, at a time. Where all of them are pruned, the transaction takes some 50 ms. */
const stretch = 1000;
/**
 * Removes what only hangs on jobs and recipes that are superseded and done: executions with their logs, the jobs' documents, and the recipes'
 * links to files. The recipes and jobs stay, so chains and counts do, too. Each step is a transaction of its own, and waits for no lock.
 * @param days since when they must have been superseded, and the jobs must have ended
 * @param isDry whether it is only counted
 */
export async function pruneSuperseded(db, days, isDry, signal) {
    const pruned = { jobs: 0, executions: 0, recipeFiles: 0 };
    for (let after = 0; after !== null && !signal.aborted;) {
        const [found] = await db.query(selectPrunable, [after, stretch, days]);
        after = found?.last ?? null;
        if (!found || found.jobIds.length === 0)
            continue;
        if (!isDry && found.batchIds.length > 0)
            await db.query(markPruned, [found.batchIds]);
        const counts = { jobs: found.jobIds.length, executions: found.executions };
        const [done = counts] = isDry ? [] : await db.query(pruneJobs, [found.jobIds]);
        pruned.jobs += done.jobs;
        pruned.executions += done.executions;
    }
    for (let after = 0; after !== null && !signal.aborted;) {
        const [found] = await db.query(selectPrunableFiles, [after, stretch, days]);
        after = found?.last ?? null;
        if (!found || found.ids.length === 0)
            continue;
        pruned.recipeFiles += isDry ? found.ids.length : (await db.query(pruneRecipeFiles, [found.ids])).length;
    }
    return pruned;
}
