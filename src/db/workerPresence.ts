import { type KeptConnection, keepConnection } from "./keepConnection.js";

/** The first key of the advisory locks that live workers hold; the second is a hash of the worker's id. */
export const workerLockClass = 20_161;

/** A worker counts as hanging when it has not used its connection for this long. A worker that works uses it every five seconds. */
export const workerHangsAfterSeconds = 20;

/**
 * Shows that a worker lives: holds an advisory lock on the worker's id, on a connection of its own. PostgreSQL drops the lock the moment
 * the process dies, and knows when the connection was last used. `unlockDeadWorkers` looks at both. The lock is shared, so that a new
 * connection need not wait for an old one that hangs.
 */
export const holdWorkerPresence = (databaseUrl: string, workerId: string): KeptConnection =>
  keepConnection(databaseUrl, {
    name: "batch-gateway worker",
    prepare: (client) => client.query("SELECT pg_advisory_lock_shared($1, hashtext($2))", [workerLockClass, workerId]),
  });
