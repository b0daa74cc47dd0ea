import { cleanEnv, EnvError, makeValidator, str } from "envalid";

/** Everything that an operator sets, read once from the environment. The README's table of settings documents the keys. */
export interface Config {
  readonly port: number;
  readonly host: string;
  /** Null: the embedded PostgreSQL under `dataDir`. */
  readonly databaseUrl: string | null;
  readonly dataDir: string;
  readonly logLevel: LogLevel;
  readonly role: Role;
  /** Connections of this process to the database, the worker's own included. */
  readonly poolSize: number;
  /** Batches (or parts of one) that this process expands at once. */
  readonly workerConcurrency: number;
  /** Addresses, networks or the names of `proxy-addr` (`loopback`, …) whose X-Forwarded-* headers are believed. */
  readonly trustedProxies: readonly string[];
}

const roles = ["all", "gateway", "worker"] as const;
/** What a process does: answer requests, expand batches, or both. */
export type Role = (typeof roles)[number];

const logLevels = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;
export type LogLevel = (typeof logLevels)[number];

/** The environment is not valid. The message names every wrong key. */
export class ConfigError extends Error {}

const integer = (min: number, max: number) =>
  makeValidator<number>((text) => {
    const value = Number(text);
    if (!/^\d+$/.test(text) || value < min || value > max) throw new EnvError(`must be an integer from ${min} to ${max}`);
    return value;
  })();

const postgresUrl = makeValidator<string>((text) => {
  if (!/^postgres(ql)?:\/\//.test(text) || !URL.canParse(text)) throw new EnvError("must be a postgresql:// URL");
  return text;
});

const list = makeValidator<readonly string[]>((text) =>
  text
    .split(",")
    .map((item) => item.trim())
    .filter((item) => item !== ""),
);

/**
 * Reads the settings.
 * @throws {ConfigError} naming every key whose value is wrong.
 */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const values = cleanEnv(
    env,
    {
      PORT: { ...integer(0, 65535), default: 4000 },
      HOST: str({ default: "127.0.0.1" }),
      DATABASE_URL: postgresUrl({ default: undefined }),
      DATA_DIR: str({ default: ".data" }),
      LOG_LEVEL: str({ choices: logLevels, default: "info" }),
      ROLE: str({ choices: roles, default: "all" }),
      POOL_SIZE: { ...integer(4, 500), default: 16 },
      WORKER_CONCURRENCY: { ...integer(1, 64), default: 2 },
      TRUSTED_PROXIES: list({ default: [] }),
    },
    {
      reporter: ({ errors }) => {
        const wrong = Object.entries(errors).map(([key, error]) => `  ${key}: ${(error as Error).message}`);
        if (wrong.length > 0) throw new ConfigError(`Wrong settings in the environment:\n${wrong.join("\n")}`);
      },
    },
  );
  return Object.freeze({
    port: values.PORT,
    host: values.HOST,
    databaseUrl: values.DATABASE_URL ?? null,
    dataDir: values.DATA_DIR,
    logLevel: values.LOG_LEVEL,
    role: values.ROLE,
    poolSize: values.POOL_SIZE,
    workerConcurrency: values.WORKER_CONCURRENCY,
    trustedProxies: values.TRUSTED_PROXIES,
  });
}
