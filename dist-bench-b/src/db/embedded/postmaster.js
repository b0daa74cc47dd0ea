import { readFile, rm } from "node:fs/promises";
import path from "node:path";
import { isAlive, lookAt } from "./processes.js";
const pidFile = (databaseDir) => path.join(databaseDir, "postmaster.pid");
/** What PostgreSQL says of itself in postmaster.pid: its pid in line 1, its port in line 4, its state in line 8. */
async function readPidFile(databaseDir) {
    const text = await readFile(pidFile(databaseDir), "utf8").catch(() => "");
    const lines = text.split("\n");
    return { pid: Number(lines[0]), port: Number(lines[3]), state: lines[7]?.trim() };
}
/** The port of the PostgreSQL that runs on a directory, or null. */
export async function runningPort(databaseDir) {
    const { pid, port, state } = await readPidFile(databaseDir);
    if (!pid || !port || state === "stopping" || !isAlive(pid))
        return null;
    const found = await lookAt(pid);
    return found === null || (found.name.startsWith("postgres") && !found.isZombie) ? port : null;
}
/** The port of the last run; 0 where there was none. */
export async function lastPort(databaseDir) {
    const command = await readFile(path.join(databaseDir, "postmaster.opts"), "utf8").catch(() => "");
    return Number(/"-p" "(\d+)"/.exec(command)?.[1] ?? 0);
}
/**
 * Removes the file with the pid of PostgreSQL's last run, if no server can have that pid now. That is so if it is the pid of a zombie or,
 * as happens in a container, of this process or its parent. PostgreSQL would not start while any process has that pid. In all other cases
 * the file stays, because the process may be a server, perhaps in another container that has the same directory.
 */
export async function removeStalePid(databaseDir) {
    const { pid } = await readPidFile(databaseDir);
    const isNobody = pid === process.pid || pid === process.ppid || (await lookAt(pid))?.isZombie;
    if (pid && isNobody)
        await rm(pidFile(databaseDir), { force: true });
}
