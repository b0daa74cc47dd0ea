import type { Statement } from "../../database.js";

/** $1 batch. Counts the recipes that it matched and has not come to yet. */
export const countLeft: Statement = {
  text: `SELECT coalesce(sum(cardinality(recipe_ids)), 0)::int AS "left" FROM batch_slice WHERE batch_id = $1::int`,
};
