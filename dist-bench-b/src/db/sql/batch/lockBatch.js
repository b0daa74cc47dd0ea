/** $1 batch. FOR NO KEY UPDATE lets rows that refer to the batch be inserted while it is locked. Prisma has no row locks. */
export const lockBatch = {
    name: "lock_batch",
    text: `
    SELECT id, status, recipe_type_id AS "recipeTypeId", recipe_type_rev_id AS "recipeTypeRevId", creator_job_id AS "creatorJobId",
      definition, retry_of_id AS "retryOfId", created_by AS "createdBy",
      failed_turns AS "failedTurns", work_state AS "workState", work_started IS NOT NULL AS "hasStarted"
    FROM batch WHERE id = $1::int FOR NO KEY UPDATE`,
};
