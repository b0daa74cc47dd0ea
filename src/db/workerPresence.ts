import { type KeptConnection, keepConnection } from "./keepConnection.js";

/** The first key of the advisory locks that live workers hold; the second is a hash of the worker's id. */
export const workerLockClass = 20_161;

/** A worker hangs when it has not used its connection for so long: one that works uses it every five seconds. */
export const workerHangsAfterSeconds = 20;

/**
 * A worker's sign of life: holds an advisory lock on its id on a connection of its own. PostgreSQL drops the lock the moment the
 * process dies, and knows when the connection was last used; `unlockDeadWorkers` looks at both. The lock is shared: a connection that
 * is made anew must not wait for one that hangs.
 */
export const holdWorkerPresence = (databaseUrl: string, workerId: string): KeptConnection =>
  keepConnection(databaseUrl, {
    name: "batch-gateway worker",
    prepare: (client) => client.query("SELECT pg_advisory_lock_shared($1, hashtext($2))", [workerLockClass, workerId]),
  });
