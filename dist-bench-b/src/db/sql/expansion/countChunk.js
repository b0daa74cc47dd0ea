/**
 * $1 batch, $2 recipes made, $3 recipes failed. Counts what a chunk has done, as the last statement of a chunk that does not end its batch.
 * No row comes back where the batch is no longer CREATING. The chunk must then be rolled back. Pause and cancel wait for the row lock that
 * this statement takes, so no recipe is made after they commit. Chunks that run side by side pass here one at a time.
 */
export const countChunk = {
    name: "count_chunk",
    text: `
    UPDATE batch SET created_count = created_count + $2::int, failed_count = failed_count + $3::int,
      failed_turns = 0, last_modified = clock_timestamp()
    WHERE id = $1::int AND status = 'CREATING'
    RETURNING EXISTS (SELECT FROM batch_slice WHERE batch_id = $1::int) AS "hasSlices",
      EXISTS (SELECT FROM batch WHERE id <> $1::int AND status IN ('SUBMITTED', 'CREATING')) AS "othersWait"`,
};
