import path from "node:path";
import { compile } from "@fastify/proxy-addr";
import { cleanEnv, EnvError, makeValidator, str } from "envalid";
import { parse } from "pg-connection-string";

/** Everything that an operator sets, read once from the environment. The README's table of settings documents the keys. */
export interface Config {
  readonly port: number;
  readonly host: string;
  /** Null: the embedded PostgreSQL. */
  readonly databaseUrl: string | null;
  /** Where the embedded PostgreSQL keeps its data; null: in `.data`, or where its user can reach it. */
  readonly dataDir: string | null;
  readonly logLevel: LogLevel;
  readonly role: Role;
  /** Connections of this process to the database, the worker's own included. */
  readonly poolSize: number;
  /** Batches (or parts of one) that this process expands at once. */
  readonly workerConcurrency: number;
  /** Addresses, networks or the names of `proxy-addr` (`loopback`, …) whose X-Forwarded-* headers are believed. */
  readonly trustedProxies: readonly string[];
  /** Hosts that requests may name, in lower case, without ports; null where they may name all. */
  readonly allowedHosts: readonly string[] | null;
  /** WebSockets and event streams that one address may keep open. */
  readonly maxStreamsPerAddress: number;
  /**
   * Whether the process was started by `npm start`. Then npm passes signals to the shell in which it started the process, but that shell
   * does not pass them on.
   */
  readonly isRunByNpm: boolean;
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

/**
 * A connection string that pg takes. It is a URL, whose host may also be the folder of a socket. Or it is that folder, a blank and the
 * database's name.
 */
const postgresUrl = makeValidator<string>((text) => {
  if (text === "") return text;
  if (!/^(postgres(ql)?:\/\/|socket:|\/)/i.test(text)) throw new EnvError("must be a postgresql:// URL");
  try {
    parse(text);
  } catch (error) {
    // Besides the URL's form, a file of certificates that it names can be the reason.
    throw new EnvError(`must be a postgresql:// URL that can be read: ${(error as Error).message}`);
  }
  return text;
});

/** An empty HOST would open the port to everybody, an empty DATA_DIR would be the working directory. */
const text = makeValidator<string>((value) => {
  if (value.trim() === "") throw new EnvError("must not be empty");
  return value;
});

const proxies = makeValidator<readonly string[]>((value) => {
  const items = value.split(",").map((item) => item.trim());
  const named = items.filter((item) => item !== "");
  const wrong = named.filter((item) => !isProxy(item));
  if (wrong.length > 0) {
    throw new EnvError(`must be addresses, networks or names that proxy-addr knows, which is not so of ${wrong.join(", ")}`);
  }
  return named;
});

const loopbackHosts = ["localhost", "127.0.0.1", "[::1]"];
const isLoopback = (host: string): boolean => /^(localhost|127\.[\d.]+|::1)$/i.test(host);

/** @returns the hosts that requests may name, among them the one that is listened on; null where they may name all */
function allowedHosts(host: string, named: readonly string[]): readonly string[] | null {
  if (named.length === 0 && !isLoopback(host)) return null;
  // There are more loopback addresses than 127.0.0.1.
  const own = host.startsWith("127.") ? [host] : [];
  return [...new Set([...loopbackHosts, ...own, ...named])];
}

/** Names and addresses, separated by commas. They have no port: `localhost` is allowed with any port. */
const hosts = makeValidator<readonly string[]>((value) => {
  const items = value.split(",").map((item) => item.trim().toLowerCase());
  const named = items.filter((item) => item !== "");
  const wrong = named.filter((item) => !/^([\w.-]+|\[[\da-f:.]+\])$/.test(item));
  if (wrong.length > 0) throw new EnvError(`must be hosts without ports, which is not so of ${wrong.join(", ")}`);
  return named;
});

function isProxy(item: string): boolean {
  try {
    compile(item);
    return true;
  } catch {
    return false;
  }
}

/** The connections that a process needs besides one for each batch in hand. With them it listens, looks for work, and answers requests. */
const connectionsBesides = 3;

/** Finds settings that are right by themselves, but do not go together. @param read the settings; those that are wrong are undefined */
function clash(read: unknown): string[] {
  const { ROLE, POOL_SIZE, WORKER_CONCURRENCY } = read as { ROLE?: Role; POOL_SIZE?: number; WORKER_CONCURRENCY?: number };
  if (ROLE === "gateway" || POOL_SIZE === undefined || WORKER_CONCURRENCY === undefined) return [];
  const needed = WORKER_CONCURRENCY + connectionsBesides;
  return POOL_SIZE < needed ? [`  POOL_SIZE: must be at least WORKER_CONCURRENCY + ${connectionsBesides}, which is ${needed}`] : [];
}

/**
 * Reads the settings.
 * @throws {ConfigError} naming every key whose value is wrong.
 */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const values = cleanEnv(
    env,
    {
      PORT: { ...integer(0, 65535), default: 4000 },
      HOST: text({ default: "127.0.0.1" }),
      DATABASE_URL: postgresUrl({ default: undefined }),
      DATA_DIR: text({ default: undefined }),
      LOG_LEVEL: str({ choices: logLevels, default: "info" }),
      ROLE: str({ choices: roles, default: "all" }),
      POOL_SIZE: { ...integer(4, 500), default: 16 },
      WORKER_CONCURRENCY: { ...integer(1, 64), default: 2 },
      TRUSTED_PROXIES: proxies({ default: [] }),
      ALLOWED_HOSTS: hosts({ default: [] }),
      MAX_STREAMS_PER_ADDRESS: { ...integer(1, 1_000_000), default: 100 },
    },
    {
      reporter: ({ errors, env: read }) => {
        const wrong = [...Object.entries(errors).map(([key, error]) => `  ${key}: ${(error as Error).message}`), ...clash(read)];
        if (wrong.length > 0) throw new ConfigError(`Wrong settings in the environment:\n${wrong.join("\n")}`);
      },
    },
  );
  return Object.freeze({
    port: values.PORT,
    host: values.HOST,
    databaseUrl: values.DATABASE_URL || null,
    dataDir: values.DATA_DIR ?? null,
    logLevel: values.LOG_LEVEL,
    role: values.ROLE,
    poolSize: values.POOL_SIZE,
    workerConcurrency: values.WORKER_CONCURRENCY,
    trustedProxies: values.TRUSTED_PROXIES,
    allowedHosts: allowedHosts(values.HOST, values.ALLOWED_HOSTS),
    maxStreamsPerAddress: values.MAX_STREAMS_PER_ADDRESS,
    isRunByNpm: env.npm_lifecycle_event === "start",
  });
}

/** The variables of the environment that have these names: what a worker hands on to the commands that it runs. */
export const pickEnvironment = (names: readonly string[], env: NodeJS.ProcessEnv = process.env): Record<string, string> =>
  Object.fromEntries(names.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]]])));

/** How a command was started. */
export interface Invocation {
  /**
   * The directory in which the person typed the command. Paths on the command line are relative to it. npm itself goes on to the package's
   * directory.
   */
  readonly directory: string;
  /** What is typed before the arguments: `npm run load --`. */
  readonly name: string;
  /** Whether npm has started it, in a shell that passes no signals on. */
  readonly isRunByNpm: boolean;
  /**
   * Whether npm took an option for itself, because no `--` stood before it. npm then hands the option on as a variable of the environment.
   */
  isKeptByNpm(option: string): boolean;
}

/** @param script the command's name in package.json @param launcher the file that Node was started with */
export function readInvocation(
  script: "batch" | "load" | "work" | "verify",
  env: NodeJS.ProcessEnv = process.env,
  launcher = process.argv[1] ?? "",
): Invocation {
  const isRunByNpm = env.npm_lifecycle_event === script;
  const isRunByBin = path.parse(launcher).name === "batch-gateway";
  return {
    directory: ((isRunByNpm || isRunByBin) && env.INIT_CWD) || process.cwd(),
    isRunByNpm,
    name: isRunByBin ? `npx batch-gateway ${script}` : `npm run ${script} --`,
    isKeptByNpm: (option) => isRunByNpm && Boolean(env[`npm_config_${option.replaceAll("-", "_")}`]),
  };
}
