import { ResultTooLarge } from "./BoundedClient.js";
import type { Database, DatabaseRequest, Db, Statement, StatementWork } from "./database.js";
import type { Reader, ReadOutcome, Standby } from "./Standby.js";

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
  /** Null: everything goes to the primary. */
  #standby: Standby | null = null;
  /** Is decided by the first statement, so that later ones see no less than earlier ones have, unless the standby fails in between. */
  #reader: Promise<Reader | null> | undefined;
  #isCounted = false;

  constructor(
    private readonly database: Database,
    private readonly request: DatabaseRequest,
  ) {}

  get prisma(): Db["prisma"] {
    this.#prisma ??= this.database.prisma.$extends({
      query: {
        $allOperations: ({ model, operation, args, query }) => {
          const onStandby = ({ prisma }: Database) => modelOf(prisma, model as string)[operation]?.(args) as Promise<unknown>;
          const mayRead = this.#standby && model !== undefined;
          return this.request.end.unlessEnded(this.#inTurn(() => (mayRead ? this.#read(onStandby, () => query(args)) : query(args))));
        },
      },
    }) as unknown as Db["prisma"];
    return this.#prisma;
  }

  query<Row>(statement: Statement, values: readonly unknown[] = []): Promise<Row[]> {
    const ask = (database: Database) => database.query<Row>(statement, values, this.request);
    const askPrimary = () => ask(this.database);
    return this.request.end.unlessEnded(this.#inTurn(this.#standby ? () => this.#read(ask, askPrimary) : askPrimary));
  }

  /** Tells that the request changes nothing: the standby may answer it. */
  onlyReads(standby: Standby): void {
    this.#standby = standby;
  }

  transaction<T>(work: (tx: Db) => Promise<T>): Promise<T> {
    this.#standby = null;
    return this.#inTurn(() => this.database.transaction(work, this.request.id));
  }

  statements<T>(work: StatementWork<T>): Promise<T> {
    this.#standby = null;
    return this.#inTurn(() => this.database.statements(work, this.request.id));
  }

  /** Runs the work when a connection is free for it. */
  async #inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.#free > 0) this.#free--;
    else await new Promise<void>((resolve) => this.#turns.push(resolve));
    try {
      if (this.request.end.reason) throw this.request.end.reason;
      return await work();
    } finally {
      const next = this.#turns.shift();
      if (next) next();
      else this.#free++;
    }
  }

  /** Asks the standby, where it is up to date. Whatever goes wrong there, the primary is asked, now and for the rest of the request. */
  async #read<T>(onStandby: (database: Database) => Promise<T>, onPrimary: () => Promise<T>): Promise<T> {
    this.#reader ??= this.#standby?.readerNow();
    const reader = await this.#reader;
    const standby = this.#standby;
    if (!reader || !standby) return onPrimary();
    try {
      const answer = await reader.end.unlessEnded(onStandby(reader.database));
      this.#count(standby, "standby");
      return answer;
    } catch (error) {
      if (this.request.end.reason || error instanceof ResultTooLarge) throw error;
      this.#standby = null;
      this.#count(standby, "failed");
      return onPrimary();
    }
  }

  /** Counts the request by what became of its first statement. */
  #count({ counts }: Standby, outcome: ReadOutcome): void {
    if (!this.#isCounted) counts[outcome]++;
    this.#isCounted = true;
  }
}

/** @param name of the model, as in the schema: such as `JobType` */
const modelOf = (prisma: object, name: string) =>
  (prisma as Record<string, Record<string, (args: unknown) => unknown>>)[`${name[0]?.toLowerCase()}${name.slice(1)}`] ?? {};
