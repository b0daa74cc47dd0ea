import { createHash } from "node:crypto";
import pg from "pg";
import { BoundedClient, connectionTimeout, connectionTimeoutMillis, longStatements } from "./BoundedClient.js";
import { cancelStatement } from "./cancelStatement.js";
import type { FlatRowClass } from "./FlatRow.js";
import { type Prisma, PrismaClient } from "./generated/client.js";
import { PreparedQuery } from "./PreparedQuery.js";
import type { RequestEnd } from "./RequestEnd.js";
import { RequestQuery } from "./RequestQuery.js";
import { StatementAdapter } from "./StatementAdapter.js";
import { nameSession, prepareSession, schemaOf } from "./session.js";
import { statementTransaction } from "./statementTransaction.js";

/**
 * A hand-written statement of `db/sql`. PostgreSQL parses a statement with a name once for each connection. After five runs, it may keep
 * one plan for all values. So a statement whose best plan depends on how many rows there are has no name. Within `statements` it may have
 * one: plans are kept for seconds there, with a name or without.
 */
export interface Statement {
  readonly name?: string;
  readonly text: string;
  /** Whether it may take minutes. All other statements must have an answer within 30 s. */
  readonly isLong?: boolean;
  /** What its rows are instances of, outside of transactions. They have the same properties within one. */
  readonly row?: FlatRowClass;
}

/** Whatever runs hand-written statements: a database, or a transaction of either kind. */
export interface Queries {
  /**
   * Runs a hand-written statement. A `bigint` comes as a number, and a `timestamptz` as PostgreSQL's text, both in and outside of a
   * transaction.
   * @throws {ResultTooLarge}
   */
  query<Row>(statement: Statement, values?: readonly unknown[]): Promise<Row[]>;
}

/** The database as use cases see it: the client or a transaction. A function that takes a `Db` works with either. */
export interface Db extends Queries {
  /** Prisma's model API. */
  readonly prisma: Prisma.TransactionClient;
  /** The W3C trace context of what the database is asked for; only where it is traced. */
  readonly traceparent?: string;
  /** Runs the work in a new transaction, or in this one if the `Db` is a transaction. */
  transaction<T>(work: (tx: Db) => Promise<T>): Promise<T>;
  /** The same for work that has short hand-written statements alone, whose plans are kept: see `statementTransaction`. */
  statements<T>(work: StatementWork<T>): Promise<T>;
}

/**
 * The work of a transaction that has hand-written statements alone.
 * @param commit commits right behind the statements that were sent so far, without waiting for their answers. They are the last ones. If
 * PostgreSQL refuses one, nothing is committed. What this process refuses, such as an answer that is too large, is committed.
 */
export type StatementWork<T> = (tx: Queries, commit: () => void) => Promise<T>;

/** The process's one handle on PostgreSQL: Prisma and hand-written SQL share its pool. */
export interface Database extends Db {
  readonly prisma: PrismaClient;
  readonly pool: pg.Pool;
  readonly url: string;
  /** @param request the request that the statement is for: its end cancels the statement, and `application_name` has its id meanwhile */
  query<Row>(statement: Statement, values?: readonly unknown[], request?: DatabaseRequest): Promise<Row[]>;
  /** @param requestId the request that the transaction is for: `application_name` has it until the transaction ends */
  transaction<T>(work: (tx: Db) => Promise<T>, requestId?: string): Promise<T>;
  statements<T>(work: StatementWork<T>, requestId?: string): Promise<T>;
  close(): Promise<void>;
  /** Ends all of the pool's connections at once. Statements that wait for an answer fail, and no further statement can run. */
  cut(): void;
}

/** A request that the database is asked for. */
export interface DatabaseRequest {
  /** By which the log has it. */
  readonly id: string;
  readonly end: RequestEnd;
}

/** In milliseconds. A chunk of a batch takes under a second, so `timeout` ends only a transaction that hangs. */
const transactionLimits = { maxWait: 10_000, timeout: 120_000 };

const applicationName = "batch-gateway";

const sessionName = (requestId: string | undefined): string | null => (requestId === undefined ? null : `${applicationName} ${requestId}`);

/** What a pool does about new connections. */
export interface NewConnections {
  /** How long one may take to be made, in milliseconds. By default 10 s. */
  readonly maxMilliseconds: number;
  /** Is called when one has taken longer. */
  onLate(): void;
  /** Looks at each new connection, which is not used if this throws. */
  check(client: pg.ClientBase): Promise<void>;
}

/**
 * @param url a connection string of pg's, which may also have Prisma's `schema`
 * @param poolSize the most connections to hold
 */
export function openDatabase(url: string, poolSize: number, made?: NewConnections): Database {
  const clients = new Set<BoundedClient>();
  const prepare = prepareSession(url);
  const naming = { name: nameOf(nameSession) as string, text: nameSession.text, values: [applicationName] };
  const pool = new pg.Pool({
    connectionString: url,
    onConnect: async (client) => {
      // The second prepares what each `RequestQuery` runs. It fails behind a pooler that shares sessions, which is refused elsewhere.
      await Promise.all([prepare(client), client.query(naming).catch(() => {})]);
      await made?.check(client);
    },
    Client: class extends BoundedClient {
      constructor(config?: pg.ClientConfig) {
        super(config);
        clients.add(this);
        this.once("end", () => clients.delete(this));
        if (made) limitConnecting(this, made);
      }
    },
    connectionTimeoutMillis,
    max: poolSize,
    // Statements of a transaction that do not wait for each other's rows are sent together. pg's types don't know this setting.
    ...{ pipeline: true },
    // One connection always stays: it shows other processes that this process uses the embedded server.
    min: 1,
    application_name: applicationName,
    types: { getTypeParser: parserOf },
  });
  // A connection that breaks is replaced when it is next used. Without these listeners, its error would end the process.
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
  const prisma = new PrismaClient({ adapter: new StatementAdapter(pool, schemaOf(url), statementsOfTransactions) });
  let ended: Promise<void> | undefined;
  const end = () => {
    ended ??= pool.end();
    return ended;
  };
  return {
    pool,
    url,
    prisma,
    query: <Row>(statement: Statement, values: readonly unknown[] = [], request?: DatabaseRequest) => {
      return run<Row>(pool, statement, values, request);
    },
    transaction: (work, requestId) =>
      withoutConflict(() =>
        prisma.$transaction((tx) => {
          const db = inTransaction(tx);
          // It goes out together with the first statement of the work, which fails, too, if this fails.
          const name = sessionName(requestId);
          if (name !== null) db.query(nameSession, [name]).catch(() => {});
          return work(db);
        }, transactionLimits),
      ),
    statements: (work, requestId) => withoutConflict(() => statementTransaction(pool, sessionName(requestId), queryOf, work)),
    close: async () => {
      await prisma.$disconnect();
      await end();
    },
    cut: () => {
      void end();
      for (const client of clients) client.cut();
    },
  };
}

function limitConnecting(client: BoundedClient, { maxMilliseconds, onLate }: NewConnections): void {
  const timer = setTimeout(() => {
    client.cut(new Error(connectionTimeout));
    onLate();
  }, maxMilliseconds);
  const isOver = () => clearTimeout(timer);
  client.once("connect", isOver).once("end", isOver);
}

/**
 * Runs a statement on a connection of the pool, and cancels it when its request ends. It uses pg's callbacks, because pg's promises keep a
 * statement's rows in memory after they have been used. For a REST page of 100 batches, 75 KB then move into V8's old generation, and the
 * page takes 1.2 times the processor time.
 */
function run<Row>(pool: pg.Pool, statement: Statement, values: readonly unknown[], request?: DatabaseRequest): Promise<Row[]> {
  const { row: FlatRow } = statement;
  const end = request?.end;
  const query = queryOf(statement, values, FlatRow && "array", sessionName(request?.id));
  return new Promise((resolve, reject) => {
    pool.connect((error, client, release) => {
      if (!client) return reject(error);
      if (end?.reason) {
        release();
        return reject(end.reason);
      }
      const ignore = end?.listen(() => cancelStatement(client));
      client.query(query, (error, result) => {
        ignore?.();
        // A cancel request can arrive late. It must not cancel the statement of another request, so the connection is closed.
        release(end?.reason ? true : undefined);
        if (error) reject(error);
        else resolve(FlatRow ? result.rows.map((values) => new FlatRow(values) as Row) : result.rows);
      });
    });
  });
}

const maxTries = 4;

/**
 * PostgreSQL's codes of a serialization failure and of a deadlock. Prisma's model API reports them by a code of its own, and Prisma's raw
 * queries in their message.
 */
const isConflict = ({ code = "", message }: Error & { code?: string }): boolean =>
  /^(40001|40P01|P2034)$/.test(code) || /`40(001|P01)`/.test(message);

/** Tries a transaction again that PostgreSQL has ended because of another one. Nothing of such a transaction was done. */
async function withoutConflict<T>(transaction: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await transaction();
    } catch (error) {
      if (attempt === maxTries || !isConflict(error as Error & { code?: string })) throw error;
    }
  }
}

/**
 * A statement in the form that pg takes, for one run. It is run with a callback: of a query of its own, as it mostly is, pg makes no promise.
 * @param rowMode whether rows come as arrays; by default they are objects
 * @param sessionName what `application_name` is meanwhile; null: what it was before
 */
function queryOf(statement: Statement, values: readonly unknown[], rowMode?: "array", sessionName: string | null = null): pg.QueryConfig {
  if (statement.isLong) longStatements.add(statement.text);
  const config = { name: nameOf(statement), text: statement.text, values: values.map(asText), rowMode };
  if (sessionName !== null) return new RequestQuery(config, nameOf(nameSession) as string, sessionName);
  return config.name === undefined ? config : new PreparedQuery(config);
}

/** A list of integers as PostgreSQL's text. pg would escape each of them, which takes 2 ms of the gateway for a thousand jobs. */
const asText = (value: unknown): unknown => (Array.isArray(value) && value.every(Number.isInteger) ? `{${value.join()}}` : value);

/** The names of prepared statements, by the texts of the statements that have run. */
const statementNames = new Map<string, string>();

/**
 * The name under which a session keeps a prepared statement. It contains a hash of the text, because a pooler may pass on a session in
 * which other processes, perhaps of another release, have prepared statements. With the hash, none of those is taken for this statement.
 */
function nameOf({ name, text }: Statement): string | undefined {
  if (name === undefined) return undefined;
  const known = statementNames.get(text);
  if (known !== undefined) return known;
  const made = `${name}_${createHash("sha256").update(text).digest("base64url").slice(0, 22)}`;
  statementNames.set(text, made);
  return made;
}

/** The names of the statements that transactions have run, by their texts. Prisma passes on only the text to the adapter. */
const statementsOfTransactions = new Map<string, string | undefined>();

function inTransaction(tx: Prisma.TransactionClient): Db {
  const db: Db = {
    prisma: tx,
    query: <Row>(statement: Statement, values: readonly unknown[] = []) => {
      const { text, isLong } = statement;
      if (isLong) longStatements.add(text);
      if (!statementsOfTransactions.has(text)) statementsOfTransactions.set(text, nameOf(statement));
      return tx.$queryRawUnsafe<Row[]>(text, ...values);
    },
    transaction: (work) => work(db),
    statements: (work) => work(db, () => {}),
  };
  return db;
}

const bigintOid = 20;
const timestamptzOid = 1184;

/**
 * A `bigint` becomes a number. A `timestamptz` stays text: a Date would lose its microseconds, and to make one costs more than all else of
 * a row.
 */
const parserOf: typeof pg.types.getTypeParser = (oid: number, format?: "text" | "binary") => {
  if (oid === bigintOid) return Number;
  if (oid === timestamptzOid) return String;
  return pg.types.getTypeParser(oid, format as "text");
};
