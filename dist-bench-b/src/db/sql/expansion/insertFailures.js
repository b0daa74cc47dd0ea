/**
 * $1 batch, $2 recipe ids, $3 failure codes, $4 messages: three lists of one length, $5 the failed jobs that were to run again. It is one
 * round trip for a chunk.
 */
export const insertFailures = {
    name: "insert_failures",
    text: `
    INSERT INTO batch_recipe (batch_id, superseded_recipe_id, failure_code, failure_message, failed_jobs, created)
    SELECT $1::int, recipe_id, code, message, $5::text[], now()
    FROM unnest($2::int[], $3::text[], $4::text[]) AS f (recipe_id, code, message)`,
};
