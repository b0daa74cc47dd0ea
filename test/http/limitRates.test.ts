import type { FastifyInstance } from "fastify";
import { createClient } from "graphql-ws";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import WebSocket from "ws";
import { buildApp } from "../../src/http/buildApp.js";
import { send } from "../support/app.js";
import { useDatabase } from "../support/database.js";
import { listen } from "../support/graphql.js";

const database = useDatabase();
let app: FastifyInstance;
// The clock stands still, so that all requests of a slow machine come within the same second.
beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"] }));
afterEach(async () => {
  vi.useRealTimers();
  await app.close();
});
const nextSecond = () => vi.setSystemTime(Date.now() + 1001);

async function start({ perAddress, perActor }: { perAddress?: number; perActor?: number }, trustedProxies: string[] = []): Promise<void> {
  const rates = { maxRequestsPerSecondPerAddress: perAddress ?? null, maxRequestsPerSecondPerActor: perActor ?? null };
  app = await buildApp({ database: database(), config: { trustedProxies, ...rates } });
}

const query = { method: "POST", url: "/graphql", payload: { query: "{ __typename }" } } as const;

/** The statuses of requests that come within a second. */
async function statuses(count: number, request: (i: number) => Parameters<typeof send>[1]): Promise<number[]> {
  nextSecond();
  const answers = await Promise.all(Array.from({ length: count }, (_, i) => app.inject(request(i))));
  return answers.map(({ statusCode }) => statusCode);
}

describe("Requests beyond the rate", () => {
  it("of an address are refused with 429 and Retry-After, in each door's form, until the next second", async () => {
    await start({ perAddress: 2 });
    const from = { remoteAddress: "192.0.2.1" };
    expect(await statuses(4, (i) => (i % 2 ? { ...query, ...from } : { url: "/batches/", ...from }))).toEqual([200, 200, 429, 429]);
    const rest = await send(app, { url: "/batches/", ...from });
    const message = "An address may send 2 requests a second: try again in a second";
    expect(rest).toMatchObject({ status: 429, headers: { "retry-after": "1" }, body: { detail: message } });
    const problem = await send(app, { url: "/batches/", ...from, headers: { accept: "application/json, application/problem+json" } });
    expect(problem.body).toMatchObject({ status: 429, title: "Too Many Requests", detail: message });
    const graphql = await send(app, { ...query, ...from });
    expect(graphql).toMatchObject({ status: 429, headers: { "retry-after": "1" } });
    expect(graphql.body).toEqual({ errors: [{ message, extensions: { code: "TOO_MANY_REQUESTS" } }] });
    nextSecond();
    expect((await app.inject({ url: "/batches/", ...from })).statusCode).toBe(200);
  });

  it("of one address leave the others alone, and probes are never refused", async () => {
    await start({ perAddress: 1 });
    expect(await statuses(6, (i) => ({ url: "/version/", remoteAddress: `192.0.2.${i % 3}` }))).toEqual([200, 200, 200, 429, 429, 429]);
    expect(await statuses(5, () => ({ url: "/healthz" }))).toEqual([200, 200, 200, 200, 200]);
  });

  it("of a network of IPv6 count as one address's, and an IPv4 address is the same in either form", async () => {
    await start({ perAddress: 1 });
    const from = (...addresses: string[]) =>
      statuses(addresses.length, (i) => ({ url: "/version/", remoteAddress: addresses[i] as string }));
    expect(await from("2001:db8::1", "2001:db8:0:0:ffff::2", "2001:db8:0:1::1")).toEqual([200, 429, 200]);
    expect(await from("fe80::1%eth0", "fe80::2%eth0", "::1")).toEqual([200, 429, 200]);
    expect(await from("192.0.2.1", "::ffff:192.0.2.1", "::ffff:192.0.2.2")).toEqual([200, 429, 200]);
  });

  it("are counted by the client's address behind a trusted proxy, and by the proxy's behind any other", async () => {
    const through = (i: number) => ({ url: "/version/", headers: { "x-forwarded-for": `192.0.2.${i}` } });
    await start({ perAddress: 1 }, ["loopback"]);
    expect(await statuses(3, through)).toEqual([200, 200, 200]);
    expect(await statuses(2, () => through(1))).toEqual([200, 429]);
    await app.close();
    await start({ perAddress: 1 });
    expect(await statuses(3, through)).toEqual([200, 429, 429]);
  });

  it("of a named caller are refused wherever they come from; callers without a name have no such limit", async () => {
    await start({ perActor: 2 }, ["loopback"]);
    const by = (user: string) => (i: number) => ({
      url: "/version/",
      headers: { "x-forwarded-user": user, "x-forwarded-for": `192.0.2.${i}` },
    });
    expect(await statuses(3, by("ada"))).toEqual([200, 200, 429]);
    expect(await statuses(4, (i) => by(i < 2 ? "ada" : "grace")(i))).toEqual([200, 200, 200, 200]);
    expect(await statuses(4, () => ({ url: "/version/" }))).toEqual([200, 200, 200, 200]);
  });

  it("are refused over a WebSocket, whose operations count as requests", async () => {
    await start({ perAddress: 3 });
    const client = createClient({ url: `${(await listen(app)).replace("http", "ws")}/graphql`, webSocketImpl: WebSocket });
    // The handshake is one request, and each operation is one.
    const outcome = () =>
      new Promise((resolve) => {
        client.subscribe(
          { query: "{ __typename }" },
          { next: ({ data }) => resolve(data), error: (errors) => resolve(errors), complete: () => {} },
        );
      });
    const refusal = { message: expect.stringContaining("3 requests a second"), extensions: { code: "TOO_MANY_REQUESTS" } };
    const data = { __typename: "Query" };
    expect(await Promise.all(Array.from({ length: 3 }, outcome))).toEqual([data, data, [refusal]]);
    nextSecond();
    expect(await Promise.all(Array.from({ length: 2 }, outcome))).toEqual([data, data]);
    await client.dispose();
  });
});
