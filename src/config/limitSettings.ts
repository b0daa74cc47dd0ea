import type { CleanedEnv } from "envalid";
import { integer, isLoopback, list } from "./settingKinds.js";

/** What callers may have of the gateway. */
export interface LimitConfig {
  /** WebSockets and event streams that one address may keep open. */
  readonly maxStreamsPerAddress: number;
  /** Operations in hand on one WebSocket. */
  readonly maxOperationsPerConnection: number;
  /** Seconds that a request may take. */
  readonly maxRequestSeconds: number;
  /** Requests and operations in a second; null: any number. */
  readonly maxRequestsPerSecondPerAddress: number | null;
  readonly maxRequestsPerSecondPerActor: number | null;
  /** Recipes that a new batch may match; null: any number. */
  readonly maxRecipesPerBatch: number | null;
  /** Origins of pages that may read answers, besides the gateway's own. */
  readonly corsOrigins: readonly string[];
  /** Whether a caller without a name is told what a misspelt field might have been: a hint to developers, and to those who explore. */
  readonly suggestsToAnonymous: boolean;
}

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

/** @param values the settings of this file as envalid reads them, and one that they depend on */
export const limitsOf = (values: CleanedEnv<typeof limitSettings> & { readonly HOST: string }): LimitConfig => ({
  maxStreamsPerAddress: values.MAX_STREAMS_PER_ADDRESS,
  maxOperationsPerConnection: values.MAX_OPERATIONS_PER_CONNECTION,
  maxRequestSeconds: values.MAX_REQUEST_SECONDS,
  maxRequestsPerSecondPerAddress: values.MAX_REQUESTS_PER_SECOND_PER_ADDRESS ?? null,
  maxRequestsPerSecondPerActor: values.MAX_REQUESTS_PER_SECOND_PER_ACTOR ?? null,
  maxRecipesPerBatch: values.MAX_RECIPES_PER_BATCH ?? null,
  corsOrigins: values.CORS_ORIGINS,
  suggestsToAnonymous: isLoopback(values.HOST),
});
