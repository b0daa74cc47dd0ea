import { Parameters } from "../parameters.js";
import { fingerprint, matchedRecipes, matchesRecipe } from "./matchedRecipes.js";
/** Counts what a batch matches, by revision, in one pass over an index (Prisma's groupBy knows neither EXISTS nor bit_xor). */
export async function countMatches(db, match) {
    const parameters = new Parameters();
    const { from, failedJobs } = matchedRecipes(match, parameters);
    const text = `
    SELECT r.recipe_type_rev_id AS "revisionId", ${failedJobs ?? "'{}'::text[]"} AS "failedJobs", count(*)::int AS "count",
      ${fingerprint("r")} AS "fingerprint"
    ${from}
    GROUP BY r.recipe_type_rev_id ${failedJobs ? `, ${failedJobs}` : ""} ORDER BY 1, 2`;
    return db.query({ text }, parameters.values);
}
/** Counts the input files of what a batch matches, each once. */
export async function countMatchedFiles(db, match) {
    const parameters = new Parameters();
    const text = `
    SELECT count(DISTINCT rf.scale_file_id)::int AS "count"
    FROM recipe r JOIN recipe_file rf ON rf.recipe_id = r.id WHERE ${matchesRecipe(match, parameters)}`;
    const [row] = await db.query({ text }, parameters.values);
    return row?.count ?? 0;
}
/**
 * Tells for each of the others whether there is a recipe that both it and `match` match. One statement asks for all of them, and contains
 * equal ones only once.
 */
export async function findOverlaps(db, match, others) {
    const distinct = new Map(others.map((other) => [JSON.stringify(other), other]));
    const parameters = new Parameters();
    const own = matchesRecipe(match, parameters);
    const overlaps = [...distinct.values()].map((other) => `EXISTS (SELECT FROM recipe r WHERE ${own} AND ${matchesRecipe(other, parameters)})`);
    if (overlaps.length === 0)
        return [];
    const text = `SELECT ARRAY[${overlaps.join(", ")}] AS "overlaps"`;
    const [row] = await db.query({ text }, parameters.values);
    const found = new Map([...distinct.keys()].map((key, i) => [key, row?.overlaps[i] === true]));
    return others.map((other) => found.get(JSON.stringify(other)) === true);
}
