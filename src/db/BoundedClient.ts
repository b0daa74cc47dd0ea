import pg from "pg";

/** Milliseconds in which a connection must be there: a new one, or a free one of the pool. */
export const connectionTimeoutMillis = 10_000;
/** Milliseconds in which an answer must come: to most statements, and to those of `longStatements`. */
export const answerLimits = { usual: 30_000, long: 120_000 };

/** The texts of statements that may take minutes, because they touch all recipes or all jobs of a batch. */
export const longStatements = new Set<string>();

/**
 * A client of PostgreSQL that does not wait for ever. A firewall that drops packets, or a proxy that freezes, leaves connections on which
 * neither an answer nor an error comes. TCP's keepalive notices such a firewall, but no such proxy, which still confirms what it gets. So
 * each statement has a time limit, too.
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
      // After this error pg would go on to use the connection.
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
