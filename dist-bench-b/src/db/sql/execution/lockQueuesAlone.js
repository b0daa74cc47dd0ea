import { queueLocks } from "./queueLocks.js";
/** $1 batches, $2 job types. Waits until nobody else has their queues' locks, and keeps all others from them. */
export const lockQueuesAlone = { name: "lock_queues_alone", text: queueLocks("pg_advisory_xact_lock") };
