import { chmod, mkdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { type EmbeddedServer, startEmbeddedPostgres } from "../../src/db/embeddedPostgres.js";

/** Where everything lies that outlives a run. */
export const scratchDirectory = path.join(tmpdir(), "batch-gateway-bench");

/**
 * Starts the benchmark's own PostgreSQL: the one that `npm start` brings, with its defaults, so that what is measured is what
 * people get. It keeps commit times besides, which tell how long a worker's transactions took.
 */
export async function startScratchServer(fresh: boolean): Promise<EmbeddedServer> {
  const dataDir = path.join(scratchDirectory, "server");
  if (fresh) await rm(dataDir, { recursive: true, force: true });
  await mkdir(dataDir, { recursive: true });
  // Root can't run PostgreSQL; the user who then does must be able to pass.
  for (const directory of [scratchDirectory, dataDir]) await chmod(directory, 0o711);
  const server = await startEmbeddedPostgres(dataDir, ["-c track_commit_timestamp=on"]);
  if (!server.started) throw new Error(`Another benchmark is running on ${dataDir}`);
  return server;
}
