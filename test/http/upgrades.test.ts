import { type AddressInfo, connect } from "node:net";
import type { FastifyInstance } from "fastify";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import WebSocket from "ws";
import { buildApp } from "../../src/http/buildApp.js";
import { useDatabase } from "../support/database.js";

const database = useDatabase();

let app: FastifyInstance;
let port: number;
beforeEach(async () => {
  app = await buildApp({ database: database(), config: { trustedProxies: [] } });
  await app.listen({ port: 0, host: "127.0.0.1" });
  port = (app.server.address() as AddressInfo).port;
});
afterEach(() => app.close());

/** Sends texts over one connection, each when the one before it has been answered. @returns what came back for each */
async function talk(...texts: string[]): Promise<string[]> {
  const socket = connect(port, "127.0.0.1").setEncoding("utf8");
  const answers: string[] = [];
  for (const text of texts) {
    socket.write(text);
    let answer = "";
    for await (const chunk of socket.iterator({ destroyOnReturn: false })) {
      answer += chunk;
      const [head = "", body] = answer.split("\r\n\r\n", 2);
      if (body !== undefined && body.length >= Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0)) break;
    }
    answers.push(answer);
  }
  socket.destroy();
  return answers;
}

const head = (line: string, upgrade: string, more: string[] = []) =>
  [
    `${line} HTTP/1.1`,
    "Host: gateway",
    `Upgrade: ${upgrade}`,
    "Connection: Upgrade, HTTP2-Settings",
    "HTTP2-Settings: AAMAAABk",
    ...more,
    "",
    "",
  ].join("\r\n");

/** As curl and Java's HttpClient ask for HTTP/2 with whatever they send. */
function h2c(line: string, body = ""): string {
  const more = body === "" ? [] : ["Content-Type: application/json", `Content-Length: ${body.length}`];
  return head(line, "h2c", more) + body;
}

const handshake = (path: string) =>
  head(`GET ${path}`, "websocket", ["Sec-WebSocket-Version: 13", "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA=="]);

describe("A request that asks for a protocol that is not spoken", () => {
  const body = JSON.stringify({ query: "{ __typename }" });

  it.each([
    ["a list by REST", h2c("GET /batches/"), /^HTTP\/1.1 200 .*"count":0/s],
    ["a batch by REST", h2c("POST /batches/validation/", "{}"), /^HTTP\/1.1 400 .*recipe_type_id: is required/s],
    ["a query by POST", h2c("POST /graphql", body), /^HTTP\/1.1 200 .*"__typename":"Query"/s],
    ["a WebSocket where there is none", handshake("/batches/"), /^HTTP\/1.1 200 .*"count":0/s],
    ["a WebSocket of nothing", handshake("/nope"), /^HTTP\/1.1 404 /],
  ])("is answered as if it had not: %s", async (_what, request, expected) => {
    const [first, second] = await talk(request, request);
    expect(first).toMatch(expected);
    expect(second).toMatch(expected);
  });

  it("takes its body in pieces, too", async () => {
    const whole = h2c("POST /graphql", body);
    const socket = connect(port, "127.0.0.1").setEncoding("utf8");
    for (const piece of [whole.slice(0, 40), whole.slice(40, -9), whole.slice(-9)]) {
      socket.write(piece);
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
    for await (const answer of socket) {
      expect(answer).toMatch(/^HTTP\/1.1 200 .*"__typename":"Query"/s);
      break;
    }
  });

  it("does not keep the app from closing", async () => {
    const sockets = await Promise.all(
      [h2c("GET /healthz"), handshake("/batches/"), handshake("/nope")].map(async (request) => {
        const socket = connect(port, "127.0.0.1");
        socket.write(request);
        await new Promise((resolve) => socket.once("data", resolve));
        return socket;
      }),
    );
    const started = performance.now();
    await app.close();
    // After 8 s what hangs would be cut.
    expect(performance.now() - started).toBeLessThan(8000);
    for (const socket of sockets) socket.destroy();
  });
});

describe("A WebSocket", () => {
  const open = (origin?: string) =>
    new Promise<string>((resolve) => {
      const socket = new WebSocket(`ws://127.0.0.1:${port}/graphql`, "graphql-transport-ws", origin === undefined ? {} : { origin });
      socket.once("open", () => resolve("open"));
      socket.once("error", ({ message }) => resolve(message));
      socket.once("open", () => socket.close());
    });

  it("is opened by programs, and by pages of the same host", async () => {
    expect(await open()).toBe("open");
    expect(await open(`http://127.0.0.1:${port}`)).toBe("open");
    expect(await open(`https://127.0.0.1:${port}`)).toBe("open");
  });

  it.each(["http://evil.example", "http://localhost:4199", "null", "http://127.0.0.1"])("is not opened by a page of %s", async (origin) => {
    expect(await open(origin)).toContain("403");
  });

  it("takes messages of at most 1 MiB, as a body", async () => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}/graphql`, "graphql-transport-ws");
    await new Promise((resolve) => socket.once("open", resolve));
    socket.send(JSON.stringify({ type: "connection_init", payload: { much: "x".repeat(1_048_576) } }));
    expect(await new Promise((resolve) => socket.once("close", resolve))).toBe(1009);
  });
});
