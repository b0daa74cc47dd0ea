import { once } from "node:events";
import type { Socket } from "node:net";
import type { FastifyInstance } from "fastify";
import pino from "pino";
import { afterEach, beforeAll, describe, expect, it, onTestFinished, vi } from "vitest";
import WebSocket from "ws";
import { buildApp } from "../../src/http/buildApp.js";
import { makeType, submit } from "../support/catalogue.js";
import { useDatabase } from "../support/database.js";
import { listen } from "../support/graphql.js";

const database = useDatabase();

interface Message {
  readonly type: string;
  readonly id?: string;
  // biome-ignore lint/suspicious/noExplicitAny: a test reaches into it
  readonly payload?: any;
}

let batch: number;
beforeAll(async () => {
  batch = await submit(database(), await makeType(database(), "parse"));
});

let app: FastifyInstance;
let lines: Record<string, unknown>[] = [];
const sockets: WebSocket[] = [];
async function start({
  trustedProxies = [] as string[],
  maxStreamsPerAddress = 100,
  maxOperationsPerConnection = 100,
} = {}): Promise<string> {
  lines = [];
  const log = pino({ base: null }, { write: (line) => void lines.push(JSON.parse(line)) });
  app = await buildApp({ database: database(), config: { trustedProxies, maxStreamsPerAddress, maxOperationsPerConnection }, log });
  return listen(app);
}
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.terminate();
  await app.close();
});

async function open(address: string, { headers = {}, init = true, protocols = ["graphql-transport-ws"] } = {}) {
  const socket = new WebSocket(`${address.replace("http", "ws")}/graphql`, protocols, { headers });
  sockets.push(socket);
  const messages: Message[] = [];
  socket.on("message", (data) => messages.push(JSON.parse(String(data))));
  socket.on("error", () => {});
  const closed = once(socket, "close").then(([code, reason]) => [code, String(reason)]);
  await once(socket, "open");
  const say = (message: object) => socket.send(JSON.stringify(message));
  const subscribe = (id: number | string, query = `subscription { batchProgress(id: ${batch}) { percent } }`) =>
    say({ type: "subscribe", id: String(id), payload: { query } });
  if (init) {
    say({ type: "connection_init" });
    await Promise.race([expect.poll(() => messages.shift()?.type, { timeout: 40_000 }).toBe("connection_ack"), closed]);
  }
  /** How many of the messages are of a type. */
  const count = (type: string) => messages.filter((message) => message.type === type).length;
  return { socket, messages, closed, say, subscribe, count };
}

const soon = { timeout: 40_000 };

describe("On one WebSocket", () => {
  it("at most 100 operations are in hand; more are refused, and one that ends makes room", async () => {
    const { messages, subscribe, say, count } = await open(await start());
    const many = 5000;
    for (let id = 1; id <= many; id++) subscribe(id);
    await expect.poll(() => count("error"), soon).toBe(many - 100);
    await expect.poll(() => count("next"), soon).toBe(100);
    const message = "A connection has at most 100 operations in hand at a time, of 1 MiB altogether";
    expect(messages.find(({ type }) => type === "error")).toEqual({
      id: "101",
      type: "error",
      payload: [{ message, extensions: { code: "TOO_MANY_OPERATIONS" } }],
    });
    say({ type: "complete", id: "1" });
    // Whether it has ended is seen by whether another one is taken.
    let id = many;
    await expect.poll(() => subscribe(++id) ?? count("next"), soon).toBe(101);
  });

  it("fewer may be in hand where the setting says so", async () => {
    const { subscribe, count } = await open(await start({ maxOperationsPerConnection: 2 }));
    for (let id = 1; id <= 5; id++) subscribe(id);
    await expect.poll(() => count("error"), soon).toBe(3);
    await expect.poll(() => count("next"), soon).toBe(2);
  });

  it("one event of each subscription costs at most 100,000 altogether; a subscription that would be more is refused until others end", async () => {
    const { messages, subscribe, say, count } = await open(await start());
    const queues = "queues { jobTypes { name version queue { queued running held lastClaim oldest } } workers { name } }";
    for (let id = 1; id <= 20; id++) subscribe(id, `subscription { ${queues} }`);
    await expect.poll(() => messages.filter(({ type }) => type !== "complete").length, soon).toBe(20);
    const refused = messages.find(({ type }) => type === "error")?.payload[0];
    expect(refused.extensions).toEqual({ code: "QUERY_TOO_COSTLY" });
    const [, cost, others] = /costs at most 100000 altogether: this one costs (\d+), the others (\d+)$/.exec(refused.message) ?? [];
    expect(Number(others)).toBeLessThanOrEqual(100_000);
    expect(Number(cost) + Number(others)).toBeGreaterThan(100_000);
    const taken = count("next");
    expect(taken).toBe(Math.floor(100_000 / Number(cost)));
    // Queries have a limit of their own.
    subscribe("query", "{ __typename }");
    await expect.poll(() => count("next"), soon).toBe(taken + 1);
    say({ type: "complete", id: "1" });
    let id = 20;
    await expect.poll(() => subscribe(++id, `subscription { ${queues} }`) ?? count("next"), soon).toBe(taken + 2);
  });

  it("the operations in hand have at most 1 MiB of text altogether", async () => {
    const { subscribe, count } = await open(await start());
    const query = `subscription { batchProgress(id: ${batch}) { percent } } #${"x".repeat(300_000)}`;
    for (let id = 1; id <= 10; id++) subscribe(id, query);
    await expect.poll(() => count("error"), soon).toBe(7);
    await expect.poll(() => count("next"), soon).toBe(3);
  });

  it("queries go through the same door as requests: when there are too many, these are refused, and so are those", async () => {
    const address = await start();
    const [one, other] = [await open(address), await open(address)];
    const client = await database().pool.connect();
    const status = async () => {
      const answer = await fetch(`${address}/recipe-types/`, { signal: AbortSignal.timeout(1000) }).catch(() => null);
      await answer?.text();
      return answer?.status;
    };
    try {
      await client.query("BEGIN; LOCK TABLE batch");
      for (let id = 1; id <= 100; id++) one.subscribe(id, `{ batches { totalCount } }`);
      await expect.poll(status, soon).toBe(503);
      other.subscribe(1, "{ __typename }");
      await expect.poll(() => other.messages, soon).toHaveLength(1);
      expect(other.messages[0]?.payload).toEqual([
        { message: "The gateway has too much to do at the moment; try again", extensions: { code: "SERVICE_UNAVAILABLE" } },
      ]);
      // Whose socket is closed asks nothing any more: there is room for others.
      one.socket.terminate();
      await expect.poll(status, soon).toBe(200);
    } finally {
      await client.query("COMMIT");
      client.release();
    }
    await expect.poll(status, soon).toBe(200);
  });

  it("who does not read is not read from, and little is kept for them", async () => {
    const address = await start();
    const upgraded = once(app.server, "upgrade");
    const { socket, say } = await open(address);
    const [, server] = (await upgraded) as [unknown, Socket];
    socket.pause();
    const payload = { text: "x".repeat(10_000) };
    for (let i = 0; i < 10_000; i++) say({ type: "ping", payload });
    await expect.poll(() => server.isPaused(), soon).toBe(true);
    expect(server.writableLength).toBeLessThan(4_000_000);
    expect(server.bytesRead).toBeLessThan(50_000_000);
    socket.resume();
    await expect.poll(() => socket.bufferedAmount, soon).toBe(0);
  });
});

describe("One address", () => {
  const asEvents = (address: string, headers: Record<string, string>) => {
    const query = `subscription { batchProgress(id: ${batch}) { percent } }`;
    return fetch(`${address}/graphql?query=${encodeURIComponent(query)}`, { headers: { accept: "text/event-stream", ...headers } });
  };

  it("has so many WebSockets and event streams as the setting says; more are refused", async () => {
    const address = await start({ maxStreamsPerAddress: 3, trustedProxies: ["loopback"] });
    const headers = { "x-forwarded-for": "192.0.2.1" };
    const [first] = [await open(address, { headers }), await open(address, { headers })];
    const stream = await asEvents(address, headers);
    expect(stream.status).toBe(200);

    const refusal = "An address has at most 3 WebSockets and event streams";
    expect(await (await open(address, { headers })).closed).toEqual([4429, refusal]);
    const refused = await asEvents(address, headers);
    expect([refused.status, await refused.json()]).toEqual([429, { detail: refusal }]);
    expect(lines).toContainEqual(expect.objectContaining({ code: 4429, reason: refusal, msg: "Closed a WebSocket" }));

    // Of another address.
    expect((await open(address, { headers: { "x-forwarded-for": "192.0.2.2" } })).socket.readyState).toBe(WebSocket.OPEN);
    first?.socket.close();
    await stream.body?.cancel();
    for (const _freed of [1, 2]) {
      await expect.poll(async () => (await open(address, { headers })).messages.length, soon).toBe(0);
    }
    expect(sockets.filter(({ readyState }) => readyState === WebSocket.OPEN).length).toBeGreaterThanOrEqual(3);
  });
});

describe("What breaks the protocol", () => {
  const init = { type: "connection_init" };
  const operation = {
    type: "subscribe",
    id: `1${"é".repeat(200)}`,
    payload: { query: "subscription { batchProgress(id: 1) { percent } }" },
  };
  const cases: [string, { with?: object; says?: object[]; sends?: string; writes?: string }, number][] = [
    ["no JSON", { sends: "nonsense" }, 4400],
    ["a message of no type that there is", { says: [{ type: "hello" }] }, 4400],
    ["a message that only a server sends", { says: [{ type: "next", id: "1", payload: {} }] }, 4400],
    ["an operation before the connection is initialised", { with: { init: false }, says: [operation] }, 4401],
    ["no protocol that is spoken", { with: { init: false, protocols: [] } }, 4406],
    ["nothing", { with: { init: false } }, 4408],
    ["an operation with an id that is taken", { says: [operation, operation] }, 4409],
    ["a second initialisation", { says: [init] }, 4429],
    ["a frame that is none", { writes: "ff80aabbccdd" }, 1002],
    ["text that is no UTF-8", { writes: "818100000000ff" }, 1007],
    ["a message of more than 1 MiB", { sends: "x".repeat(1_048_577) }, 1009],
  ];

  it.each(cases)("closes the socket, and is one line in the log, without a stack: %s", async (_what, does, code) => {
    const complaints = [vi.spyOn(console, "error"), vi.spyOn(console, "warn")];
    onTestFinished(() => void vi.restoreAllMocks());
    const { socket, say, closed } = await open(await start(), does.with);
    for (const message of does.says ?? []) say(message);
    if (does.sends !== undefined) socket.send(does.sends);
    if (does.writes) (socket as unknown as { _socket: Socket })._socket.write(Buffer.from(does.writes, "hex"));
    expect((await closed)[0]).toBe(code);
    const logged = lines.filter(({ msg }) => !String(msg).startsWith("Server listening"));
    expect(logged).toEqual([expect.objectContaining({ level: 30, msg: expect.stringContaining("WebSocket") })]);
    expect(logged[0]).not.toHaveProperty("err");
    for (const complaint of complaints) expect(complaint).not.toHaveBeenCalled();
  });
});
