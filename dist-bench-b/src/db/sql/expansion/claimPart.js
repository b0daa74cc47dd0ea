/**
 * $1 batch, $2 a number below 1. Takes that part of the batch's next slice, one recipe at least, and leaves the rest in the slice. It is
 * for slices that fail as a whole. Its rows are those of `claimSlices`.
 */
export const claimPart = {
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
