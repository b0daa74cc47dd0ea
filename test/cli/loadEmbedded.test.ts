import { execFile } from "node:child_process";
import { chmod, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openDatabase } from "../../src/db/database.js";
import { startEmbeddedPostgres } from "../../src/db/embeddedPostgres.js";

const script = fileURLToPath(new URL("../../dist/cli/load.js", import.meta.url));
let dataDir: string;
beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), "batch-gateway-embedded-"));
  // Where root runs the tests, the server runs as the user postgres.
  await chmod(dataDir, 0o755);
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

const load = async (...args: string[]) => {
  const { DATABASE_URL: _, ...env } = process.env;
  return (await promisify(execFile)(process.execPath, [script, ...args], { env: { ...env, DATA_DIR: dataDir } })).stdout;
};

it("Without DATABASE_URL and a gateway, npm run load starts the embedded server in an empty directory, and stops it again", async () => {
  expect(await load("--sample")).toContain("recipe type landsat-scene 1.0: made 10 recipes");
  await expect(readFile(path.join(dataDir, "postgres", "postmaster.pid"))).rejects.toThrow("ENOENT");
});

it("Beside a gateway, npm run load works on the gateway's server, and leaves it running", async () => {
  const server = await startEmbeddedPostgres(dataDir);
  const database = openDatabase(server.url, 2);
  try {
    expect(await database.prisma.recipe.count()).toBe(200);
    expect(await load("--sample")).toContain("The sample is already loaded");
    expect(await database.prisma.recipe.count()).toBe(200);
  } finally {
    await database.close();
    await server.stop();
  }
});
