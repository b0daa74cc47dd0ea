import pg from "pg";

/** How long to wait for a connection, in milliseconds: for a new one, or for a free one of the pool. */
export const connectionTimeoutMillis = 10_000;
/** How long a statement may go without an answer, in milliseconds: `long` is for `longStatements`, and `usual` for all others. */
export const answerLimits = { usual: 30_000, long: 120_000 };

/** The message of the error when a new connection has not been made in time. It is the one that pg uses. */
export const connectionTimeout = "timeout expired";

/** The message of the error when no answer has come in that time. */
export const answerTimeout = "The database has not answered in time";

/** The most bytes that the rows of one statement may have. That is 8,000 for each batch of a page of 1,000. */
const maxRowBytes = 8 * 1024 * 1024;

/** A statement returned more bytes than the gateway keeps in memory. */
export class ResultTooLarge extends Error {
  constructor() {
    super(`A statement has brought more than ${maxRowBytes} bytes`);
  }
}

/** pg's client, with members that pg's own types leave out. Those that handle PostgreSQL's messages are overridden below. */
const Client = pg.Client as unknown as new (
  config: pg.ClientConfig,
) => pg.Client & {
  readonly connectionParameters: { query_timeout: number | false };
  /**
   * The running statement. Once an error is set here, pg drops the rows that follow, and fails the statement with that error at its end.
   */
  readonly _activeQuery: { _canceledDueToError: Error | false } | null;
  _handleDataRow(row: { readonly length: number }): void;
  _handleReadyForQuery(message: unknown): void;
};

/** The texts of statements that may take minutes, because they touch all recipes or all jobs of a batch. */
export const longStatements = new Set<string>();

/**
 * A client of PostgreSQL that neither waits for ever nor takes rows without end. A firewall that drops packets, or a proxy that freezes,
 * leaves connections on which neither an answer nor an error comes. TCP's keepalive notices such a firewall. It does not notice such a
 * proxy, because the proxy still confirms what it receives. So each statement has a time limit, too.
 *
 * pg's own `query_timeout` is not enough. It does not end the connection, and its closures keep a statement's rows after they have been
 * used. For a REST page of 100 batches, 75 KB then move into V8's old generation.
 */
export class BoundedClient extends Client {
  /** The time limits, in milliseconds, of the statements that have no answer yet. The first of them is running. */
  readonly #limits: number[] = [];
  #timer: NodeJS.Timeout | undefined;
  #rowBytes = 0;
  #answers = 0;

  /** @param limit the most that most statements may go without an answer, in milliseconds. They have 30 s, or the URL's `query_timeout` */
  constructor(config?: pg.ClientConfig, limit = Number.POSITIVE_INFINITY) {
    super({ connectionTimeoutMillis, keepAlive: true, keepAliveInitialDelayMillis: 10_000, ...config });
    const { query_timeout } = this.connectionParameters;
    this.connectionParameters.query_timeout = false;
    const usual = Math.min(query_timeout ? Number(query_timeout) : answerLimits.usual, limit);
    this.once("end", () => clearTimeout(this.#timer));
    this.query = ((config: unknown, ...rest: unknown[]) => {
      this.#limits.push(isLong(config) ? answerLimits.long : usual);
      if (this.#limits.length === 1) this.#watch();
      return (super.query as (...args: unknown[]) => unknown).call(this, config, ...rest);
    }) as typeof this.query;
  }

  /** Ends the connection at once. Every statement that waits for an answer fails. */
  cut(error?: Error): void {
    this.connection.stream.destroy(error);
  }

  override _handleDataRow(row: { readonly length: number }): void {
    this.#rowBytes += row.length;
    if (this.#rowBytes > maxRowBytes && this._activeQuery) this._activeQuery._canceledDueToError ||= new ResultTooLarge();
    super._handleDataRow(row);
  }

  override _handleReadyForQuery(message: unknown): void {
    this.#rowBytes = 0;
    this.#answers++;
    clearTimeout(this.#timer);
    this.#limits.shift();
    this.#watch();
    super._handleReadyForQuery(message);
  }

  #watch(): void {
    const [limit] = this.#limits;
    if (limit === undefined) return;
    const answers = this.#answers;
    const cut = () => {
      if (answers === this.#answers) this.cut(new Error(answerTimeout));
    };
    // When this process has stalled, timers run before the answers are read that have come meanwhile.
    this.#timer = setTimeout(() => setImmediate(cut), limit).unref();
  }
}

const isLong = (config: unknown): boolean =>
  typeof config === "object" && config !== null && "text" in config && longStatements.has(config.text as string);
