import { randomBytes } from "node:crypto";
import { chown, readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { exists, makeWhole } from "./makeWhole.js";
import { run } from "./run.js";
/** The file with the superuser's password, in the server's directory. */
const passwordFile = "gateway.password";
/** Makes the server's directory, with a superuser `postgres` whose password is random. */
export async function initialise(databaseDir, initdb, user) {
    const isDatabase = (directory) => exists(path.join(directory, passwordFile));
    await makeWhole(databaseDir, isDatabase, async (workshop) => {
        const [made, password] = [path.join(workshop, "postgres"), path.join(workshop, passwordFile)];
        await writeFile(password, `${randomBytes(18).toString("base64url")}\n`, { mode: 0o600 });
        if (user)
            for (const file of [password, workshop])
                await chown(file, user.uid, user.gid);
        await run(initdb, [...flags, `--pgdata=${made}`, `--pwfile=${password}`], { ...user, cwd: workshop });
        await rename(password, path.join(made, passwordFile));
        return made;
    });
}
const flags = [
    "--username=postgres",
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    // The built-in C.UTF-8 sorts the same on every platform, and fast.
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--locale=C",
];
/** Reads the superuser's password. The first releases wrote its file beside the directory, not into it. */
export const readPassword = async (databaseDir) => (await readFile(path.join(databaseDir, passwordFile), "utf8").catch(() => readFile(`${databaseDir}.password`, "utf8"))).trim();
