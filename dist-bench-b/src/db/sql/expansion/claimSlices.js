/**
 * $1 batch, $2 the most slices. Takes slices that share a plan, in their order, and deletes them. That is committed together with the
 * recipes that are made of them, or not at all. SKIP LOCKED lets any number of workers take from one batch. Prisma has neither that nor
 * DELETE … RETURNING.
 */
export const claimSlices = {
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
