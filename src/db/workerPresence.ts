import pg from "pg";

/** The first key of the advisory locks that live workers hold; the second is a hash of the worker's id. */
export const workerLockClass = 20_161;

const retryMilliseconds = 500;

/** A worker's sign of life. */
export interface WorkerPresence {
  release(): Promise<void>;
}

/**
 * Holds an advisory lock on a worker's id on a connection of its own, and takes it anew when the connection breaks. PostgreSQL
 * drops the lock the moment the process dies, and `unlockDeadWorkers` sees that.
 */
export function holdWorkerPresence(databaseUrl: string, workerId: string): WorkerPresence {
  let released = false;
  let client: pg.Client | undefined;
  let retry: NodeJS.Timeout | undefined;

  const connect = async () => {
    if (released) return;
    client = new pg.Client({ connectionString: databaseUrl, application_name: "batch-gateway worker", keepAlive: true });
    client.once("error", () => void client?.end().catch(() => {}));
    client.once("end", () => {
      if (!released) retry = setTimeout(connect, retryMilliseconds);
    });
    try {
      await client.connect();
      await client.query("SELECT pg_advisory_lock($1, hashtext($2))", [workerLockClass, workerId]);
    } catch {
      await client.end().catch(() => {});
    }
  };
  void connect();
  return {
    release: async () => {
      released = true;
      clearTimeout(retry);
      await client?.end().catch(() => {});
    },
  };
}
