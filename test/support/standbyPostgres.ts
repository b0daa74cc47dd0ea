import { execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { accessSync, appendFileSync, chmodSync, constants, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir, userInfo } from "node:os";
import path from "node:path";
import { afterAll, beforeAll } from "vitest";

const bin = "/usr/lib/postgresql/15/bin";

/** Whether this machine has Debian's PostgreSQL 15: the embedded one brings no `pg_basebackup`. */
export const hasDebianPostgres = (() => {
  try {
    accessSync(`${bin}/pg_basebackup`, constants.X_OK);
    return true;
  } catch {
    return false;
  }
})();

const isRoot = userInfo().uid === 0;

/** Runs a program of PostgreSQL's, as the user `postgres` where root runs the tests. */
async function run(program: string, args: readonly string[]): Promise<void> {
  const command = [`${bin}/${program}`, ...args];
  const [first, ...rest] = isRoot ? ["runuser", "-u", "postgres", "--", ...command] : command;
  // A server that is started has this output, so its end is not waited for.
  const child = spawn(first as string, rest, { stdio: ["ignore", "ignore", "pipe"] });
  let output = "";
  child.stderr.on("data", (chunk) => (output += chunk));
  const [status] = await once(child, "exit");
  child.stderr.destroy();
  if (status !== 0) throw new Error(`${program} ended with ${status}: ${output}`);
}

/** A server of PostgreSQL 15. */
export class Server {
  constructor(
    readonly data: string,
    private readonly port: number,
  ) {}

  get url(): string {
    return `postgresql://postgres@127.0.0.1:${this.port}/postgres`;
  }

  start(): Promise<void> {
    const options = `-p ${this.port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=''`;
    return run("pg_ctl", ["-D", this.data, "-w", "-s", "-l", path.join(this.data, "log"), "-o", options, "start"]);
  }

  /** @param mode as of `pg_ctl`; `immediate` is a crash */
  stop(mode: "fast" | "immediate"): Promise<void> {
    return run("pg_ctl", ["-D", this.data, "-w", "-s", "-m", mode, "stop"]);
  }

  promote(): Promise<void> {
    return run("pg_ctl", ["-D", this.data, "-w", "-s", "promote"]);
  }
}

/** Makes servers of PostgreSQL 15 for a test file, which are removed at its end. */
export function useStandbys() {
  let folder: string;
  const servers: Server[] = [];
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), "batch-gateway-standby-"));
    chmodSync(folder, 0o711);
    if (isRoot) execFileSync("chown", ["postgres", folder]);
  });
  afterAll(() => {
    for (const server of servers) stopAtOnce(server);
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  });
  const make = async (fill: (data: string) => Promise<void>): Promise<Server> => {
    const server = new Server(path.join(folder, String(servers.length)), await freePort());
    servers.push(server);
    await fill(server.data);
    await server.start();
    return server;
  };
  return {
    primary: () =>
      make(async (data) => {
        await run("initdb", ["-D", data, "-U", "postgres", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"]);
        // What is replayed while a statement reads cancels that statement at once, instead of after 30 s.
        const cancelling = "max_standby_streaming_delay = 0";
        const settings = ["fsync = off", "max_connections = 60", cancelling, "log_statement = all", "timezone = 'Asia/Tokyo'"];
        appendFileSync(path.join(data, "postgresql.conf"), `${settings.join("\n")}\n`);
      }),
    standbyOf: (primary: Server) =>
      make((data) => run("pg_basebackup", ["-d", primary.url, "-D", data, "-R", "--checkpoint=fast", "--no-sync"])),
  };
}

function stopAtOnce({ data }: Server): void {
  const file = path.join(data, "postmaster.pid");
  if (existsSync(file)) spawnSync("kill", ["-QUIT", readFileSync(file, "utf8").split("\n")[0] as string]);
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
