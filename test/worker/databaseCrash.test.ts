import { chmod, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { openDatabase } from "../../src/db/database.js";
import { type EmbeddedServer, startEmbeddedPostgres } from "../../src/db/embeddedPostgres.js";
import { migrate } from "../../src/db/migrate.js";
import { ensureSystemJobType } from "../../src/domain/job/ensureSystemJobType.js";
import { makeManyRecipes, makeType, submit } from "../support/catalogue.js";
import { expectDone, expectSound } from "../support/catalogueChecks.js";
import { useWorkerProcesses } from "../support/workerProcess.js";

const startWorker = useWorkerProcesses();

/** A server that can be made to lose what it has not yet written to its log. */
async function startServer() {
  const dataDir = await mkdtemp(path.join(tmpdir(), "batch-gateway-crash-"));
  // Where root runs the tests, the server runs as the user postgres.
  await chmod(dataDir, 0o755);
  let server: EmbeddedServer = await startEmbeddedPostgres(dataDir);
  onTestFinished(async () => {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  });
  return {
    open: () => {
      const database = openDatabase(server.url, 4);
      onTestFinished(() => database.close());
      return database;
    },
    crash: async () => {
      const [pid] = (await readFile(path.join(dataDir, "postgres", "postmaster.pid"), "utf8")).split("\n");
      // At once, without a word to anyone: PostgreSQL recovers from its log at the next start.
      process.kill(Number(pid), "SIGQUIT");
      const isGone = () =>
        readFile(path.join(dataDir, "postgres", "postmaster.pid")).then(
          () => false,
          () => true,
        );
      await expect.poll(isGone, { timeout: 40_000 }).toBe(true);
      server = await startEmbeddedPostgres(dataDir);
    },
  };
}

test("A database server that dies in the midst of a batch keeps every chunk that was counted, and the batch goes on from there", async () => {
  const server = await startServer();
  let database = server.open();
  await migrate(database);
  await ensureSystemJobType(database);
  const type = await makeType(database, "a b<a c<a+b");
  const ids = await makeManyRecipes(database, type, 6000);
  const batchId = await submit(database, type, { all_jobs: true });
  const batch = () => database.prisma.batch.findUniqueOrThrow({ where: { id: batchId } });
  for (let crashes = 0; crashes < 3; crashes++) {
    const before = (await batch()).createdCount;
    const worker = startWorker(database);
    await expect.poll(async () => (await batch()).createdCount, { timeout: 40_000, interval: 5 }).toBeGreaterThan(before);
    const counted = (await batch()).createdCount;
    await worker.end("SIGKILL");
    await server.crash();
    database = server.open();
    const { createdCount, status } = await batch();
    expect(status).toBe("CREATING");
    expect(createdCount).toBeGreaterThanOrEqual(counted);
    expect(await database.prisma.batchRecipe.count({ where: { batchId } })).toBe(createdCount);
    await expectSound(database);
  }
  startWorker(database);
  await expect.poll(async () => (await batch()).status, { timeout: 60_000 }).toBe("CREATED");
  await expectDone(database, batchId, ids, null);
  await expectSound(database);
}, 120_000);
