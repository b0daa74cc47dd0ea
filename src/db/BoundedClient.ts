import pg from "pg";

/** Milliseconds in which a connection must be there: a new one, or a free one of the pool. */
export const connectionTimeoutMillis = 10_000;
/** Milliseconds in which an answer must come, and how long it may take where a statement is known to take long. */
export const answerLimits = { usual: 30_000, long: 120_000 };

/** Texts of statements that may take long, by their nature: their rows are as many as a batch's jobs or recipes. */
export const longStatements = new Set<string>();

/**
 * A client of PostgreSQL that does not wait for ever. A firewall that drops packets, or a proxy that freezes, leaves connections on which
 * nothing comes: neither an answer nor an error. Its own keepalive notices only the first of these.
 */
export class BoundedClient extends pg.Client {
  constructor(config?: pg.ClientConfig) {
    super({
      query_timeout: answerLimits.usual,
      connectionTimeoutMillis,
      keepAlive: true,
      keepAliveInitialDelayMillis: 10_000,
      ...config,
    });
    this.query = ((config: unknown, ...rest: unknown[]) => {
      const answer = (super.query as (...args: unknown[]) => unknown).call(this, withLongLimit(config), ...rest);
      // pg reports that no answer has come in time, but would go on to use the connection.
      if (answer instanceof Promise) answer.catch((error: Error) => error.message === "Query read timeout" && this.cut());
      return answer;
    }) as typeof this.query;
  }

  /** Ends the connection at once: whatever waits for an answer fails. */
  cut(): void {
    this.connection.stream.destroy();
  }
}

const withLongLimit = (config: unknown): unknown =>
  typeof config === "object" && config !== null && "text" in config && longStatements.has(config.text as string)
    ? { ...config, query_timeout: answerLimits.long }
    : config;
