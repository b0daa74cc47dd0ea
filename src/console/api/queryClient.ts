import { QueryClient } from "@tanstack/preact-query";
import { GatewayError } from "./ask.js";

/** Codes after which the same question may be answered. */
const passing = ["UNREACHABLE", "SERVICE_UNAVAILABLE", "TOO_MANY_REQUESTS", "DEADLINE_EXCEEDED"];

const isPassing = (error: Error | null): boolean => error instanceof GatewayError && passing.includes(error.code);

/** Milliseconds after which a gateway that was away or busy is asked again. */
const awayInterval = 10_000;

/**
 * What the gateway has answered. It is asked again when the tab is looked at anew, and by a clock only what failed in passing: what moves
 * is told by subscriptions.
 */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 2000,
      retry: (failures, error) => failures < 3 && isPassing(error),
      refetchInterval: ({ state }) => state.status === "error" && isPassing(state.error) && awayInterval,
    },
    // Whoever presses a button hears at once that there is no network. Nothing is kept to be done when there is one again.
    mutations: { networkMode: "always" },
  },
});
