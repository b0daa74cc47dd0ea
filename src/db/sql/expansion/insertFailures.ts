import type { Statement } from "../../database.js";

/** $1 batch, $2 recipe ids, $3 failure codes, $4 messages: three lists of one length. It is one round trip for a chunk. */
export const insertFailures: Statement = {
  name: "insert_failures",
  text: `
    INSERT INTO batch_recipe (batch_id, superseded_recipe_id, failure_code, failure_message, created)
    SELECT $1::int, recipe_id, code, message, now()
    FROM unnest($2::int[], $3::text[], $4::text[]) AS f (recipe_id, code, message)`,
};
