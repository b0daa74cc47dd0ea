import type { Statement } from "../../database.js";

/** The first keys of the advisory locks on the queues of batches and of job types; the second is the id. */
const [batchClass, typeClass] = [20_181, 20_182];

const locked = (lock: string): Statement => ({
  text: `
    SELECT ${lock}(class, id) FROM (
      SELECT ${batchClass} AS class, id FROM unnest($1::int[]) AS b (id)
      UNION ALL SELECT ${typeClass}, id FROM unnest($2::int[]) AS t (id)
      ORDER BY 1, 2
    ) AS queue`,
});

/**
 * $1 batches, $2 job types. Both locks last until the transaction ends. Whoever takes jobs out of a queue shares its lock; whoever closes
 * it, or counts what runs, has it alone, and so waits for all others. They are advisory locks, because a lock on the batch's row would keep
 * its creator from counting recipes.
 */
export const shareQueues: Statement = { ...locked("pg_advisory_xact_lock_shared"), name: "share_queues" };
export const lockQueuesAlone: Statement = { ...locked("pg_advisory_xact_lock"), name: "lock_queues" };

/** $1 ids of executions. Shares the locks of their batches' queues. */
export const shareQueuesOf: Statement = {
  name: "share_queues_of",
  text: `
    SELECT pg_advisory_xact_lock_shared(${batchClass}, batch_id) FROM (
      SELECT DISTINCT j.batch_id FROM job_exe e JOIN job j ON j.id = e.job_id WHERE e.id = ANY($1::bigint[]) AND j.batch_id IS NOT NULL
      ORDER BY 1
    ) AS queue`,
};
