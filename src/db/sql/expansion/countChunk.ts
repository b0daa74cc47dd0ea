import type { Statement } from "../../database.js";

/** How things stand once a chunk is done. */
export interface CountedRow {
  /** Whether the batch has slices left. It may say so though none is: it sees what there was before it waited for the row. */
  readonly hasSlices: boolean;
  /** Whether other batches wait for a lane. */
  readonly othersWait: boolean;
}

/**
 * $1 batch, $2 recipes made, $3 recipes failed. The last statement of a chunk that does not end its batch: no row comes back where the
 * batch is no longer CREATING, and the chunk must then be rolled back. The row lock that it takes is what pause and cancel wait for, so
 * after they commit no recipe is made; and chunks that run side by side pass here one at a time.
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
