import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { scratchDirectory } from "./scratchServer.js";

/** What Linux tells of a process in /proc; elsewhere there is nothing to read, and numbers are NaN. */
async function statOf(pid: number | string): Promise<{ parent: number; milliseconds: number }> {
  const text = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  // The second field is a name in parentheses, in which anything can stand.
  const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
  const [parent, user, system] = [fields[1], fields[11], fields[12]].map(Number) as [number, number, number];
  // It counts in hundredths of a second, whatever the kernel's own clock.
  return { parent, milliseconds: (user + system) * 10 };
}

/** Processor time that a process has used, in milliseconds. */
export const processorTime = async (pid: number): Promise<number> => (await statOf(pid)).milliseconds;

/** Processor time that those of the benchmark's PostgreSQL's processes have used that still run, in milliseconds. */
export async function postgresTime(): Promise<number> {
  const pidFile = path.join(scratchDirectory, "server", "postgres", "postmaster.pid");
  const postmaster = Number((await readFile(pidFile, "utf8")).split("\n")[0]);
  const pids = (await readdir("/proc").catch(() => [])).filter((name) => /^\d+$/.test(name));
  const stats = (await Promise.all(pids.map(statOf))).filter(({ parent }) => parent === postmaster);
  return stats.length === 0 ? Number.NaN : stats.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
}

/** Memory that a process holds, in MiB. */
export async function residentMemory(pid: number): Promise<number> {
  const text = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  return Number(/VmRSS:\s+(\d+)/.exec(text)?.[1]) / 1024;
}
