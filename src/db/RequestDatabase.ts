import type { Database, Db, Statement } from "./database.js";

/** The request may ask the database nothing more: it took too long, or nobody waits for its answer. */
export class RequestEnded extends Error {}

/** Of the pool's: three requests leave something of the smallest pool but one to others. */
const maxConnections = 3;

/**
 * The database as one request has it: with few connections at a time, so that one request can't keep all others waiting, and until the
 * request ends. Then no statement is begun, what waits is refused, and a hand-written statement that runs is cancelled. The model API can't
 * cancel: what it has begun ends by itself, which is short, for it only looks up rows by their keys. A transaction that has begun goes on to
 * its end, so that a change is done or not done whoever hears of it.
 */
export class RequestDatabase implements Db {
  #prisma: Db["prisma"] | undefined;
  #free = maxConnections;
  readonly #turns: (() => void)[] = [];
  /** Tells who waits that the request has ended. */
  readonly #atEnd = new Set<() => void>();

  /** @param signal aborted with a `RequestEnded` when the request ends */
  constructor(
    private readonly database: Database,
    private readonly signal: AbortSignal,
  ) {
    signal.addEventListener("abort", () => {
      for (const end of this.#atEnd) end();
    });
  }

  get prisma(): Db["prisma"] {
    this.#prisma ??= this.database.prisma.$extends({
      query: { $allOperations: ({ args, query }) => this.#unlessEnded(this.#inTurn(() => query(args))) },
    }) as unknown as Db["prisma"];
    return this.#prisma;
  }

  query<Row>(statement: Statement, values: readonly unknown[] = []): Promise<Row[]> {
    return this.#unlessEnded(this.#inTurn(() => this.database.query<Row>(statement, values, this.signal)));
  }

  transaction<T>(work: (tx: Db) => Promise<T>): Promise<T> {
    return this.#inTurn(() => this.database.transaction(work));
  }

  /** Runs the work when a connection is free for it. */
  async #inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.#free > 0) this.#free--;
    else await new Promise<void>((resolve) => this.#turns.push(resolve));
    try {
      this.signal.throwIfAborted();
      return await work();
    } finally {
      const next = this.#turns.shift();
      if (next) next();
      else this.#free++;
    }
  }

  /** Refuses at once when the request ends, whatever is still to be waited for. */
  #unlessEnded<T>(work: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const end = () => reject(this.signal.reason);
      this.#atEnd.add(end);
      work.then(resolve, reject).finally(() => this.#atEnd.delete(end));
    });
  }
}
