import { run } from "./run.js";
const name = "postgres";
/**
 * Finds the user that the server runs as. PostgreSQL refuses to run as root. For root it runs as the user postgres, who is made if there is
 * none.
 * @throws where the user can't be made
 */
export async function findServerUser() {
    if (process.getuid?.() !== 0)
        return null;
    return (await lookUp()) ?? (await make());
}
const lookUp = () => Promise.all(["-u", "-g"].map(async (flag) => Number(await run("id", [flag, name])))).then(([uid, gid]) => ({ uid: uid, gid: gid }), () => null);
async function make() {
    try {
        await run("groupadd", ["--system", "--force", name]);
        await run("useradd", ["--system", "--gid", name, "--no-create-home", "--home-dir", "/", "--shell", "/bin/false", name]);
    }
    catch (error) {
        // Another process may have made the user meanwhile.
        const made = await lookUp();
        if (made)
            return made;
        throw new Error(`PostgreSQL does not run as root, and the user ${name} could not be made: ${error.message}\n` +
            "Start the gateway as another user, or set DATABASE_URL.");
    }
    return lookUp();
}
/** Whether the server's user may pass all folders that lead to a program or a folder, and run or enter it. */
export const canReach = (user, file) => user === null
    ? Promise.resolve(true)
    : run("test", ["-x", file], user).then(() => true, () => false);
/** For root: the directory of what the user postgres must reach, when the checkout is in a folder that only root may enter. */
export const rootsDirectory = "/var/lib/batch-gateway";
