import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import WebSocket from "ws";
import { buildApp } from "../../src/http/buildApp.js";
import { send } from "../support/app.js";
import { useDatabase } from "../support/database.js";
import { listen } from "../support/graphql.js";

const database = useDatabase();
const allowedHosts = ["localhost", "127.0.0.1", "[::1]", "batches.example"];

let app: FastifyInstance;
let behindProxy: FastifyInstance;
let open: FastifyInstance;
beforeAll(async () => {
  app = await buildApp({ database: database(), config: { trustedProxies: [], allowedHosts } });
  behindProxy = await buildApp({ database: database(), config: { trustedProxies: ["loopback"], allowedHosts } });
  open = await buildApp({ database: database(), config: { trustedProxies: [], allowedHosts: null } });
});
afterAll(() => Promise.all([app, behindProxy, open].map((each) => each.close())));

const status = async (of: FastifyInstance, headers: Record<string, string>, url = "/recipe-types/") =>
  (await send(of, { url, headers })).status;

const detail = "This host is not served here; the setting ALLOWED_HOSTS names those that are";

describe("Where hosts are listed, a request", () => {
  it.each([
    "localhost",
    "localhost:4000",
    "LOCALHOST:1",
    "127.0.0.1:4000",
    "[::1]",
    "[::1]:4000",
    "batches.example",
    "Batches.Example:443",
  ])("is answered that names one of them, with any port: %s", async (host) => {
    expect(await status(app, { host })).toBe(200);
  });

  it.each(["evil.example", "evil.example:4000", "localhost.evil.example", "127.0.0.1.nip.io", "10.0.0.1", "[::2]:4000"])(
    "is refused that names another: %s",
    async (host) => {
      const { status, body } = await send(app, { url: "/recipe-types/", headers: { host } });
      expect({ status, body }).toEqual({ status: 421, body: { detail } });
      const payload = { query: "mutation { cancelBatch(id: 1) { errors { code } } }" };
      expect((await send(app, { method: "POST", url: "/graphql", payload, headers: { host } })).status).toBe(421);
      expect((await send(app, { url: "/graphql", headers: { host, accept: "text/html" } })).body).toEqual({ detail });
    },
  );

  it("counts by what a trusted proxy was asked for, and by what it asks for itself", async () => {
    const forwarded = (host: string) => ({ host: "127.0.0.1:4000", "x-forwarded-host": host });
    expect(await status(behindProxy, forwarded("batches.example"))).toBe(200);
    expect(await status(behindProxy, forwarded("evil.example"))).toBe(421);
    // A page can send this header, and its browser may be where the proxy is.
    expect(await status(behindProxy, { host: "evil.example", "x-forwarded-host": "localhost" })).toBe(421);
    expect(await status(app, forwarded("evil.example"))).toBe(200);
  });

  it("for health may name any", async () => {
    for (const url of ["/healthz", "/readyz"]) expect(await status(app, { host: "10.0.0.1:4000" }, url)).toBe(200);
  });

  it("opens no WebSocket by another name", async () => {
    const address = await listen(app);
    const answer = (host: string) =>
      new Promise<string>((resolve) => {
        const socket = new WebSocket(`${address.replace("http", "ws")}/graphql`, "graphql-transport-ws", {
          headers: { host, origin: `http://${host}` },
        });
        socket.once("error", ({ message }) => resolve(message));
        socket.once("open", () => socket.close());
        socket.once("close", () => resolve("was open"));
      });
    expect(await answer("evil.example")).toContain("421");
    expect(await answer("batches.example")).toBe("was open");
  });
});

it("Where none are listed, a request may name any", async () => {
  expect(await status(open, { host: "evil.example" })).toBe(200);
});

describe("Every answer says to browsers that it is no page, and shown in none:", () => {
  const headers = {
    "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
  };

  it.each([
    ["a list", { url: "/recipe-types/" }],
    ["a refusal", { url: "/batches/?page=x" }],
    ["nothing there", { url: "/nope" }],
    ["another method", { method: "PUT", url: "/batches/" }],
    ["GraphQL", { method: "POST", url: "/graphql", payload: { query: "{ __typename }" } }],
    ["the description", { url: "/openapi.json" }],
    ["health", { url: "/healthz" }],
    ["another host", { url: "/batches/", headers: { host: "evil.example" } }],
  ] as const)("%s", async (_what, request) => {
    expect((await app.inject(request)).headers).toMatchObject(headers);
  });

  it("an event stream", async () => {
    const answer = await app.inject({ url: "/graphql?query={__typename}", headers: { accept: "text/event-stream" } });
    expect(answer.headers).toMatchObject({ ...headers, "content-type": "text/event-stream; charset=utf-8" });
    expect(answer.payload).toContain('data: {"data":{"__typename":"Query"}}');
  });
});
