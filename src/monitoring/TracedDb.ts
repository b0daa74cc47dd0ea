import type { Database, Db, Statement, StatementWork } from "../db/database.js";
import { preparedName } from "../db/sql/prepared.js";
import { cut } from "../domain/cut.js";
import type { Span } from "./tracing.js";

/** Characters of a statement that has no name. */
const maxText = 1000;

/**
 * A database whose statements are spans of a trace. As the database is a parameter of everything that uses it, no context needs to be kept
 * for asynchronous calls, which would slow down those of processes that are not traced.
 */
export class TracedDb implements Db {
  #prisma: Db["prisma"] | undefined;

  /** @param current the span that what is asked next belongs to */
  constructor(
    private readonly db: Db,
    private readonly current: () => Span,
  ) {}

  get traceparent(): string {
    return this.current().traceparent;
  }

  get prisma(): Db["prisma"] {
    this.#prisma ??= this.#extended();
    return this.#prisma;
  }

  query<Row>(statement: Statement, values?: readonly unknown[]): Promise<Row[]> {
    return inSpan(spanOf(this.current(), statement), () => this.db.query<Row>(statement, values));
  }

  transaction<T>(work: (tx: Db) => Promise<T>): Promise<T> {
    const span = this.current().child("transaction", system, "client");
    return inSpan(span, () => this.db.transaction((tx) => work(new TracedDb(tx, () => span))));
  }

  statements<T>(work: StatementWork<T>): Promise<T> {
    const span = this.current().child("transaction", system, "client");
    return inSpan(span, () =>
      this.db.statements((tx, commit) =>
        work({ query: (statement, values) => inSpan(spanOf(span, statement), () => tx.query(statement, values)) }, commit),
      ),
    );
  }

  /** Prisma's model API as spans; within a transaction, where it can't be extended, its statements are part of the transaction's span. */
  #extended(): Db["prisma"] {
    const { prisma } = this.db;
    if (!("$extends" in prisma)) return prisma;
    return (prisma as Database["prisma"]).$extends({
      query: {
        $allOperations: ({ model = "", operation, args, query }) =>
          inSpan(this.current().child(`${model}.${operation}`, system, "client"), () => query(args)),
      },
    }) as unknown as Db["prisma"];
  }
}

const system = { "db.system.name": "postgresql" } as const;

/** A statement's span goes by its name. Where it has none of its own, it goes by the first table that it names, and tells its text. */
function spanOf(parent: Span, { name, text }: Statement): Span {
  if (name !== undefined && name !== preparedName) return parent.child(name, { ...system, "db.query.summary": name }, "client");
  const [, verb = "", table = ""] = /\b(insert into|update|delete from|from)\s+"?(\w+)/i.exec(text) ?? [];
  return parent.child(`${verb} ${table}`.toLowerCase().trim() || "statement", { ...system, "db.query.text": cut(text, maxText) }, "client");
}

async function inSpan<T>(span: Span, work: () => Promise<T>): Promise<T> {
  try {
    const result = await work();
    span.end();
    return result;
  } catch (error) {
    span.end((error as Error).message);
    throw error;
  }
}
