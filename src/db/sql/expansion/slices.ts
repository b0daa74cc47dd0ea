import type { Statement } from "../../database.js";

/** A part of what a batch has still to do: recipes of one revision that have the same failed jobs to run again. */
export interface SliceRow {
  readonly revisionId: number;
  readonly failedJobs: string[];
  readonly recipeIds: number[];
}

/**
 * $1 batch, $2 the most slices. Takes slices that share a plan, in their order, and deletes them. That is committed together with the
 * recipes that are made of them, or not at all. SKIP LOCKED lets any number of workers take from one batch. Prisma has neither that nor
 * DELETE … RETURNING.
 */
export const claimSlices: Statement = {
  name: "claim_slices",
  text: `
    WITH next AS (
      SELECT id, recipe_type_rev_id, failed_jobs FROM batch_slice
      WHERE batch_id = $1::int ORDER BY id LIMIT $2::int FOR UPDATE SKIP LOCKED
    ), first AS (
      SELECT recipe_type_rev_id, failed_jobs FROM next ORDER BY id LIMIT 1
    ), taken AS (
      DELETE FROM batch_slice s USING next JOIN first USING (recipe_type_rev_id, failed_jobs)
      WHERE s.id = next.id
      RETURNING s.*
    )
    SELECT recipe_type_rev_id AS "revisionId", failed_jobs AS "failedJobs", recipe_ids AS "recipeIds" FROM taken ORDER BY id`,
};

/**
 * $1 batch, $2 a number below 1. Takes that part of the batch's next slice, one recipe at least, and leaves the rest in the slice. It is
 * for slices that fail as a whole. Its rows are those of `claimSlices`.
 */
export const claimPart: Statement = {
  name: "claim_part",
  text: `
    WITH next AS (
      SELECT id, recipe_type_rev_id, failed_jobs, recipe_ids, greatest(1, floor(cardinality(recipe_ids) * $2::float8))::int AS size
      FROM batch_slice WHERE batch_id = $1::int ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED
    ), shortened AS (
      UPDATE batch_slice s SET recipe_ids = next.recipe_ids[next.size + 1:] FROM next
      WHERE s.id = next.id AND cardinality(next.recipe_ids) > next.size
    ), done AS (
      DELETE FROM batch_slice s USING next WHERE s.id = next.id AND cardinality(next.recipe_ids) <= next.size
    )
    SELECT recipe_type_rev_id AS "revisionId", failed_jobs AS "failedJobs", recipe_ids[:size] AS "recipeIds" FROM next`,
};

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
