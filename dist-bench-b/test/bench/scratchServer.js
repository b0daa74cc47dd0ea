import { chmod, mkdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { startEmbeddedPostgres } from "../../src/db/embeddedPostgres.js";
/** Where everything lies that outlives a run. */
export const scratchDirectory = path.join(tmpdir(), "batch-gateway-bench");
/** Any number. */
const lockKey = 20_161_028;
/**
 * Starts the PostgreSQL that `npm start` brings, with its defaults, so that what is measured is what people get. It keeps commit
 * times besides, which tell how long a worker's transactions took.
 * @throws where another benchmark uses it: they would measure each other
 */
export async function startScratchServer() {
    const dataDir = path.join(scratchDirectory, "server");
    await mkdir(dataDir, { recursive: true });
    // Root can't run PostgreSQL; the user who then does must be able to pass.
    for (const directory of [scratchDirectory, dataDir])
        await chmod(directory, 0o711);
    const server = await startEmbeddedPostgres(dataDir, ["-c track_commit_timestamp=on"]);
    const holder = new pg.Client(server.url);
    holder.on("error", () => { });
    await holder.connect();
    const { rows } = await holder.query("SELECT pg_try_advisory_lock($1) AS locked", [lockKey]);
    if (!rows[0].locked) {
        await holder.end();
        throw new Error(`Another benchmark is running on ${dataDir}`);
    }
    return {
        url: server.url,
        stop: async () => {
            await holder.end();
            await server.stop();
        },
    };
}
