import type { Statement } from "../../database.js";
import { addMessage, messageKey } from "../expansionMessage.js";

/**
 * $1 batch, $2 lanes, $3 priority, $4 seconds to wait. Queues one message for each lane, in the caller's transaction. The message takes its
 * place behind those of the same priority, so batches take turns.
 */
export const enqueueExpansion: Statement = {
  name: "enqueue_expansion",
  text: `
    SELECT (${addMessage("$1::int", "lane", "$3::int", "now() + make_interval(secs => $4::float8)")}).id::text
    FROM unnest($2::int[]) AS lane`,
};

/** A batch that is to be expanded, but has no message that would make a worker do so. */
export interface StrandedRow {
  readonly id: number;
  readonly status: string;
  /** The priority in its definition; null where that has none. */
  readonly priority: number | null;
}

/**
 * $1 batch or null for all, $2 lanes. Finds stranded batches, at most the oldest 1,000; the next sweep finds more. It deletes the messages
 * that they still have, and the caller queues new ones.
 *
 * A batch is left alone if a worker has one of its messages in hand, or can take one up within a minute. A message does not count if its
 * attempts are used up, or if the queue has put it off after a fault, which it does for up to six hours.
 */
export const reclaimStranded: Statement = {
  name: "reclaim_stranded",
  text: `
    WITH stranded AS MATERIALIZED (
      SELECT id, status, definition->'priority' AS priority FROM batch b
      WHERE status IN ('SUBMITTED', 'CREATING') AND ($1::int IS NULL OR id = $1::int) AND NOT EXISTS (
        SELECT FROM unnest($2::int[]) AS lane JOIN _private_jobs m ON m.key = ${messageKey("b.id", "lane")}
        WHERE m.locked_at IS NOT NULL OR (m.attempts < m.max_attempts AND m.run_at < now() + interval '1 minute'))
    ), oldest AS MATERIALIZED (
      SELECT id, status, priority FROM stranded ORDER BY id LIMIT 1000
    ), spent AS (
      DELETE FROM _private_jobs m USING oldest CROSS JOIN unnest($2::int[]) AS lane
      WHERE m.key = ${messageKey("oldest.id", "lane")} AND m.locked_at IS NULL
    )
    SELECT id, status, priority FROM oldest ORDER BY id`,
};
