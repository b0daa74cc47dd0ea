import { chmod, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterEach, beforeEach, expect, it } from "vitest";
import { type EmbeddedServer, startEmbeddedPostgres } from "../../src/db/embeddedPostgres.js";

let dataDir: string;
let servers: EmbeddedServer[];
beforeEach(async () => {
  servers = [];
  dataDir = await mkdtemp(path.join(tmpdir(), "batch-gateway-embedded-"));
  // Where root runs the tests, the server runs as the user postgres.
  await chmod(dataDir, 0o755);
});
afterEach(async () => {
  for (const server of servers) await server.stop();
  await rm(dataDir, { recursive: true, force: true });
});

async function start(...options: string[]): Promise<EmbeddedServer> {
  const server = await startEmbeddedPostgres(dataDir, options);
  servers.push(server);
  return server;
}

const pidFile = () => path.join(dataDir, "postgres", "postmaster.pid");
const pid = async () => Number((await readFile(pidFile(), "utf8")).split("\n")[0]);
const answers = async ({ url }: EmbeddedServer) => {
  const client = new pg.Client({ connectionString: url, application_name: "batch-gateway" });
  client.on("error", () => {});
  await client.connect();
  return client;
};

async function kill(server: EmbeddedServer): Promise<void> {
  const postmaster = await pid();
  process.kill(postmaster, "SIGKILL");
  // Gone, or a zombie.
  const state = () =>
    readFile(`/proc/${postmaster}/stat`, "utf8").then(
      (stat) => /\) (\w)/.exec(stat)?.[1],
      () => "gone",
    );
  await expect.poll(state).toMatch(/^(Z|gone)$/);
  const isThere = () =>
    answers(server).then(
      (client) => client.end().then(() => true),
      () => false,
    );
  await expect.poll(isThere).toBe(false);
}

it("Two processes that begin with an empty directory at once come to one server", async () => {
  const [one, other] = await Promise.all([start(), start()]);
  expect(one.url).toBe(other.url);
  await (await answers(one)).end();
});

it("A server that was killed is started again at the same address", async () => {
  const server = await start();
  const before = await pid();
  await kill(server);
  await server.ensureRunning();
  expect(await pid()).not.toBe(before);
  await (await answers(server)).end();
  await server.ensureRunning();
});

it("A process that is no PostgreSQL and has the pid of one that was killed does not pass for it", async () => {
  await kill(await start());
  const lines = (await readFile(pidFile(), "utf8")).split("\n");
  await writeFile(pidFile(), [process.pid, ...lines.slice(1)].join("\n"));
  const server = await start();
  expect(await pid()).not.toBe(process.pid);
  await (await answers(server)).end();
});

it("A server is not stopped under those who use it, though it was started anew meanwhile", async () => {
  const server = await start();
  await kill(server);
  const user = await answers(await start());
  await server.stop();
  expect((await user.query("SELECT 1")).rowCount).toBe(1);
  await user.end();
});

it("A server is not stopped that takes no more connections: somebody has them", async () => {
  const server = await start("-c max_connections=3", "-c superuser_reserved_connections=0", "-c max_wal_senders=0");
  const users = await Promise.all(Array.from({ length: 3 }, () => answers(server)));
  await server.stop();
  for (const user of users) {
    expect((await user.query("SELECT 1")).rowCount).toBe(1);
    await user.end();
  }
});
