import { readFile } from "node:fs/promises";
/** Whether there is a process with this pid. A zombie counts. */
export function isAlive(pid) {
    try {
        process.kill(pid, 0);
        return true;
    }
    catch (error) {
        return error.code === "EPERM";
    }
}
/** What Linux tells of a process; null on other systems, and where there is no such process. */
export async function lookAt(pid) {
    const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
    const [, name, state] = /^\d+ \((.*)\) (\w)/.exec(stat) ?? [];
    return name === undefined ? null : { name, isZombie: state === "Z" };
}
