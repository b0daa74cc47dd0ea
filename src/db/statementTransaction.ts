import type { Socket } from "node:net";
import pg from "pg";
import type { Statement, StatementWork } from "./database.js";
import { mustPlanAnew } from "./mustPlanAnew.js";

/**
 * Runs work in a transaction of hand-written statements alone, on a connection of the pool. A transaction by Prisma would also have the model
 * API, but takes twice the processor time: 20 instead of 11 ms to report a hundred jobs and to claim as many.
 *
 * Statements that the work sends without waiting for the one before go out together, and run one after the other. If one fails, so do all
 * that follow it. To report a job took eight round trips of 0.4 ms each, and takes two, each with one write to the socket.
 *
 * Each statement has one plan for all values, which is kept for seconds (`mustPlanAnew`). By itself, PostgreSQL would plan most statements of
 * claims and reports anew each time: a sixth of what it does where each request reports one job. A statement whose best plan depends on its
 * values has no place here.
 * @param name what `application_name` is until the transaction ends; set in the message that begins it, it takes no round trip
 * @param queryOf brings a statement into the form that pg takes
 */
export async function statementTransaction<T>(
  pool: pg.Pool,
  name: string | null,
  queryOf: (statement: Statement, values: readonly unknown[]) => pg.QueryConfig,
  work: StatementWork<T>,
): Promise<T> {
  const client = await pool.connect();
  const { stream } = (client as unknown as { connection: { stream: Socket } }).connection;
  let isCorked = false;
  const sendTogether = () => {
    if (isCorked) return;
    isCorked = true;
    stream.cork();
    process.nextTick(() => {
      isCorked = false;
      stream.uncork();
    });
  };
  // As everywhere, statements run by pg's callbacks: its promises keep rows in memory.
  const send = (query: string | pg.QueryConfig): Promise<pg.QueryResult> =>
    new Promise((resolve, reject) => {
      sendTogether();
      client.query(query, (error, result) => (error ? reject(error) : resolve(result)));
    });
  const run = async <Row>(query: pg.QueryConfig): Promise<Row[]> => (await send(query)).rows as Row[];
  let ended: Promise<pg.QueryResult> | undefined;
  const commit = () => {
    ended ??= send("COMMIT");
    // The error of a statement before it comes first.
    ended.catch(() => {});
  };
  try {
    const [, result] = await Promise.all([
      send(beginning(pool, client, name)),
      work({ query: (statement, values = []) => (ended ? Promise.reject(sentTooLate()) : run(queryOf(statement, values))) }, commit),
    ]);
    commit();
    // PostgreSQL answers with ROLLBACK where a statement has failed, even if the work goes on without it.
    if ((await ended)?.command !== "COMMIT") throw new Error("The transaction was rolled back, because a statement has failed");
    client.release();
    return result;
  } catch (error) {
    ended = send("ROLLBACK");
    // A connection on which that fails is of no use either.
    await ended.then(
      () => client.release(),
      () => client.release(true),
    );
    throw error;
  }
}

/** Begins the transaction, and discards the connection's plans first if they have lasted. It is one message. */
function beginning(pool: pg.Pool, client: pg.PoolClient, name: string | null): string {
  const statements = ["BEGIN", "SET LOCAL plan_cache_mode = force_generic_plan"];
  if (name !== null) statements.push(`SET LOCAL application_name = ${pg.escapeLiteral(name)}`);
  if (mustPlanAnew(pool, client)) statements.unshift("DISCARD PLANS");
  return statements.join("; ");
}

const sentTooLate = () => new Error("A statement was sent behind the end of its transaction, so it would run outside of it");
