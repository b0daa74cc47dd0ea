import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterEach, beforeEach, expect, it } from "vitest";
import { type EmbeddedServer, startEmbeddedPostgres } from "../../src/db/embeddedPostgres.js";
import { startGateway } from "../support/gatewayProcess.js";

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

it("The password is private from the first moment, and where the first start is killed, the next one leaves nothing of it behind", async () => {
  const temporary = path.join(dataDir, "temporary");
  const data = path.join(dataDir, "data");
  await mkdir(temporary);
  const gateway = startGateway({ env: { DATA_DIR: data, TMPDIR: temporary } });
  // The folder in which the server's directory is made, with the password beside it.
  const begun = async () => (await readdir(data).catch(() => [])).find((name) => name.startsWith("postgres.new-"));
  const passwords = async () => {
    const workshop = path.join(data, (await begun()) ?? "none");
    return (await readdir(workshop).catch(() => [])).filter((name) => name.endsWith(".password")).map((name) => path.join(workshop, name));
  };
  await expect.poll(passwords, { interval: 1, timeout: 40_000 }).not.toEqual([]);
  gateway.child.kill("SIGKILL");
  await gateway.ended;
  const left = path.join(data, (await begun()) as string);
  expect(((await stat(left)).mode & 0o777).toString(8)).toBe("700");
  for (const password of await passwords()) expect(((await stat(password)).mode & 0o777).toString(8)).toBe("600");
  expect(await readdir(temporary)).toEqual([]);

  const server = await startEmbeddedPostgres(data);
  servers.push(server);
  await (await answers(server)).end();
  expect(await readdir(data)).toEqual(["postgres"]);
  expect((await stat(path.join(data, "postgres"))).mode & 0o077).toBe(0);
});
