import type { Db } from "../../database.js";
import { fingerprint, type Match, matchesRecipe } from "../batch/matchedRecipes.js";
import { Parameters } from "../parameters.js";

/**
 * Writes down which recipes a batch matches, in slices of one revision each.
 *
 * A slice is one row with an array of ids. A million recipes of three jobs are 17,000 rows, written in 3 s. A row for each recipe would
 * cost as much again as re-processing some 3,000 recipes, and would leave a queue of a million dead rows.
 * @param sliceSize the most recipes of a slice
 * @returns how many recipes there are, and their fingerprint
 */
export async function fixMatches(
  db: Db,
  batchId: number,
  match: Match,
  sliceSize: number,
): Promise<{ count: number; fingerprint: string }> {
  const parameters = new Parameters();
  const batch = parameters.add(batchId, "int");
  const size = parameters.add(sliceSize, "int");
  const text = `
    WITH matched AS MATERIALIZED (
      SELECT r.id, r.recipe_type_rev_id,
        (row_number() OVER (PARTITION BY r.recipe_type_rev_id ORDER BY r.id) - 1) / ${size} AS slice
      FROM recipe r WHERE ${matchesRecipe(match, parameters)}
    ), slices AS (
      INSERT INTO batch_slice (batch_id, recipe_type_rev_id, recipe_ids)
      SELECT ${batch}, recipe_type_rev_id, array_agg(id ORDER BY id) FROM matched GROUP BY recipe_type_rev_id, slice
      ORDER BY recipe_type_rev_id, slice
    )
    SELECT count(*)::int AS "count", ${fingerprint("matched")} AS "fingerprint" FROM matched`;
  const [row] = await db.query<{ count: number; fingerprint: string }>({ text, isLong: true }, parameters.values);
  return row as { count: number; fingerprint: string };
}
