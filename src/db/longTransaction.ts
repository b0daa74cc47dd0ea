import pg from "pg";
import { prepareSession } from "./session.js";

/** Runs a statement. */
export type Run = <Row>(text: string, values?: readonly unknown[]) => Promise<Row[]>;

/**
 * Runs work in a transaction that may take hours, on a connection of its own: those of the pool give no statement more than two minutes.
 * @param options `prepare`: whether the session gets the settings of the gateway's own database. `begin` begins the transaction.
 * @param signal when it is aborted, the transaction is rolled back, and its reason is thrown
 */
export async function longTransaction<T>(
  url: string,
  { prepare, begin = "BEGIN" }: { readonly prepare: boolean; readonly begin?: string },
  work: (run: Run) => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  const client = new pg.Client({
    connectionString: url,
    application_name: "batch-gateway",
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
  });
  client.on("error", () => {});
  await client.connect();
  try {
    if (prepare) await prepareSession(url)(client);
    await client.query(begin);
    if (prepare) await client.query("SET LOCAL idle_in_transaction_session_timeout = 0");
    const result = await work(async (text, values = []) => {
      signal?.throwIfAborted();
      return (await client.query(text, values as unknown[])).rows;
    });
    signal?.throwIfAborted();
    await client.query("COMMIT");
    return result;
  } finally {
    // Without a COMMIT, PostgreSQL rolls back.
    await client.end();
  }
}
