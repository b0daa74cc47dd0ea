import { cleanEnv, str } from "envalid";
import { identityClashes, identityOf, identitySettings } from "./config/identitySettings.js";
import { limitSettings, limitsOf } from "./config/limitSettings.js";
import { readTracing, type TracingSettings } from "./config/readTracing.js";
import { allowedHosts, hosts, integer, networks, postgresUrl, proxies, text } from "./config/settingKinds.js";
import { switchesOf, switchSettings } from "./config/switchSettings.js";

const roles = ["all", "gateway", "worker"] as const;
/** What a process does: answer requests, expand batches, or both. */
export type Role = (typeof roles)[number];

const logLevels = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;
export type LogLevel = (typeof logLevels)[number];

/** The environment is not valid. The message names every wrong key. */
export class ConfigError extends Error {}

/** The connections that a process needs besides one for each batch in hand. With them it listens, looks for work, and answers requests. */
const connectionsBesides = 3;

/** The settings without a default that are empty where they are not set, as a file of all settings has them. */
const mayBeEmpty = [
  ...["METRICS_PORT", "TRUSTED_DOCUMENTS", "MAX_RECIPES_PER_BATCH"],
  ...["MAX_REQUESTS_PER_SECOND_PER_ADDRESS", "MAX_REQUESTS_PER_SECOND_PER_ACTOR"],
];

/** Finds settings that are right by themselves, but do not go together. @param read the settings; those that are wrong are undefined */
function clash(read: unknown): string[] {
  const { PORT, METRICS_PORT, ROLE, POOL_SIZE, WORKER_CONCURRENCY } = read as { ROLE?: Role } & Record<string, number | undefined>;
  const { DATABASE_URL, DATABASE_REPLICA_URL } = read as Record<string, string | undefined>;
  const isTwice = ROLE !== "worker" && METRICS_PORT !== undefined && METRICS_PORT !== 0 && METRICS_PORT === PORT;
  const clashes = isTwice ? ["METRICS_PORT: must be another port than PORT"] : [];
  if (DATABASE_REPLICA_URL && !DATABASE_URL) clashes.push("DATABASE_REPLICA_URL: needs DATABASE_URL, whose standby it names");
  if (ROLE === "gateway" || POOL_SIZE === undefined || WORKER_CONCURRENCY === undefined) return clashes;
  const needed = WORKER_CONCURRENCY + connectionsBesides;
  if (POOL_SIZE < needed) clashes.push(`POOL_SIZE: must be at least WORKER_CONCURRENCY + ${connectionsBesides}, which is ${needed}`);
  return clashes;
}

/**
 * Reads everything that an operator sets. The README's table of settings documents the keys.
 * @throws {ConfigError} naming every key whose value is wrong.
 */
export function readConfig(env: NodeJS.ProcessEnv = process.env) {
  const values = cleanEnv(
    Object.fromEntries(Object.entries(env).filter(([key, value]) => value !== "" || !mayBeEmpty.includes(key))),
    {
      PORT: { ...integer(0, 65535), default: 4000 },
      HOST: text({ default: "127.0.0.1" }),
      DATABASE_URL: postgresUrl({ default: undefined }),
      DATABASE_REPLICA_URL: postgresUrl({ default: undefined }),
      DATA_DIR: text({ default: undefined }),
      LOG_LEVEL: str({ choices: logLevels, default: "info" }),
      ROLE: str({ choices: roles, default: "all" }),
      POOL_SIZE: { ...integer(4, 500), default: 16 },
      WORKER_CONCURRENCY: { ...integer(1, 64), default: 2 },
      TRUSTED_PROXIES: proxies({ default: [] }),
      ALLOWED_HOSTS: hosts({ default: [] }),
      ...limitSettings,
      ...switchSettings,
      METRICS_PORT: { ...integer(0, 65535), default: undefined },
      DRAIN_SECONDS: { ...integer(0, 600), default: 0 },
      ...identitySettings,
      WEBHOOK_ALLOWED_NETWORKS: networks({ default: [] }),
      FOREIGN_KEY_CHECKS: str({ choices: ["auto", "rows"], default: "auto" }),
    },
    {
      reporter: ({ errors, env: read }) => {
        const tracing = readTracing(env);
        const wrong = [
          ...Object.entries(errors).map(([key, error]) => `${key}: ${(error as Error).message}`),
          ...clash(read),
          ...identityClashes(read, (key) => env[key] !== undefined),
          ...(typeof tracing === "string" ? [tracing] : []),
        ];
        if (wrong.length > 0) throw new ConfigError(["Wrong settings in the environment:", ...wrong].join("\n  "));
      },
    },
  );
  return Object.freeze({
    port: values.PORT,
    host: values.HOST,
    /** Null: the embedded PostgreSQL. */
    databaseUrl: values.DATABASE_URL || null,
    /** A standby of `databaseUrl` that answers what only reads; null: there is none. */
    replicaUrl: values.DATABASE_REPLICA_URL || null,
    /** Where the embedded PostgreSQL keeps its data; null: in `.data`, or where its user can reach it. */
    dataDir: values.DATA_DIR ?? null,
    logLevel: values.LOG_LEVEL,
    role: values.ROLE,
    /** Connections of this process to the database, the worker's own included. */
    poolSize: values.POOL_SIZE,
    /** Batches (or parts of one) that this process expands at once. */
    workerConcurrency: values.WORKER_CONCURRENCY,
    /** Null where nothing tells callers apart, and everybody may do everything. */
    identity: identityOf(values),
    /** Addresses, networks or the names of `proxy-addr` (`loopback`, …) whose X-Forwarded-* headers are believed. */
    trustedProxies: values.TRUSTED_PROXIES,
    /** Hosts that requests may name, in lower case, without ports; null where they may name all. */
    allowedHosts: allowedHosts(values.HOST, values.ALLOWED_HOSTS),
    ...limitsOf(values),
    ...switchesOf(values),
    /** Where metrics are served without asking who reads them; null: by the gateway itself, at `/metrics`. */
    metricsPort: values.METRICS_PORT ?? null,
    /** Null: no spans are sent. */
    tracing: readTracing(env) as TracingSettings | null,
    /** Seconds for which a process that is told to stop still answers, while `/readyz` says that it is stopping. */
    drainSeconds: values.DRAIN_SECONDS,
    /** Networks to which webhooks may lead although they are not public, also without encryption. */
    webhookNetworks: values.WEBHOOK_ALLOWED_NETWORKS,
    /** Whether the foreign keys of new recipes and jobs are checked row by row, even where the database's role could do it chunk by chunk. */
    checksByRow: values.FOREIGN_KEY_CHECKS === "rows",
    /** Whether the process was started by `npm start`: see `whenNpmStops`. */
    isRunByNpm: env.npm_lifecycle_event === "start",
  });
}

export type Config = ReturnType<typeof readConfig>;
