import { CloseCode, createClient } from "graphql-ws";
import { liveness } from "./liveness.js";
import { session } from "./session.js";

/** @returns milliseconds before it is tried again: at first soon, then every 30 s, and not by all tabs at once */
export const pauseBefore = (tries: number): number => Math.min(30_000, 500 * 2 ** tries) * (0.5 + Math.random());

/** Whether the gateway has closed the WebSocket because it does not know the caller, or no longer. */
export const isStranger = (error: unknown): boolean => error instanceof CloseEvent && error.code === CloseCode.Forbidden;

/** The page's one WebSocket. It is opened with the first subscription, again whenever it was lost, and closed a while after the last. */
export const socket = createClient({
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
