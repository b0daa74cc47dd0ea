import { queueLocks } from "./queueLocks.js";
/** $1 batches, $2 job types. Shares their queues' locks with all others who take jobs out of them. */
export const shareQueues = { name: "share_queues", text: queueLocks("pg_advisory_xact_lock_shared") };
