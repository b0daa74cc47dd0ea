import { existsSync } from "node:fs";
import { chmod, chown, mkdir } from "node:fs/promises";
import path from "node:path";
import { runningPort } from "../../src/db/embedded/postmaster.js";
import { run } from "../../src/db/embedded/run.js";
import { findServerUser } from "../../src/db/embedded/serverUser.js";
import { scratchDirectory } from "./scratchServer.js";
const programs = "/usr/lib/postgresql/15/bin";
const port = 5415;
/** Starts Debian's PostgreSQL 15 with its default settings. @returns null where it is not installed */
export async function startDebianServer() {
    if (!existsSync(`${programs}/initdb`))
        return null;
    const user = await findServerUser();
    const directory = path.join(scratchDirectory, "debian", "postgres");
    await mkdir(directory, { recursive: true });
    await chmod(path.dirname(directory), 0o711);
    if (user)
        await chown(directory, user.uid, user.gid);
    const as = { ...user, cwd: directory };
    if (!existsSync(`${directory}/PG_VERSION`)) {
        await run(`${programs}/initdb`, ["-D", directory, "-U", "postgres", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8"], as);
    }
    const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=''`;
    const pgCtl = (...args) => run(`${programs}/pg_ctl`, [...args, "-D", directory, "-w", "-s"], as);
    if ((await runningPort(directory)) === null)
        await pgCtl("start", "-l", `${directory}/server.log`, "-o", options);
    return { url: `postgresql://postgres@127.0.0.1:${port}/postgres`, stop: async () => void (await pgCtl("stop", "-m", "fast")) };
}
