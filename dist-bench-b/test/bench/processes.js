import { readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { scratchDirectory } from "./scratchServer.js";
/** What Linux tells of a process in /proc; elsewhere there is nothing to read, and numbers are NaN. */
async function statOf(pid) {
    const text = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
    // The second field is a name in parentheses, in which anything can stand.
    const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
    const [parent, user, system] = [fields[1], fields[11], fields[12]].map(Number);
    // It counts in hundredths of a second, whatever the kernel's own clock.
    return { parent, milliseconds: (user + system) * 10 };
}
/** Processor time that a process has used, in milliseconds. */
export const processorTime = async (pid) => (await statOf(pid)).milliseconds;
/**
 * Begins to look at this process, which sends the requests.
 * @returns what tells the share of one processor that it has used since
 */
export function watchSender() {
    const [start, before] = [performance.now(), process.cpuUsage()];
    return () => {
        const { user, system } = process.cpuUsage(before);
        return (user + system) / 1000 / (performance.now() - start);
    };
}
/**
 * Begins to look at the benchmark's PostgreSQL.
 * @returns what tells the processor time that it has used since, in milliseconds
 */
export async function watchPostgres() {
    const before = await postgresTimes();
    return async () => {
        // Connections come and go: one that has ended meanwhile was idle.
        const since = [...(await postgresTimes())].map(([pid, milliseconds]) => milliseconds - (before.get(pid) ?? 0));
        return since.length === 0 ? Number.NaN : since.reduce((sum, milliseconds) => sum + milliseconds, 0);
    };
}
/** Of the processes of all servers that the benchmark has started. */
async function postgresTimes() {
    const pidFiles = ["server", "debian"].map((server) => path.join(scratchDirectory, server, "postgres", "postmaster.pid"));
    const postmasters = await Promise.all(pidFiles.map(async (file) => Number((await readFile(file, "utf8").catch(() => "")).split("\n")[0])));
    const pids = (await readdir("/proc").catch(() => [])).filter((name) => /^\d+$/.test(name));
    const stats = await Promise.all(pids.map(async (pid) => ({ pid, ...(await statOf(pid)) })));
    return new Map(stats.filter(({ parent }) => postmasters.includes(parent)).map(({ pid, milliseconds }) => [pid, milliseconds]));
}
/** Memory that a process holds, in MiB. */
export async function residentMemory(pid) {
    const text = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
    return Number(/VmRSS:\s+(\d+)/.exec(text)?.[1]) / 1024;
}
/**
 * Begins to look at the most memory that a process holds.
 * @returns what tells, in MiB, by how much that was more than it held at the beginning
 */
export async function watchPeakMemory(pid) {
    const before = await residentMemory(pid);
    // Linux then counts the peak from now on.
    await writeFile(`/proc/${pid}/clear_refs`, "5").catch(() => { });
    return async () => {
        const text = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
        return Number(/VmHWM:\s+(\d+)/.exec(text)?.[1]) / 1024 - before;
    };
}
