import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import WebSocket from "ws";
import { buildApp } from "../../src/http/buildApp.js";
import { useApp } from "../support/app.js";
import { useDatabase } from "../support/database.js";
import { listen } from "../support/graphql.js";

const database = useDatabase();
const closed = useApp(database);
let open: FastifyInstance;
beforeAll(async () => {
  open = await buildApp({ database: database(), config: { trustedProxies: [], corsOrigins: ["https://a.example"] } });
});
afterAll(() => open.close());

const preflight = (app: FastifyInstance, origin: string, url: string) =>
  app.inject({
    method: "OPTIONS",
    url,
    headers: { origin, "access-control-request-method": "POST", "access-control-request-headers": "content-type, authorization" },
  });
const allowedFor = ({ headers }: { headers: Record<string, unknown> }) => headers["access-control-allow-origin"];

describe("A page of another origin", () => {
  it.each(["/graphql", "/batches/"])("may ask and read where its origin is allowed: %s", async (url) => {
    const answer = await preflight(open, "https://a.example", url);
    expect([answer.statusCode, allowedFor(answer)]).toEqual([204, "https://a.example"]);
    expect(answer.headers["access-control-allow-headers"]).toBe("content-type, authorization");
    expect(answer.headers["access-control-allow-methods"]).toContain("POST");
    expect(answer.headers["access-control-allow-credentials"]).toBeUndefined();
    const read = await open.inject({ url: "/batches/0/", headers: { origin: "https://a.example" } });
    expect([read.statusCode, allowedFor(read)]).toEqual([404, "https://a.example"]);
    expect(read.headers["access-control-expose-headers"]).toBe("ETag, Location, Retry-After, WWW-Authenticate, X-Request-Id");
    expect(read.headers.vary).toMatch(/Origin/);
    expect(read.headers.vary).toMatch(/Accept/);
  });

  it("may not where its origin is another, or none is allowed", async () => {
    expect(allowedFor(await preflight(open, "https://b.example", "/graphql"))).toBeUndefined();
    expect(allowedFor(await open.inject({ url: "/batches/", headers: { origin: "https://b.example" } }))).toBeUndefined();
    const { statusCode, headers } = await preflight(closed(), "https://a.example", "/batches/");
    expect([statusCode, headers.allow, allowedFor({ headers })]).toEqual([200, "GET, HEAD, POST, OPTIONS", undefined]);
  });

  it.each([{}, { origin: "https://a.example" }])("changes nothing for an OPTIONS that is no preflight: %o", async (headers) => {
    const options = async (app: FastifyInstance, url: string) => {
      const answer = await app.inject({ method: "OPTIONS", url, headers });
      return [answer.statusCode, answer.headers.allow, answer.body];
    };
    for (const url of ["/batches/", "/graphql", "/healthz", "/nowhere/"])
      expect(await options(open, url)).toEqual(await options(closed(), url));
    expect((await options(open, "/batches/")).slice(0, 2)).toEqual([200, "GET, HEAD, POST, OPTIONS"]);
  });

  it("may open a WebSocket just where its origin is allowed", async () => {
    const address = (await listen(open)).replace("http", "ws");
    const outcome = (origin: string) =>
      new Promise((resolve) => {
        const socket = new WebSocket(`${address}/graphql`, "graphql-transport-ws", { origin });
        socket
          .once("open", () => resolve("open") ?? socket.close())
          .once("unexpected-response", (_, { statusCode }) => resolve(statusCode));
        socket.once("error", () => {});
      });
    expect([await outcome("https://a.example"), await outcome("https://b.example")]).toEqual(["open", 403]);
  });
});
