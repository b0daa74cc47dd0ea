import pg from "pg";
import { connectionTimeoutMillis } from "./BoundedClient.js";
import { prepareSession } from "./session.js";

/** Runs a statement. */
export type Run = <Row>(text: string, values?: readonly unknown[]) => Promise<Row[]>;

/** How long a statement may take, in milliseconds. A database that no longer answers is not noticed before. */
const query_timeout = 3_600_000;

/**
 * Runs work in a transaction that may take hours, on a connection of its own: those of the pool give no statement more than two minutes.
 * @param options `prepare`: whether the session gets the settings of the gateway's own database. `isSnapshot`: whether the work only reads,
 * all of it what the database holds at one moment; it then keeps nobody waiting
 * @param signal when it is aborted, the connection is cut, so that PostgreSQL rolls back, and its reason is thrown
 */
export async function longTransaction<T>(
  url: string,
  { prepare, isSnapshot }: { readonly prepare: boolean; readonly isSnapshot: boolean },
  work: (run: Run) => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  const client = new pg.Client({
    connectionString: url,
    application_name: "batch-gateway",
    connectionTimeoutMillis,
    keepAlive: true,
    query_timeout,
  });
  client.on("error", () => {});
  await client.connect();
  const cut = () => client.connection.stream.destroy(signal?.reason as Error);
  signal?.addEventListener("abort", cut);
  try {
    if (prepare) await prepareSession(url)(client);
    await client.query(isSnapshot ? "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY" : "BEGIN");
    if (prepare) await client.query("SET LOCAL idle_in_transaction_session_timeout = 0");
    const result = await work(async (text, values = []) => {
      signal?.throwIfAborted();
      return (await client.query(text, values as unknown[])).rows;
    });
    signal?.throwIfAborted();
    await client.query("COMMIT");
    return result;
  } finally {
    signal?.removeEventListener("abort", cut);
    // Without a COMMIT, PostgreSQL rolls back.
    await client.end();
  }
}
