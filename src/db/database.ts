import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { boundedTypes } from "./boundedTypes.js";
import { type Prisma, PrismaClient } from "./generated/client.js";

/**
 * A hand-written statement of `db/sql`. With a name, PostgreSQL parses it once for each connection, and after five times may keep a plan
 * for any values: not for a statement whose best plan depends on how much there is.
 */
export interface Statement {
  readonly name?: string;
  readonly text: string;
}

/** The database as use cases see it: the client, or a transaction. What takes a `Db` works in either. */
export interface Db {
  /** Prisma's model API. */
  readonly prisma: Prisma.TransactionClient;
  /**
   * Runs a hand-written statement. Outside a transaction, `bigint` comes as a number and a `timestamptz` as PostgreSQL's text.
   * @throws {ResultTooLarge} outside a transaction
   */
  query<Row>(statement: Statement, values?: readonly unknown[]): Promise<Row[]>;
  /** Runs the work in one transaction; within a transaction, in that one. */
  transaction<T>(work: (tx: Db) => Promise<T>): Promise<T>;
}

/** The process's one handle on PostgreSQL: Prisma and hand-written SQL share its pool. */
export interface Database extends Db {
  readonly pool: pg.Pool;
  readonly url: string;
  close(): Promise<void>;
}

/** A chunk of a batch takes under a second; the limit only catches what hangs. */
const transactionLimits = { maxWait: 10_000, timeout: 120_000 };

/** @param url a `postgresql://` URL @param poolSize the most connections to hold */
export function openDatabase(url: string, poolSize: number): Database {
  const pool = new pg.Pool({
    connectionString: withSession(url),
    max: poolSize,
    // Never none: by its connections it is seen that the process uses the embedded server.
    min: 1,
    application_name: "batch-gateway",
    types: { getTypeParser: parserOf },
  });
  // A connection that breaks is replaced at its next use; without listeners it would end the process.
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
  const adapter = new PrismaPg(pool, { statementNameGenerator: ({ sql }) => statementNames.get(sql) ?? "" });
  const prisma = new PrismaClient({ adapter });
  return {
    pool,
    url,
    prisma,
    query: async <Row>({ name, text }: Statement, values: readonly unknown[] = []) =>
      (await pool.query({ name, text, values: values as unknown[], types: boundedTypes({ getTypeParser: parserOf }) })).rows as Row[],
    transaction: (work) => withoutDeadlock(() => prisma.$transaction((tx) => work(inTransaction(tx)), transactionLimits)),
    close: async () => {
      await prisma.$disconnect();
      await pool.end();
    },
  };
}

/**
 * The URL with what a session must be like; what its own `options` say besides stays. PostgreSQL takes a page out of order for four times
 * as dear as the next one, as on a disk that turns: an index that leads straight to the rows that are wanted would then lose to one that leads
 * past a thousand others, and to reading a whole table.
 */
function withSession(url: string): string {
  const all = new URL(url);
  const own = all.searchParams.get("options") ?? "";
  const isolation = "default_transaction_isolation=read\\ committed";
  all.searchParams.set("options", `-c random_page_cost=1.1 ${own} -c timezone=UTC -c datestyle=ISO -c ${isolation}`);
  return all.href;
}

const tries = 4;

/** As the model API reports one, and as a raw query does. */
const isDeadlock = ({ code, message }: Error & { code?: string }): boolean => code === "P2034" || message.includes("`40P01`");

/** PostgreSQL ends a deadlock by refusing one of the transactions, which has done nothing and can be tried again. */
async function withoutDeadlock<T>(transaction: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await transaction();
    } catch (error) {
      if (attempt === tries || !isDeadlock(error as Error & { code?: string })) throw error;
    }
  }
}

/** The names of statements that transactions have run, by text: the model API passes on only that. */
const statementNames = new Map<string, string>();

function inTransaction(tx: Prisma.TransactionClient): Db {
  const db: Db = {
    prisma: tx,
    query: <Row>({ name, text }: Statement, values: readonly unknown[] = []) => {
      if (name !== undefined) statementNames.set(text, name);
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
