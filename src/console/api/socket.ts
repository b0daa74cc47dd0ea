import { CloseCode, createClient } from "graphql-ws";
import type { TypedDocumentString } from "../generated/graphql.js";
import { named } from "./ask.js";
import { liveness } from "./liveness.js";
import { session } from "./session.js";
import { askToSignIn } from "./signInRequired.js";

/** @returns milliseconds before it is tried again: at first soon, then every 30 s, and not by all tabs at once */
export const pauseBefore = (tries: number): number => Math.min(30_000, 500 * 2 ** tries) * (0.5 + Math.random());

/** Whether the gateway has closed the WebSocket because it does not know the caller, or no longer. */
const isStranger = (error: unknown): boolean => error instanceof CloseEvent && error.code === CloseCode.Forbidden;

/** The page's one WebSocket. It is opened with the first subscription, and closed a while after the last. */
const socket = createClient({
  url: `${location.origin.replace(/^http/, "ws")}/graphql`,
  connectionParams: () => (session.token ? { authorization: `Bearer ${session.token}` } : {}),
  lazyCloseTimeout: 5000,
  keepAlive: 20_000,
  retryAttempts: Number.POSITIVE_INFINITY,
  // Laptops sleep, and gateways are started anew.
  retryWait: (tries) => new Promise((resolve) => setTimeout(resolve, pauseBefore(tries))),
  on: {
    connected: () => liveness.set(false),
    // It closes itself when it is no longer needed, and for strangers it is not tried again. Anything else is a loss.
    closed: (event) => liveness.set(!isStranger(event) && !(event instanceof CloseEvent && event.code === 1000)),
  },
  shouldRetry: (error) => !isStranger(error),
});

/**
 * Subscribes by the WebSocket, and again whenever that was lost. Strangers are led to say who they are.
 * @param ended the gateway has ended or refused it: nothing more will come
 * @returns ends it
 */
export const subscribe = <Result, Variables extends Record<string, unknown>>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
  { next, ended }: { next(result: Result): void; ended(): void },
): (() => void) =>
  socket.subscribe<Result>(
    { ...named(document), variables },
    {
      next: ({ data }) => data && next(data),
      error: (error) => (isStranger(error) ? askToSignIn() : ended()),
      complete: ended,
    },
  );
