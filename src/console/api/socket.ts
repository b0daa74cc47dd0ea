import { type Client, createClient } from "graphql-ws";
import type { TypedDocumentString } from "../generated/graphql.js";
import { named } from "./named.js";
import { session } from "./session.js";

let client: Client | undefined;

/** The page's one WebSocket. It is opened with the first subscription, and closed a while after the last. */
const socket = (): Client =>
  (client ??= createClient({
    url: `${location.origin.replace(/^http/, "ws")}/graphql`,
    connectionParams: () => (session.token ? { authorization: `Bearer ${session.token}` } : {}),
    lazyCloseTimeout: 5000,
    keepAlive: 20_000,
    retryAttempts: Number.POSITIVE_INFINITY,
    // Sleeping laptops and restarts of the gateway: it is tried again, at first soon, then every 30 s, not by all tabs at once.
    retryWait: (retries) => new Promise((resolve) => setTimeout(resolve, Math.min(30_000, 500 * 2 ** retries) * (0.5 + Math.random()))),
    shouldRetry: () => true,
  }));

session.onChange(() => {
  void client?.dispose();
  client = undefined;
});

export interface Listener<Result> {
  next(result: Result): void;
  /** It has ended: nothing more will come. */
  ended?(): void;
}

/** Subscribes by the WebSocket, and again whenever that was lost. @returns ends it */
export const subscribe = <Result, Variables extends Record<string, unknown>>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
  { next, ended }: Listener<Result>,
): (() => void) =>
  socket().subscribe<Result>(
    { ...named(document), variables },
    { next: ({ data }) => data && next(data), error: () => ended?.(), complete: () => ended?.() },
  );
