import type { Statement } from "../../database.js";

/** A batch whose row is locked. */
export interface LockedBatch {
  readonly id: number;
  readonly status: string;
  readonly recipeTypeId: number;
  /** Null until the batch's matches are fixed. */
  readonly recipeTypeRevId: number | null;
  readonly creatorJobId: number | null;
  readonly definition: unknown;
  readonly retryOfId: number | null;
  readonly failedTurns: number;
  readonly workState: string;
  /** Whether any of its jobs was handed out. */
  readonly hasStarted: boolean;
}

/** $1 batch. FOR NO KEY UPDATE lets rows that refer to the batch be inserted while it is locked. Prisma has no row locks. */
export const lockBatch: Statement = {
  name: "lock_batch",
  text: `
    SELECT id, status, recipe_type_id AS "recipeTypeId", recipe_type_rev_id AS "recipeTypeRevId", creator_job_id AS "creatorJobId",
      definition, retry_of_id AS "retryOfId", failed_turns AS "failedTurns", work_state AS "workState", work_started IS NOT NULL AS "hasStarted"
    FROM batch WHERE id = $1::int FOR NO KEY UPDATE`,
};

/**
 * Changes a batch's status: $1 batch, $2 its old status, $3 its new one, $4 actor, $5 reason or null. The change and its history are one
 * statement.
 */
export const moveBatch: Statement = {
  name: "move_batch",
  text: `
    WITH moved AS (
      UPDATE batch SET status = $3::text, last_modified = clock_timestamp() WHERE id = $1::int RETURNING id, last_modified
    )
    INSERT INTO batch_event (batch_id, "from", "to", actor, reason, occurred)
    SELECT id, $2::text, $3::text, $4::text, $5::text, last_modified FROM moved`,
};
