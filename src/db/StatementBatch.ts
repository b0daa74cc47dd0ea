import { type Connection, type PreparedQuery, Query } from "./PreparedQuery.js";

/**
 * Statements that go out together with one `Sync` behind the last, and run one after the other. PostgreSQL writes its answers to the socket at
 * each `Sync`, so both processes are woken once instead of once for each statement. Where one fails, PostgreSQL skips those that follow, and
 * all of them fail with its error. To pg, it is one query.
 */
export class StatementBatch extends Query {
  #left: readonly PreparedQuery[];

  constructor(readonly queries: readonly PreparedQuery[]) {
    super("", []);
    this.#left = queries;
    this.#runNext(queries);
    queries.forEach((query, i) => {
      query.isFollowed = i < queries.length - 1;
    });
  }

  override submit(connection: Connection): null {
    connection.stream.cork();
    for (const query of this.queries) {
      query._result._types = this._result._types;
      query.prepare(connection);
      // Its values can't be sent. What follows must not run, nor anything be committed.
      if (query.hasFailed) connection.stream.destroy();
    }
    connection.stream.uncork();
    return null;
  }

  override handleRowDescription(message: object): void {
    this.#left[0]?.handleRowDescription(message);
  }

  override handleDataRow(message: object): void {
    const [query] = this.#left;
    if (!query) return;
    query._canceledDueToError ||= this._canceledDueToError;
    query.handleDataRow(message);
  }

  override handleCommandComplete(message: object, connection: Connection): void {
    const [query, ...others] = this.#left;
    query?.handleCommandComplete(message, connection);
    query?.handleReadyForQuery(connection);
    this.#runNext(others);
  }

  override handleError(error: Error, connection: Connection): void {
    for (const query of this.#left) {
      // PostgreSQL has not prepared it. One that it has prepared before is known by another list.
      delete connection.submittedNamedStatements[query.name ?? ""];
      query.handleError(error, connection);
    }
    this.#runNext([]);
  }

  override handleReadyForQuery(): void {}

  /** pg reads the name and the text of the statement that PostgreSQL answers to. */
  #runNext(left: readonly PreparedQuery[]): void {
    this.#left = left;
    this.name = left[0]?.name;
    this.text = left[0]?.text ?? "";
    this._canceledDueToError = false;
  }
}
