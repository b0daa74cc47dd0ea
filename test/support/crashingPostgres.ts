import { chmod, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { onTestFinished } from "vitest";
import { startEmbeddedPostgres } from "../../src/db/embeddedPostgres.js";

/** A PostgreSQL of a test's own that can be made to lose what it has not yet written to its log. It keeps its port. */
export async function startCrashingPostgres() {
  const dataDir = await mkdtemp(path.join(tmpdir(), "batch-gateway-restart-"));
  // Where root runs the tests, the server runs as the user postgres.
  await chmod(dataDir, 0o755);
  const server = await startEmbeddedPostgres(dataDir);
  onTestFinished(async () => {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  });
  const pidFile = path.join(dataDir, "postgres", "postmaster.pid");
  return {
    url: server.url,
    crash: async () => process.kill(Number((await readFile(pidFile, "utf8")).split("\n")[0]), "SIGQUIT"),
    start: () => server.ensureRunning(),
  };
}
