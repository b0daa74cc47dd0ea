import { closeSync, openSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import path from "node:path";

/** How often a lock is written anew. */
const touchMilliseconds = 15_000;
/** A lock that has not been written for so long is that of a process which was killed. */
const staleMilliseconds = 60_000;

interface Owner {
  readonly host: string;
  readonly pid: number;
}

/**
 * Takes a folder for this process until it ends. The lock of a process that was killed is taken over: at once where it ran on this host,
 * else after a minute.
 * @throws {Error} where another process has it
 */
export function lockFolder(folder: string): void {
  const self: Owner = { host: hostname(), pid: process.pid };
  const [lock, own, text] = [path.join(folder, "lock"), path.join(folder, `lock.${self.host}.${self.pid}`), JSON.stringify(self)];
  writeFileSync(own, text);
  try {
    closeSync(openSync(lock, "wx"));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    // Both times are the file server's, whose clock need not be this host's.
    const age = statSync(own).mtimeMs - statSync(lock).mtimeMs;
    const owner = readOwner(lock);
    if (age < staleMilliseconds && isAlive(owner, self)) {
      rmSync(own);
      throw new Error(`process ${owner.pid} on ${owner.host} uses it, or did ${Math.round(age / 1000)} s ago`);
    }
  }
  renameSync(own, lock);
  setInterval(() => void writeFile(lock, text).catch(() => {}), touchMilliseconds).unref();
  process.once("exit", () => rmSync(lock, { force: true }));
}

function readOwner(lock: string): Owner {
  try {
    return JSON.parse(readFileSync(lock, "utf8"));
  } catch {
    // It is being written.
    return { host: "another host", pid: 0 };
  }
}

/** On another host, nobody can tell. A process of this one's number on this host was there before it, in a container of the same name. */
function isAlive({ host, pid }: Owner, self: Owner): boolean {
  if (host !== self.host) return true;
  if (pid === self.pid) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
