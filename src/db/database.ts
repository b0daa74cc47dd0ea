import { createHash } from "node:crypto";
import pg from "pg";
import { BoundedClient, connectionTimeoutMillis, longStatements } from "./BoundedClient.js";
import { cancelStatement } from "./cancelStatement.js";
import { type Prisma, PrismaClient } from "./generated/client.js";
import type { RequestEnd } from "./RequestEnd.js";
import { StatementAdapter } from "./StatementAdapter.js";
import { prepareSession, schemaOf } from "./session.js";

/**
 * A hand-written statement of `db/sql`. With a name, PostgreSQL parses it once for each connection, and after five times may keep a plan
 * for any values: not for a statement whose best plan depends on how much there is.
 */
export interface Statement {
  readonly name?: string;
  readonly text: string;
  /** It may take minutes, where others must have an answer within 30 s. */
  readonly isLong?: boolean;
}

/** The database as use cases see it: the client, or a transaction. What takes a `Db` works in either. */
export interface Db {
  /** Prisma's model API. */
  readonly prisma: Prisma.TransactionClient;
  /**
   * Runs a hand-written statement. A `bigint` comes as a number, and a `timestamptz` as PostgreSQL's text, in a transaction as outside of one.
   * @throws {ResultTooLarge}
   */
  query<Row>(statement: Statement, values?: readonly unknown[]): Promise<Row[]>;
  /** Runs the work in one transaction; within a transaction, in that one. */
  transaction<T>(work: (tx: Db) => Promise<T>): Promise<T>;
}

/** The process's one handle on PostgreSQL: Prisma and hand-written SQL share its pool. */
export interface Database extends Db {
  readonly prisma: PrismaClient;
  readonly pool: pg.Pool;
  readonly url: string;
  /** @param end of the request that the statement is for: the statement is then cancelled */
  query<Row>(statement: Statement, values?: readonly unknown[], end?: RequestEnd): Promise<Row[]>;
  close(): Promise<void>;
  /** Ends all of the pool's connections at once: whatever waits on one fails, and nothing more can be asked. */
  cut(): void;
}

/** A chunk of a batch takes under a second; the limit only catches what hangs. */
const transactionLimits = { maxWait: 10_000, timeout: 120_000 };

/** @param url whatever pg takes for a connection string, and Prisma's `schema` @param poolSize the most connections to hold */
export function openDatabase(url: string, poolSize: number): Database {
  const clients = new Set<BoundedClient>();
  const pool = new pg.Pool({
    connectionString: url,
    onConnect: prepareSession(url),
    Client: class extends BoundedClient {
      constructor(config?: pg.ClientConfig) {
        super(config);
        clients.add(this);
        this.once("end", () => clients.delete(this));
      }
    },
    connectionTimeoutMillis,
    max: poolSize,
    // Never none: by its connections it is seen that the process uses the embedded server.
    min: 1,
    application_name: "batch-gateway",
    types: { getTypeParser: parserOf },
  });
  // A connection that breaks is replaced at its next use; without listeners it would end the process.
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
    query: <Row>(statement: Statement, values: readonly unknown[] = [], end?: RequestEnd) => {
      if (statement.isLong) longStatements.add(statement.text);
      return run<Row>(pool, { name: nameOf(statement), text: statement.text, values: values as unknown[] }, end);
    },
    transaction: (work) => withoutDeadlock(() => prisma.$transaction((tx) => work(inTransaction(tx)), transactionLimits)),
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

/**
 * Runs a statement on a connection of the pool, and cancels it when the request ends that it is for. By callbacks: with pg's promises the
 * rows of a statement stay in memory for longer than they are used. Of a REST page of 100 batches 75 KB then go into V8's old generation,
 * and the page takes 1.2 times the processor time.
 */
function run<Row>(pool: pg.Pool, query: pg.QueryConfig, end: RequestEnd | undefined): Promise<Row[]> {
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
        // A cancel request that comes late must not meet another's statement.
        release(end?.reason ? true : undefined);
        if (error) reject(error);
        else resolve(result.rows as Row[]);
      });
    });
  });
}

const maxTries = 4;

/** As the model API reports one, and as a raw query does. */
const isDeadlock = ({ code, message }: Error & { code?: string }): boolean => code === "P2034" || message.includes("`40P01`");

/** PostgreSQL ends a deadlock by refusing one of the transactions, which has done nothing and can be tried again. */
async function withoutDeadlock<T>(transaction: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await transaction();
    } catch (error) {
      if (attempt === maxTries || !isDeadlock(error as Error & { code?: string })) throw error;
    }
  }
}

/** The names under which sessions keep prepared statements, by the texts of the statements that have run. */
const statementNames = new Map<string, string>();

/**
 * The name under which a session keeps a prepared statement. It is made from a hash of the text. A pooler may pass on a session in which
 * other processes, perhaps of another release, have prepared statements: none of those is ever taken for this one.
 */
function nameOf({ name, text }: Statement): string | undefined {
  if (name === undefined) return undefined;
  const known = statementNames.get(text);
  if (known !== undefined) return known;
  const made = `${name}_${createHash("sha256").update(text).digest("base64url").slice(0, 22)}`;
  statementNames.set(text, made);
  return made;
}

/** The statements that transactions have run: Prisma passes on only their texts. */
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
  };
  return db;
}

const bigintOid = 20;
const timestamptzOid = 1184;

/** A `timestamptz` stays text: a JS Date would lose its microseconds, and making one costs more than all else of a row. */
const parserOf: typeof pg.types.getTypeParser = (oid: number, format?: "text" | "binary") => {
  if (oid === bigintOid) return Number;
  if (oid === timestamptzOid) return String;
  return pg.types.getTypeParser(oid, format as "text");
};
