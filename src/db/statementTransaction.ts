import type pg from "pg";
import type { Statement, StatementWork } from "./database.js";
import type { PreparedQuery } from "./PreparedQuery.js";
import { StatementBatch } from "./StatementBatch.js";
import { beginWork } from "./session.js";

const begin: Statement = { name: "begin", text: "BEGIN" };
const commitAll: Statement = { name: "commit", text: "COMMIT" };
const rollback: Statement = { name: "rollback", text: "ROLLBACK" };
const discardPlans: Statement = { name: "discard_plans", text: "DISCARD PLANS" };

/**
 * How long a connection keeps the plans of its statements, in milliseconds. One that was made for a small table reads it as a whole, even when
 * it has grown. With 10 s instead of 1, jobs by the hundred took twice as much of PostgreSQL, because `job_exe` was empty at first.
 */
const plansLast = 1000;
/** When connections have discarded their plans, by the clock of `performance`. */
const discarded = new WeakMap<pg.PoolClient, number>();

/**
 * Runs work in a transaction of hand-written statements alone, on a connection of the pool. A transaction by Prisma would also have the model
 * API, but takes twice the processor time: 20 instead of 11 ms to report a hundred jobs and to claim as many.
 *
 * Statements that the work sends without waiting for the one before go out together, as one `StatementBatch`. If one fails, so do all that
 * follow it. To report a job took eight round trips of 0.4 ms each, and takes two.
 * @param name what `application_name` is until the transaction ends; set in the message that begins it, it takes no round trip
 * @param queryOf brings a statement into the form that pg takes
 */
export async function statementTransaction<T>(
  pool: pg.Pool,
  name: string | null,
  queryOf: (statement: Statement, values: readonly unknown[]) => PreparedQuery,
  work: StatementWork<T>,
): Promise<T> {
  const client = await pool.connect();
  let together: PreparedQuery[] = [];
  const sendTogether = () => {
    client.query(new StatementBatch(together));
    together = [];
  };
  // As everywhere, statements run by pg's callbacks: its promises keep rows in memory.
  const send = (statement: Statement, values: readonly unknown[] = []): Promise<pg.QueryResult> =>
    new Promise((resolve, reject) => {
      const query = queryOf(statement, values);
      query.callback = (error, result) => (error ? reject(error) : resolve(result));
      if (together.push(query) === 1) process.nextTick(sendTogether);
    });
  const run = async <Row>(statement: Statement, values?: readonly unknown[]): Promise<Row[]> =>
    (await send(statement, values)).rows as Row[];
  let ended: Promise<pg.QueryResult> | undefined;
  const commit = () => {
    ended ??= send(commitAll);
    // The error of a statement before it comes first.
    ended.catch(() => {});
  };
  try {
    const now = performance.now();
    const isPlannedAnew = now - (discarded.get(client) ?? Number.NEGATIVE_INFINITY) > plansLast;
    if (isPlannedAnew) discarded.set(client, now);
    const [, , , result] = await Promise.all([
      send(begin),
      isPlannedAnew && send(discardPlans),
      send(beginWork, [name]),
      work({ query: (statement, values) => (ended ? Promise.reject(sentTooLate()) : run(statement, values)) }, commit),
    ]);
    commit();
    // PostgreSQL answers with ROLLBACK where a statement has failed, even if the work goes on without it.
    if ((await ended)?.command !== "COMMIT") throw new Error("The transaction was rolled back, because a statement has failed");
    client.release();
    return result;
  } catch (error) {
    ended = send(rollback);
    // A connection on which that fails is of no use either.
    await ended.then(
      () => client.release(),
      () => client.release(true),
    );
    throw error;
  }
}

const sentTooLate = () => new Error("A statement was sent behind the end of its transaction, so it would run outside of it");
