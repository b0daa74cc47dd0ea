import type { Statement } from "../../database.js";

/**
 * $1 batch, $2 recipe ids, $3 failure codes, $4 messages: three lists of one length, $5 the failed jobs that were to run again. It is one
 * round trip for a chunk.
 */
export const insertFailures: Statement = {
  name: "insert_failures",
  text: `
    INSERT INTO batch_recipe (batch_id, superseded_recipe_id, failure_code, failure_message, failed_jobs, created)
    SELECT $1::int, recipe_id, code, message, $5::text[], now()
    FROM unnest($2::int[], $3::text[], $4::text[]) AS f (recipe_id, code, message)`,
};

/** What there is to do after a chunk. */
export interface CountedRow {
  /**
   * Whether the batch has slices left. It can be true although none is left, because the statement sees what there was before it waited for
   * the batch's row.
   */
  readonly hasSlices: boolean;
  /** Whether other batches wait for a lane. */
  readonly othersWait: boolean;
}

/**
 * $1 batch, $2 recipes made, $3 recipes failed. Counts what a chunk has done, as the last statement of a chunk that does not end its batch.
 * No row comes back where the batch is no longer CREATING. The chunk must then be rolled back. Pause and cancel wait for the row lock that
 * this statement takes, so no recipe is made after they commit. Chunks that run side by side pass here one at a time.
 */
export const countChunk: Statement = {
  name: "count_chunk",
  text: `
    UPDATE batch SET created_count = created_count + $2::int, failed_count = failed_count + $3::int,
      failed_turns = 0, last_modified = clock_timestamp()
    WHERE id = $1::int AND status = 'CREATING'
    RETURNING EXISTS (SELECT FROM batch_slice WHERE batch_id = $1::int) AS "hasSlices",
      EXISTS (SELECT FROM batch WHERE id <> $1::int AND status IN ('SUBMITTED', 'CREATING')) AS "othersWait"`,
};
