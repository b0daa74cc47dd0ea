import type { CleanedEnv } from "envalid";
import { integer, isLoopback, list } from "./settingKinds.js";

const off = { default: undefined };

/** What holds also where no settings are read, as in a test. */
export const limitDefaults = {
  /** A page may watch a hundred batches. */
  maxOperationsPerConnection: 100,
  /** The dearest query that the limits allow takes about one second. */
  maxRequestSeconds: 30,
};

/** Origins, separated by commas, as browsers write them: in lower case, without a default port. */
const origins = list(
  (item) => URL.canParse(item) && new URL(item).origin === item && item !== "null",
  "origins such as https://batches.example",
  true,
);

export const limitSettings = {
  MAX_STREAMS_PER_ADDRESS: { ...integer(1, 1_000_000), default: 100 },
  MAX_OPERATIONS_PER_CONNECTION: { ...integer(1, 10_000), default: limitDefaults.maxOperationsPerConnection },
  MAX_REQUEST_SECONDS: { ...integer(1, 3600), default: limitDefaults.maxRequestSeconds },
  MAX_REQUESTS_PER_SECOND_PER_ADDRESS: { ...integer(1, 1_000_000), ...off },
  MAX_REQUESTS_PER_SECOND_PER_ACTOR: { ...integer(1, 1_000_000), ...off },
  MAX_RECIPES_PER_BATCH: { ...integer(1, 2_147_483_647), ...off },
  CORS_ORIGINS: origins({ default: [] }),
};

/** What callers may have of the gateway. @param values the settings of this file as envalid reads them, and one that they depend on */
export const limitsOf = (values: CleanedEnv<typeof limitSettings> & { readonly HOST: string }) => ({
  /** WebSockets and event streams that one address may keep open. */
  maxStreamsPerAddress: values.MAX_STREAMS_PER_ADDRESS,
  /** Operations in hand on one WebSocket. */
  maxOperationsPerConnection: values.MAX_OPERATIONS_PER_CONNECTION,
  /** Seconds that a request may take. */
  maxRequestSeconds: values.MAX_REQUEST_SECONDS,
  /** Requests and operations in a second; null: any number. */
  maxRequestsPerSecondPerAddress: values.MAX_REQUESTS_PER_SECOND_PER_ADDRESS ?? null,
  maxRequestsPerSecondPerActor: values.MAX_REQUESTS_PER_SECOND_PER_ACTOR ?? null,
  /** Recipes that a new batch may match; null: any number. */
  maxRecipesPerBatch: values.MAX_RECIPES_PER_BATCH ?? null,
  /** Origins of pages that may read answers, besides the gateway's own. */
  corsOrigins: values.CORS_ORIGINS,
  /** Whether a caller without a name is told what a misspelt field might have been: a hint to developers, and to those who explore. */
  suggestsToAnonymous: isLoopback(values.HOST),
});
