import { setTimeout as wait } from "node:timers/promises";
import { BoundedClient } from "./BoundedClient.js";

/** What a connection besides the pool's is for. */
export interface KeptConnectionOptions {
  readonly name: string;
  /** Prepares a new connection for its purpose. */
  prepare(client: BoundedClient): Promise<unknown>;
  /** Is called when a lost connection has been opened again. */
  onReopen?(): void;
  /** Is called when the connection is lost, or could not be opened. */
  onLost?(why: Error): void;
  /** How often `ask` is called, and how soon any statement of the connection must have its answer. By default 5 s. */
  readonly askMilliseconds?: number;
  /** Asks whether the connection lives, by a statement of its own where an empty one is not enough. */
  ask?(client: BoundedClient): Promise<unknown>;
}

export interface KeptConnection {
  /** Tells how the first attempt to open the connection went. If it failed, further attempts follow all the same. */
  readonly opened: Promise<void>;
  close(): Promise<void>;
}

/** How long the connection may take to close before it is cut. */
const maxCloseMilliseconds = 1000;
const retryMilliseconds = [100, 300, 1000];

/**
 * Keeps a connection of its own open. It asks every few seconds whether the connection lives, and opens a new one if it does not. Without
 * that question, a dead connection looks like one on which nothing happens.
 */
export function keepConnection(
  databaseUrl: string,
  { name, prepare, onReopen, onLost, askMilliseconds = 5000, ask = (client) => client.query("SELECT") }: KeptConnectionOptions,
): KeptConnection {
  const closing = new AbortController();
  const { signal } = closing;
  let attempt = 0;
  let hasOpened = () => {};
  let hasFailed = (_error: unknown) => {};
  const opened = new Promise<void>((resolve, reject) => {
    hasOpened = resolve;
    hasFailed = reject;
  });
  opened.catch(() => {});

  async function hold(isFirst: boolean): Promise<void> {
    const config = { connectionString: databaseUrl, application_name: name, connectionTimeoutMillis: askMilliseconds };
    const client = new BoundedClient(config, askMilliseconds);
    const ended = new Promise<void>((resolve) => client.once("end", () => resolve()));
    let broken: Error | undefined;
    client.on("error", (error) => {
      broken ??= error;
    });
    const cut = () => setTimeout(() => client.cut(), maxCloseMilliseconds).unref();
    signal.addEventListener("abort", cut);
    try {
      await client.connect();
      await prepare(client);
      attempt = 0;
      if (isFirst) hasOpened();
      else onReopen?.();
      while (!signal.aborted) {
        await Promise.race([ended, pause(askMilliseconds)]);
        if (signal.aborted) break;
        if (broken) throw broken;
        await ask(client);
      }
      await client.end();
    } finally {
      signal.removeEventListener("abort", cut);
      client.cut();
    }
  }

  const pause = (milliseconds: number) => wait(milliseconds, undefined, { signal }).catch(() => {});

  async function keep(): Promise<void> {
    for (let isFirst = true; !signal.aborted; ) {
      try {
        await hold(isFirst);
      } catch (error) {
        hasFailed(error);
        onLost?.(error as Error);
      }
      isFirst = false;
      if (!signal.aborted) await pause(retryMilliseconds[Math.min(attempt++, retryMilliseconds.length - 1)] as number);
    }
  }

  const kept = keep();
  return {
    opened,
    close: async () => {
      closing.abort();
      await kept;
    },
  };
}
