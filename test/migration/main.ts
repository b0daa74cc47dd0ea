import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { startEmbeddedPostgres } from "../../src/db/embeddedPostgres.js";
import { writeMigration } from "./writeMigration.js";

// `npm run migration -- NAME`. The schema engine wants a server, so there is one for as long as it works.
const directory = await mkdtemp(path.join(tmpdir(), "batch-gateway-migration-"));
// Root can't run PostgreSQL; the user who then does must be able to pass.
await chmod(directory, 0o711);
const server = await startEmbeddedPostgres(directory);
try {
  const file = await writeMigration(process.argv[2] ?? "", process.cwd(), server.url);
  console.log(`Wrote ${file}: read it, and mend what it can't know.`);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
} finally {
  await server.stop();
  await rm(directory, { recursive: true, force: true });
}
