import type { Db, Statement } from "../../database.js";
import { fingerprint, type Match, matchedRecipes } from "../batch/matchedRecipes.js";
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
export async function fixMatches(
  db: Db,
  batchId: number,
  match: Match,
  sliceSize: number,
  newestFirst = false,
): Promise<{ count: number; fingerprint: string }> {
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
  const [row] = await db.query<{ count: number; fingerprint: string }>({ text, isLong: true }, parameters.values);
  return row as { count: number; fingerprint: string };
}

/**
 * $1 batch, $2 the revision that its recipes become, $3 how many it matches. Its slices are written. It follows from them which batch came
 * before: the one that made most of the matched recipes, and of several the newest. Up to about 256 recipes are looked at, which are spread over all
 * slices, because a million take some seconds.
 */
export const noteMatches: Statement = {
  name: "note_matches",
  text: `
    WITH slice AS (
      SELECT recipe_ids, row_number() OVER (ORDER BY id) AS n, count(*) OVER () AS slices FROM batch_slice WHERE batch_id = $1::int
    ), sample AS (
      SELECT unnest(recipe_ids[1:ceil(256.0 / slices)::int]) AS recipe_id FROM slice WHERE n % greatest(slices / 256, 1) = 0
    ), previous AS (
      SELECT b.id, coalesce(b.root_id, b.id) AS root_id
      FROM sample s JOIN batch_recipe r ON r.recipe_id = s.recipe_id JOIN batch b ON b.id = r.batch_id
      GROUP BY b.id ORDER BY count(*) DESC, b.id DESC LIMIT 1
    )
    UPDATE batch SET recipe_type_rev_id = $2::int, total_count = $3::int,
      previous_id = (SELECT id FROM previous), root_id = (SELECT root_id FROM previous)
    WHERE id = $1::int`,
};
