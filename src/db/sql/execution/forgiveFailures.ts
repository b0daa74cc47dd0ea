import type { Statement } from "../../database.js";

/**
 * $1 batches, $2 whether they are resumed. The jobs that are FAILED when a batch is resumed don't count for its `stopAfterFailedJobs`. If
 * fewer are FAILED later, because some were requeued, only so many are not counted.
 */
export const forgiveFailures: Statement = {
  name: "forgive_failures",
  text: `
    UPDATE batch b SET forgiven_failures = CASE WHEN $2::boolean THEN failed.n ELSE least(forgiven_failures, failed.n) END
    FROM unnest($1::int[]) AS named (id) CROSS JOIN LATERAL (
      SELECT coalesce(sum(n), 0) AS n FROM work_tally WHERE batch_id = named.id AND status = 'FAILED'
    ) AS failed
    WHERE b.id = named.id`,
};
