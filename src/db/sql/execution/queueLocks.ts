import type { Statement } from "../../database.js";

/** The first keys of the advisory locks on the queues of batches and of job types; the second is the id. */
export const [batchQueueClass, typeQueueClass] = [20_181, 20_182] as const;

/**
 * The SQL that takes locks on queues, which last until the transaction ends: $1 batches, $2 job types. Whoever takes jobs out of a queue
 * shares its lock; whoever closes it, or counts what runs, has it alone, and so waits for all others. They are advisory locks, because a
 * lock on the batch's row would keep its creator from counting recipes.
 */
const queueLocks = (lock: "pg_advisory_xact_lock" | "pg_advisory_xact_lock_shared"): string => `
    SELECT ${lock}(class, id) FROM (
      SELECT ${batchQueueClass} AS class, id FROM unnest($1::int[]) AS b (id)
      UNION ALL SELECT ${typeQueueClass}, id FROM unnest($2::int[]) AS t (id)
      ORDER BY 1, 2
    ) AS queue`;

/** $1 batches, $2 job types. Shares their queues' locks with all others who take jobs out of them. */
export const shareQueues: Statement = { name: "share_queues", text: queueLocks("pg_advisory_xact_lock_shared") };

/** $1 batches, $2 job types. Waits until nobody else has their queues' locks, and keeps all others from them. */
export const lockQueuesAlone: Statement = { name: "lock_queues_alone", text: queueLocks("pg_advisory_xact_lock") };
