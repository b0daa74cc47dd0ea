import type { Statement } from "../database.js";

/** A batch that is to be expanded, and that no message makes a worker expand. */
export interface StrandedRow {
  readonly id: number;
  readonly status: string;
  readonly definition: unknown;
}

/**
 * $1 batch or null for all, $2 lanes. A message counts that a worker has in hand or that one can take up within a minute: not one whose
 * attempts are used up, and not one that the queue has put off, for up to six hours, after a fault. What messages such a batch has besides
 * are deleted; the caller queues new ones.
 */
export const findStranded: Statement = {
  name: "find_stranded",
  text: `
    WITH stranded AS MATERIALIZED (
      SELECT id, status, definition, ARRAY(SELECT 'batch:' || id || ':' || lane FROM unnest($2::int[]) AS lane) AS keys
      FROM batch b
      WHERE status IN ('SUBMITTED', 'CREATING') AND ($1::int IS NULL OR id = $1::int) AND NOT EXISTS (
        SELECT FROM unnest($2::int[]) AS lane JOIN _private_jobs m ON m.key = 'batch:' || b.id || ':' || lane
        WHERE m.locked_at IS NOT NULL OR (m.attempts < m.max_attempts AND m.run_at < now() + interval '1 minute'))
    ), spent AS (
      DELETE FROM _private_jobs m USING stranded s WHERE m.key = ANY(s.keys) AND m.locked_at IS NULL
    )
    SELECT id, status, definition FROM stranded`,
};
