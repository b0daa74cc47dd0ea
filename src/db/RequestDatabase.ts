import type { Database, Db, Queries, Statement } from "./database.js";
import type { RequestEnd } from "./RequestEnd.js";

/** The most connections that one request has at a time. The pool has 16 by default, so five such requests leave one to others. */
const maxConnections = 3;

/**
 * The database as one request uses it. A request has only a few connections at a time, so that it can't keep all other requests waiting.
 * When the request ends, no further statement begins, statements that wait are refused, and hand-written statements that run are cancelled.
 * The model API can't cancel a statement, so a statement that it has begun goes on. That takes little time, because the model API looks up
 * rows by their keys. A transaction that has begun goes on to its end, so that a change is either done or not.
 */
export class RequestDatabase implements Db {
  #prisma: Db["prisma"] | undefined;
  #free = maxConnections;
  readonly #turns: (() => void)[] = [];

  constructor(
    private readonly database: Database,
    private readonly end: RequestEnd,
    private readonly requestId: string,
  ) {}

  get prisma(): Db["prisma"] {
    this.#prisma ??= this.database.prisma.$extends({
      query: { $allOperations: ({ args, query }) => this.#unlessEnded(this.#inTurn(() => query(args))) },
    }) as unknown as Db["prisma"];
    return this.#prisma;
  }

  query<Row>(statement: Statement, values: readonly unknown[] = []): Promise<Row[]> {
    return this.#unlessEnded(this.#inTurn(() => this.database.query<Row>(statement, values, this.end)));
  }

  transaction<T>(work: (tx: Db) => Promise<T>): Promise<T> {
    return this.#inTurn(() => this.database.transaction(work, this.requestId));
  }

  statements<T>(work: (tx: Queries) => Promise<T>): Promise<T> {
    return this.#inTurn(() => this.database.statements(work, this.requestId));
  }

  /** Runs the work when a connection is free for it. */
  async #inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.#free > 0) this.#free--;
    else await new Promise<void>((resolve) => this.#turns.push(resolve));
    try {
      if (this.end.reason) throw this.end.reason;
      return await work();
    } finally {
      const next = this.#turns.shift();
      if (next) next();
      else this.#free++;
    }
  }

  /** Rejects as soon as the request ends, without waiting for the work. */
  #unlessEnded<T>(work: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const ignore = this.end.listen(() => reject(this.end.reason));
      work.then(resolve, reject).finally(ignore);
    });
  }
}
