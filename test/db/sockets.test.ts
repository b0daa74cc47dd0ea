import { chmod, mkdtemp, rm } from "node:fs/promises";
import { connect, createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { useServerObjects } from "../support/database.js";
import { startGatewayOn } from "../support/gatewayProcess.js";

const server = useServerObjects();

/** A folder with a socket like PostgreSQL's own, which leads to the server of the tests. */
let folder: string;
let target: { hostname: string; port: number } | undefined;
const open = new Set<Socket>();
const socket = createServer((client) => {
  const { hostname, port } = target as { hostname: string; port: number };
  const behind = connect(port, hostname);
  client.pipe(behind).pipe(client);
  for (const end of [client, behind]) {
    open.add(end);
    end.on("error", () => {});
    end.on("close", () => {
      client.destroy();
      behind.destroy();
    });
  }
});
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "batch-gateway-socket-"));
  await chmod(folder, 0o711);
  await new Promise<void>((resolve) => socket.listen(path.join(folder, ".s.PGSQL.5432"), resolve));
});
afterAll(async () => {
  for (const end of open) end.destroy();
  socket.close();
  await rm(folder, { recursive: true, force: true });
});

it.each([
  ["a URL with the folder for its host", "postgresql://USER@/DATABASE?host=FOLDER"],
  ["a URL with the folder, escaped, for its host", "POSTGRESQL://USER@ESCAPED/DATABASE?options=-c%20work_mem%3D8MB"],
  ["a socket: URL", "socket://USER@FOLDER?db=DATABASE&schema=app"],
])("A gateway runs on the socket of a server: %s", async (_form, form) => {
  const { hostname, port, username, password, pathname } = new URL(await server.emptyDatabase());
  target = { hostname, port: Number(port) };
  const url = form
    .replace("USER", `${username}:${password}`)
    .replace("DATABASE", pathname.slice(1))
    .replace("FOLDER", folder)
    .replace("ESCAPED", encodeURIComponent(folder));
  const address = await startGatewayOn(url).address();
  await expect.poll(async () => (await fetch(`${address}/readyz`)).status, { timeout: 50_000 }).toBe(200);
  expect((await fetch(`${address}/batches/`)).status).toBe(200);
});
