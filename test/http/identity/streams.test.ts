import { once } from "node:events";
import pino from "pino";
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from "vitest";
import WebSocket from "ws";
import type { Role } from "../../../src/domain/actor.js";
import { createKey } from "../../../src/domain/key/createKey.js";
import { revokeKey } from "../../../src/domain/key/revokeKey.js";
import { buildApp } from "../../../src/http/buildApp.js";
import { get, useApp } from "../../support/app.js";
import { makeType, submit } from "../../support/catalogue.js";
import { useDatabase } from "../../support/database.js";
import { listen } from "../../support/graphql.js";
import { useIssuer } from "../../support/issuer.js";

const database = useDatabase();
const issuer = useIssuer();
const app = useApp(database, {
  identity: () => ({ oidc: issuer.config, apiKeys: true, proxyRoleHeader: "x-forwarded-role", defaultRole: null }),
  trustedProxies: ["loopback"],
});

let address: string;
let query: string;
beforeAll(async () => {
  address = await listen(app());
  const batch = await submit(database(), await makeType(database(), "parse"));
  query = `subscription { batchProgress(id: ${batch}) { status } }`;
});

const makeKey = (role: Role) => createKey(database(), { name: `a ${role}`, role }, null);
const revoke = (key: string) => revokeKey(database(), key.slice(0, 11));

interface Message {
  readonly type: string;
  // biome-ignore lint/suspicious/noExplicitAny: a test reaches into it
  readonly payload?: any;
}

const sockets: WebSocket[] = [];
afterAll(() => {
  for (const socket of sockets) socket.terminate();
});

/** Opens a WebSocket, and says at once what is given. */
async function open(messages: readonly object[], headers: Record<string, string> = {}, at = address) {
  const socket = new WebSocket(`${at.replace("http", "ws")}/graphql`, "graphql-transport-ws", { headers });
  sockets.push(socket);
  const got: Message[] = [];
  socket.on("message", (data) => got.push(JSON.parse(String(data))));
  const closed = once(socket, "close").then(([code, reason]) => [code, String(reason)]);
  await once(socket, "open");
  for (const message of messages) socket.send(JSON.stringify(message));
  return { got, closed, types: () => got.map(({ type }) => type) };
}

const init = (authorization?: unknown) => ({ type: "connection_init", ...(authorization !== undefined && { payload: { authorization } }) });
const subscribe = (text = query) => ({ type: "subscribe", id: "1", payload: { query: text } });
const soon = { timeout: 20_000 };

describe("A WebSocket", () => {
  it("is opened by who says at its connection_init who they are, or in a header, or comes by the proxy", async () => {
    const key = await makeKey("READER");
    const viewer = subscribe("{ viewer { name role } }");
    for (const [messages, headers] of [
      [[init(`Bearer ${key}`)], {}],
      [[{ type: "connection_init", payload: { Authorization: `bearer ${key}` } }], {}],
      [[init()], { authorization: `Bearer ${key}` }],
      [[init()], { "x-forwarded-user": "a READER", "x-forwarded-role": "reader" }],
    ] as const) {
      const { got, types } = await open(messages, headers);
      await expect.poll(types, soon).toEqual(["connection_ack"]);
      sockets.at(-1)?.send(JSON.stringify(viewer));
      await expect.poll(() => got[1]?.payload, soon).toEqual({ data: { viewer: { name: "a READER", role: "READER" } } });
    }
  });

  it("does nothing for others, however fast they ask", async () => {
    const title = "by nobody";
    const create = subscribe(
      `mutation { createBatch(input: { recipeTypeId: "1", title: "${title}", definition: {} }) { errors { code } } }`,
    );
    const howTo = /^Send a token of the issuer's or an API key/;
    for (const [messages, code, reason] of [
      [[init(), create], 4403, howTo],
      [[init("Bearer bg_00000000_0000000000000000000000000000000000000000000"), create], 4403, /^There is no such API key/],
      [[init("Bearer a.b.c"), create], 4403, /^The token is not valid/],
      [[init({ toString: "Bearer" }), create], 4403, howTo],
      [[create], 4401, /^Unauthorized$/],
    ] as const) {
      const { closed, types } = await open(messages);
      const [closedWith, why] = await closed;
      // What comes before it is known who asks breaks the protocol.
      expect([code, 4401]).toContain(closedWith);
      if (closedWith === code) expect(why).toMatch(reason);
      expect(types()).toEqual([]);
    }
    expect(await database().prisma.batch.count({ where: { title } })).toBe(0);
    const handshake = new WebSocket(`${address.replace("http", "ws")}/graphql`, "graphql-transport-ws", {
      headers: { authorization: "Bearer a.b.c" },
    });
    const [error] = await once(handshake, "error");
    expect(String(error)).toContain("401");
  });

  it("has its operations counted for its caller, who may have opened several", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    onTestFinished(() => void vi.useRealTimers());
    const identity = { oidc: null, apiKeys: true, proxyRoleHeader: null, defaultRole: null };
    const limited = await buildApp({ database: database(), config: { trustedProxies: [], identity, maxRequestsPerSecondPerActor: 2 } });
    onTestFinished(() => limited.close());
    const at = await listen(limited);
    const key = await makeKey("READER");
    const other = await createKey(database(), { name: "another", role: "READER" }, null);
    const outcomes: unknown[] = [];
    for (const caller of [key, key, key, other]) {
      const { got, types } = await open([init(`Bearer ${caller}`)], {}, at);
      await expect.poll(types, soon).toEqual(["connection_ack"]);
      sockets.at(-1)?.send(JSON.stringify(subscribe("{ __typename }")));
      await expect.poll(() => got[1]?.type, soon).toBeDefined();
      outcomes.push(got[1]?.type === "error" ? got[1].payload[0].extensions.code : got[1]?.payload.data);
    }
    const done = { __typename: "Query" };
    expect(outcomes).toEqual([done, done, "TOO_MANY_REQUESTS", done]);
  });

  it("says nothing by a token or a key where only a proxy tells who asks, as by HTTP", async () => {
    const identity = { oidc: null, apiKeys: false, proxyRoleHeader: "x-forwarded-role", defaultRole: null };
    const proxied = await buildApp({ database: database(), config: { trustedProxies: ["loopback"], identity } });
    onTestFinished(() => proxied.close());
    const at = await listen(proxied);
    const headers = { "x-forwarded-user": "ada", "x-forwarded-role": "reader" };
    expect((await get(proxied, "/batches/", { ...headers, authorization: "Bearer bg_1" })).status).toBe(200);
    const { types, closed } = await open([init("Bearer bg_1")], headers, at);
    await expect.poll(types, soon).toEqual(["connection_ack"]);
    sockets.at(-1)?.close();
    await closed;
    const nobody = await open([init("Bearer bg_1")], {}, at);
    expect(await nobody.closed).toEqual([4403, "Come by the proxy that says who asks"]);
  });

  it("of a caller without a role is noted as FORBIDDEN", async () => {
    const lines: Record<string, unknown>[] = [];
    const log = pino({ level: "info" }, { write: (line) => void lines.push(JSON.parse(line)) });
    const identity = { oidc: issuer.config, apiKeys: false, proxyRoleHeader: null, defaultRole: null };
    const noted = await buildApp({ database: database(), config: { trustedProxies: [], identity }, log });
    onTestFinished(() => noted.close());
    const at = await listen(noted);
    for (const token of [await issuer.token({ roles: ["staff"] }), "a.b.c"]) {
      const { closed } = await open([init(`Bearer ${token}`)], {}, at);
      expect((await closed)[0]).toBe(4403);
    }
    const audits = lines.filter(({ msg }) => msg === "audit").map(({ operation, outcome }) => [operation, outcome]);
    expect(audits).toEqual([
      ["connection_init", "FORBIDDEN"],
      ["connection_init", "UNAUTHENTICATED"],
    ]);
  });

  it("has one identity: another connection_init ends it", async () => {
    const { closed } = await open([init(`Bearer ${await makeKey("READER")}`), init(`Bearer ${await makeKey("ADMIN")}`)]);
    expect(await closed).toEqual([4429, "Too many initialisation requests"]);
  });

  it("has the role of its caller", async () => {
    const { got } = await open([init(`Bearer ${await makeKey("WORKER")}`)]);
    await expect.poll(() => got.length, soon).toBe(1);
    sockets.at(-1)?.send(JSON.stringify(subscribe()));
    await expect
      .poll(() => got[1], soon)
      .toMatchObject({
        type: "next",
        payload: {
          errors: [{ extensions: { code: "FORBIDDEN" }, message: "batchProgress is for READER, OPERATOR, ADMIN, and not for WORKER" }],
        },
      });
  });

  it("ends when its key is revoked", async () => {
    const key = await makeKey("READER");
    const { got, closed } = await open([init(`Bearer ${key}`)]);
    await expect.poll(() => got.length, soon).toBe(1);
    sockets.at(-1)?.send(JSON.stringify(subscribe()));
    await expect.poll(() => got[1], soon).toMatchObject({ type: "next", payload: { data: { batchProgress: { status: "SUBMITTED" } } } });
    await revoke(key);
    expect(await closed).toEqual([4403, "There is no such API key, or it was revoked"]);
  });

  it("ends when its token has expired", async () => {
    issuer.lifetime = 3;
    const { closed } = await open([init(`Bearer ${await issuer.token({ roles: ["READER"] })}`)]);
    const began = performance.now();
    expect(await closed).toEqual([4403, "The token or the key has expired"]);
    expect(performance.now() - began).toBeLessThan(5000);
  });
});

describe("An event stream", () => {
  const watch = (key: string, text = query) =>
    fetch(`${address}/graphql?query=${encodeURIComponent(text)}`, {
      headers: { accept: "text/event-stream", ...(key && { authorization: `Bearer ${key}` }) },
    });

  it("is for those who may read", async () => {
    expect((await watch("")).status).toBe(401);
    const forbidden = await watch(await makeKey("WORKER"));
    expect(await forbidden.text()).toMatch(/"FORBIDDEN"/);
    expect(await (await watch(await makeKey("READER"), "{ viewer { role } }")).text()).toContain('{"data":{"viewer":{"role":"READER"}}}');
  });

  it("ends with the error UNAUTHENTICATED when its key is revoked", async () => {
    const key = await makeKey("READER");
    const response = await watch(key);
    await revoke(key);
    const text = await response.text();
    expect(text).toMatch(/event: next\ndata: .*SUBMITTED/);
    expect(text).toMatch(/event: next\ndata: .*"code":"UNAUTHENTICATED"[^\n]*\n\nevent: complete/);
  });
});
