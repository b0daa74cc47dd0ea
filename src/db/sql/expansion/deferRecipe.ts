import type { Statement } from "../../database.js";

/** $1 batch, $2 the first recipe of one of its slices. Moves the recipe behind all others, so that the others need not wait for it. */
export const deferRecipe: Statement = {
  name: "defer_recipe",
  text: `
    WITH held AS (
      SELECT id, recipe_type_rev_id, failed_jobs, recipe_ids FROM batch_slice
      WHERE batch_id = $1::int AND recipe_ids[1] = $2::int FOR UPDATE SKIP LOCKED
    ), shortened AS (
      UPDATE batch_slice s SET recipe_ids = held.recipe_ids[2:] FROM held WHERE s.id = held.id AND cardinality(held.recipe_ids) > 1
    ), done AS (
      DELETE FROM batch_slice s USING held WHERE s.id = held.id AND cardinality(held.recipe_ids) = 1
    )
    INSERT INTO batch_slice (batch_id, recipe_type_rev_id, failed_jobs, recipe_ids)
    SELECT $1::int, recipe_type_rev_id, failed_jobs, ARRAY[$2::int] FROM held`,
};
