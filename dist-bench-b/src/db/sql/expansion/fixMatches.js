import { fingerprint, matchedRecipes } from "../batch/matchedRecipes.js";
import { Parameters } from "../parameters.js";
/**
 * Writes down which recipes a batch matches, in slices of one revision each, with the same failed jobs to run again. A recipe's age is
 * told by its id.
 *
 * A slice is one row with an array of ids. A million recipes of three jobs are 17,000 rows, written in 3 s. A row for each recipe would
 * cost as much again as re-processing some 3,000 recipes, and would leave a queue of a million dead rows.
 * @param sliceSize the most recipes of a slice
 * @param newestFirst the order of the slices, and of the recipes in each; by default the oldest come first
 * @returns how many recipes there are, and their fingerprint
 */
export async function fixMatches(db, batchId, match, sliceSize, newestFirst = false) {
    const parameters = new Parameters();
    const batch = parameters.add(batchId, "int");
    const size = parameters.add(sliceSize, "int");
    const { from, failedJobs } = matchedRecipes(match, parameters);
    const direction = newestFirst ? "DESC" : "ASC";
    // Most batches have no failed jobs to run again. To group a million recipes by empty lists, too, would take longer.
    const [sources, columns] = failedJobs
        ? [`r.recipe_type_rev_id, ${failedJobs}`, "recipe_type_rev_id, failed_jobs"]
        : ["r.recipe_type_rev_id", "recipe_type_rev_id"];
    const text = `
    WITH matched AS MATERIALIZED (
      SELECT r.id, ${sources}, (row_number() OVER (PARTITION BY ${sources} ORDER BY r.id ${direction}) - 1) / ${size} AS slice
      ${from}
    ), slices AS (
      INSERT INTO batch_slice (batch_id, ${columns}, recipe_ids)
      SELECT ${batch}, ${columns}, array_agg(id ORDER BY id ${direction}) FROM matched GROUP BY ${columns}, slice
      ORDER BY ${newestFirst ? "max(id) DESC" : "min(id)"}
    )
    SELECT count(*)::int AS "count", ${fingerprint("matched")} AS "fingerprint" FROM matched`;
    const [row] = await db.query({ text, isLong: true }, parameters.values);
    return row;
}
