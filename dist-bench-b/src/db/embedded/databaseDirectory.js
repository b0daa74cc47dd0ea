import { randomBytes } from "node:crypto";
import { lstat, mkdir, readlink, rmdir, symlink } from "node:fs/promises";
import path from "node:path";
import { canReach, rootsDirectory } from "./serverUser.js";
const defaultDataDir = ".data";
/**
 * Finds the place of the server's directory, which may not exist yet: `postgres` in the data directory. The data directory is `.data` by
 * default. If the server's user can't reach that default, as in root's home, `postgres` becomes a link to a directory elsewhere.
 * @param dataDir null: none is set
 * @throws where the server's user can't reach it
 */
export async function findDatabaseDirectory(dataDir, user) {
    const directory = path.resolve(dataDir ?? defaultDataDir);
    const made = await mkdir(directory, { recursive: true });
    const place = path.join(directory, "postgres");
    const there = await lstat(place).catch(() => null);
    if (there === null && dataDir === null && !(await canReach(user, directory)))
        await linkElsewhere(place);
    const found = path.resolve(directory, await readlink(place).catch(() => place));
    await mkdir(path.dirname(found), { recursive: true });
    if (await canReach(user, path.dirname(found)))
        return found;
    if (made)
        await removeEmpty(directory, made);
    throw new Error(`the user postgres, who runs PostgreSQL for root, may not enter ${path.dirname(found)}.\n` +
        "Let everybody enter it and the folders above it (chmod a+x), or set DATA_DIR to another folder.");
}
async function linkElsewhere(place) {
    const checkout = path.basename(path.resolve(path.dirname(place), ".."));
    const elsewhere = path.join(rootsDirectory, `${checkout}-${randomBytes(4).toString("hex")}`);
    await symlink(elsewhere, place).catch((error) => {
        // Another process has made the link first.
        if (error.code !== "EEXIST")
            throw error;
    });
}
/** Removes the folders that were just made, from the innermost to the outermost. */
async function removeEmpty(innermost, outermost) {
    await rmdir(innermost);
    if (innermost !== outermost)
        await removeEmpty(path.dirname(innermost), outermost);
}
