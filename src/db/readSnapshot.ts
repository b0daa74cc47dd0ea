import { BoundedClient } from "./BoundedClient.js";
import type { Database, Statement } from "./database.js";
import { prepareSession } from "./session.js";

/** An hour: a statement may read all that there is. */
const maxMilliseconds = 3_600_000;

/**
 * Reads by some statements what the database holds at one moment. They see nothing that is written meanwhile, and keep nobody waiting. It
 * has a connection of its own, because those of the pool give no statement more than two minutes.
 * @param signal when it is aborted, the reading ends with its reason
 * @returns the rows of each statement
 */
export async function readSnapshot<Row>(
  { url }: Pick<Database, "url">,
  statements: readonly Statement[],
  signal?: AbortSignal,
): Promise<Row[][]> {
  const client = new BoundedClient({ connectionString: url, application_name: "batch-gateway snapshot", query_timeout: maxMilliseconds });
  client.on("error", () => {});
  const cut = () => client.cut(signal?.reason as Error);
  signal?.addEventListener("abort", cut);
  await client.connect();
  try {
    await prepareSession(url)(client);
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    const rows: Row[][] = [];
    for (const { text } of statements) rows.push((await client.query(text)).rows);
    return rows;
  } finally {
    signal?.removeEventListener("abort", cut);
    await client.end();
  }
}
