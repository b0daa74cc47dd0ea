import { QueryCache, QueryClient } from "@tanstack/preact-query";
import { GatewayError } from "./GatewayError.js";
import { askToSignIn } from "./signInRequired.js";

/** Codes after which the same question may be answered. */
const passing = ["UNREACHABLE", "SERVICE_UNAVAILABLE", "TOO_MANY_REQUESTS", "DEADLINE_EXCEEDED"];

/** What the gateway has answered. It is asked again when the tab is looked at anew, not by a clock: what moves is told by `watchBatch`. */
export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: (error) => error instanceof GatewayError && error.code === "UNAUTHENTICATED" && askToSignIn() }),
  defaultOptions: {
    queries: {
      staleTime: 2000,
      retry: (failures, error) => failures < 3 && error instanceof GatewayError && passing.includes(error.code),
    },
  },
});
