import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { accessSync, chmodSync, constants, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir, userInfo } from "node:os";
import path from "node:path";
import pg from "pg";
import { expect, onTestFinished } from "vitest";

const program = "/usr/sbin/pgbouncer";

/** Whether this machine has pgbouncer. */
export const hasPgbouncer = (() => {
  try {
    accessSync(program, constants.X_OK);
    return true;
  } catch {
    return false;
  }
})();

/**
 * Starts a pgbouncer in front of a database; it runs until the test ends.
 * @param settings of its configuration file
 * @returns the database's URL by way of it
 */
export async function startPgbouncer(url: string, settings: Readonly<Record<string, string | number>>): Promise<string> {
  const { hostname, port, username, password, pathname } = new URL(url);
  const directory = mkdtempSync(path.join(tmpdir(), "batch-gateway-pgbouncer-"));
  const its = await freePort();
  const file = path.join(directory, "pgbouncer.ini");
  const all = { listen_addr: "127.0.0.1", listen_port: its, unix_socket_dir: "", auth_type: "any", default_pool_size: 40, ...settings };
  const target = `host=${hostname} port=${port} user=${username}${password && ` password=${decodeURIComponent(password)}`}`;
  const lines = Object.entries(all).map(([name, value]) => `${name} = ${value}`);
  writeFileSync(file, `[databases]\n${pathname.slice(1)} = ${target}\n[pgbouncer]\n${lines.join("\n")}\n`);
  // pgbouncer does not run as root, so its user must be able to read these.
  chmodSync(directory, 0o711);
  chmodSync(file, 0o644);
  const asUser = userInfo().uid === 0 ? { uid: 65534, gid: 65534 } : {};
  const child: ChildProcess = spawn(program, ["-q", file], { ...asUser, stdio: "ignore" });
  // This begins to wait at once: pgbouncer may end by itself, and to wait for an end that is past would take for ever.
  const ended = once(child, "exit");
  onTestFinished(async () => {
    child.kill("SIGKILL");
    await ended;
    rmSync(directory, { recursive: true });
  });
  const pooled = new URL(url);
  pooled.host = `127.0.0.1:${its}`;
  await expect.poll(() => isThere(pooled.href), { timeout: 40_000 }).toBe(true);
  return pooled.href;
}

async function isThere(url: string): Promise<boolean> {
  const client = new pg.Client(url);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
