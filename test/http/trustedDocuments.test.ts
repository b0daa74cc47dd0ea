import { createHash } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { FastifyInstance } from "fastify";
import { createClient } from "graphql-ws";
import pino from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import WebSocket from "ws";
import type { Config } from "../../src/config.js";
import { buildApp } from "../../src/http/buildApp.js";
import { readConsoleDocuments } from "../../src/http/readTrustedDocuments.js";
import { openRegistry } from "../../src/monitoring/openRegistry.js";
import { post, send } from "../support/app.js";
import { useDatabase } from "../support/database.js";
import { listen } from "../support/graphql.js";
import { scrape } from "../support/metrics.js";

const database = useDatabase();
const hashOf = (text: string) => createHash("sha256").update(text).digest("hex");
const idOf = (text: string) => `sha256:${hashOf(text)}`;

const count = "query Count($status: [BatchStatus!]) { batches(filter: { status: $status }) { totalCount } }";
const watch = "subscription Watch { batchProgress(id: 0) { percent } }";
const change = 'mutation Change { pauseBatch(id: "0") { errors { code } } }';
const free = "{ __typename }";

let directory: string;
const apps: FastifyInstance[] = [];
beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), "trusted-"));
  await writeFile(path.join(directory, `${hashOf(count)}.graphql`), count);
  await writeFile(path.join(directory, "persisted-documents.json"), JSON.stringify({ [hashOf(watch)]: watch, [hashOf(change)]: change }));
  await writeFile(path.join(directory, ".hidden"), "{");
});
afterAll(async () => {
  for (const app of apps) await app.close();
  await rm(directory, { recursive: true });
});

async function start(config: Partial<Config> = {}): Promise<FastifyInstance> {
  const app = await buildApp({ database: database(), config: { trustedProxies: [], trustedDocuments: directory, ...config } });
  apps.push(app);
  return app;
}

const none = { data: { batches: { totalCount: 0 } } };
const notFound = { errors: [{ message: "No trusted document has this documentId", extensions: { code: "PERSISTED_DOCUMENT_NOT_FOUND" } }] };
const required = {
  errors: [
    { message: "Only trusted documents are run here: name one by its documentId", extensions: { code: "PERSISTED_DOCUMENT_REQUIRED" } },
  ],
};
const byGet = (parameters: Record<string, string>, accept = "application/json") => ({
  url: `/graphql?${new URLSearchParams(parameters)}`,
  headers: { accept, "apollo-require-preflight": "true" },
});

describe("Where documents are trusted", () => {
  let app: FastifyInstance;
  beforeAll(async () => {
    app = await start();
  });

  it("one is run by its id, with and without the prefix, by POST and by GET, again and again", async () => {
    for (const documentId of [idOf(count), hashOf(count), idOf(count)]) {
      expect((await post(app, "/graphql", { documentId, variables: { status: ["PAUSED"] } })).body).toEqual(none);
      expect((await send(app, byGet({ documentId, variables: '{"status":["PAUSED"]}', operationName: "Count" }))).body).toEqual(none);
    }
    const { body } = await post(app, "/graphql", { documentId: idOf(change) });
    expect(body.data.pauseBatch.errors).toEqual([{ code: "NOT_FOUND" }]);
  });

  it("one that is run by GET stands in the log by its id, as it was sent", async () => {
    const lines: string[] = [];
    const log = pino({}, { write: (line: string) => lines.push(line) });
    const logged = await buildApp({ database: database(), config: { trustedProxies: [], trustedDocuments: directory }, log });
    const request = byGet({ documentId: idOf(count), variables: "{}" });
    expect((await send(logged, request)).body).toEqual(none);
    await logged.close();
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([{ msg: "Answered", url: request.url, status: 200 }]);
  });

  it("one is run by its text, as clients send it that know of no ids", async () => {
    for (let i = 0; i < 3; i++) expect((await post(app, "/graphql", { query: count })).body).toEqual(none);
  });

  it("no mutation is run by GET", async () => {
    expect((await send(app, byGet({ documentId: idOf(change) }))).status).toBe(405);
  });

  it("no other one is run, and none that nobody knows", async () => {
    for (const query of [free, `${count} `, "{ nonsense"]) {
      const { status, body } = await post(app, "/graphql", { query });
      expect([status, body]).toEqual([200, required]);
      expect((await send(app, byGet({ query }))).body).toEqual(required);
    }
    for (const documentId of [idOf(free), "sha256:", "x", "constructor", idOf(count).toUpperCase()]) {
      expect((await post(app, "/graphql", { documentId })).body).toEqual(notFound);
      expect((await send(app, byGet({ documentId }))).body).toEqual(notFound);
    }
  });

  it("a refusal is counted by its code", async () => {
    const counted = await buildApp({
      database: database(),
      config: { trustedProxies: [], trustedDocuments: directory },
      registry: openRegistry(database()),
    });
    apps.push(counted);
    for (const payload of [{ query: free }, { query: free }, { documentId: "x" }]) await post(counted, "/graphql", payload);
    const metric = await scrape(counted);
    const requests = (code: string) => metric("requests_total", { door: "graphql", code });
    expect(["PERSISTED_DOCUMENT_REQUIRED", "PERSISTED_DOCUMENT_NOT_FOUND", "OK"].map(requests)).toEqual([2, 1, undefined]);
  });

  it("a refusal has the status 400 for clients of GraphQL's own media type", async () => {
    const accept = "application/graphql-response+json";
    for (const [payload, body] of [
      [{ query: free }, required],
      [{ documentId: "x" }, notFound],
    ] as const) {
      const answer = await post(app, "/graphql", payload, { accept });
      expect([answer.status, answer.headers["content-type"], answer.body]).toEqual([400, `${accept}; charset=utf-8`, body]);
    }
  });

  it("the same holds for event streams", async () => {
    const events = async (parameters: Record<string, string>) => {
      const { payload } = await app.inject(byGet(parameters, "text/event-stream"));
      return [...payload.matchAll(/^data: ?(\{.*)$/gm)].map(([, data]) => JSON.parse(data as string));
    };
    expect(await events({ documentId: idOf(count) })).toEqual([none]);
    expect(await events({ query: free })).toEqual([required]);
    expect(await events({ documentId: "x" })).toEqual([notFound]);
    expect((await events({ documentId: idOf(watch) }))[0].errors[0].extensions.code).toBe("NOT_FOUND");
  });

  it("the same holds for WebSockets, whose messages may name the id alone", async () => {
    const url = `${(await listen(app)).replace("http", "ws")}/graphql`;
    const client = createClient({ url, webSocketImpl: WebSocket });
    const outcome = (payload: object) =>
      new Promise((resolve) => {
        client.subscribe(payload as { query: string }, {
          next: resolve,
          error: (errors) => resolve({ errors }),
          complete: () => {},
        });
      });
    expect(await outcome({ documentId: idOf(count), query: "" })).toEqual(none);
    expect(await outcome({ query: count })).toEqual(none);
    expect(await outcome({ query: free })).toEqual(required);
    expect(await outcome({ documentId: "x", query: "" })).toEqual(notFound);
    await client.dispose();
    // graphql-ws's client sends no message without a query, but others do.
    const socket = new WebSocket(url, "graphql-transport-ws");
    const messages: { type: string; payload?: unknown }[] = [];
    socket.on("message", (message) => messages.push(JSON.parse(String(message))));
    socket.once("open", () => socket.send('{"type":"connection_init"}'));
    await expect.poll(() => messages.map(({ type }) => type)).toEqual(["connection_ack"]);
    socket.send(JSON.stringify({ type: "subscribe", id: "1", payload: { documentId: idOf(count) } }));
    await expect.poll(() => messages[1]?.payload).toEqual(none);
    socket.close();
  });
});

describe("Where some roles may run other documents", () => {
  it("callers of these roles do, and others do not", async () => {
    // Without identity, everybody is ADMIN.
    expect((await post(await start({ freeDocuments: ["ADMIN"] }), "/graphql", { query: free })).body).toEqual({
      data: { __typename: "Query" },
    });
    expect((await post(await start({ freeDocuments: ["OPERATOR"] }), "/graphql", { query: free })).body).toEqual(required);
  });
});

describe("The documents of the console", () => {
  it("are trusted, too, where there is a console", async () => {
    const viewer = [...(await readConsoleDocuments())].find(([, text]) => text.startsWith("query Viewer"));
    const payload = { documentId: viewer?.[0] };
    expect((await post(await start(), "/graphql", payload)).body).toMatchObject({ data: { viewer: { role: "ADMIN" } } });
    expect((await post(await start({ console: false }), "/graphql", payload)).body).toEqual(notFound);
  });
});

describe("Without the setting", () => {
  it("an id is not known", async () => {
    const { status, body } = await post(await start({ trustedDocuments: null }), "/graphql", { documentId: idOf(count) });
    expect([status, body.errors[0].extensions.code]).toEqual([400, "BAD_REQUEST"]);
  });
});

describe("A directory with a broken file", () => {
  const wrong = "{ nothing }";
  it.each([
    [`${hashOf(count)}.graphql`, `${count}\n`, /is not the SHA-256 of its document, which is [0-9a-f]{64}$/],
    [`${hashOf(wrong)}.graphql`, wrong, /Cannot query field "nothing"/],
    [`${hashOf("{")}.graphql`, "{", /Syntax Error/],
    ["a.json", "{", /JSON/],
    ["a.json", "[]", /is no object of documents by their hashes$/],
    ["a.json", JSON.stringify({ [hashOf("5")]: 5 }), /is no text$/],
    ["notes.txt", "", /is neither a .graphql nor a .json$/],
  ])("refuses the start, and names the file: %s", async (name, content, reason) => {
    const broken = await mkdtemp(path.join(tmpdir(), "broken-"));
    await writeFile(path.join(broken, name), content);
    const message = await start({ trustedDocuments: broken }).then(String, (error: Error) => error.message);
    await rm(broken, { recursive: true });
    expect(message.startsWith(`TRUSTED_DOCUMENTS: ${path.join(broken, name)}: `), message).toBe(true);
    expect(message).toMatch(reason);
  });

  it("that is not there refuses it, too", async () => {
    await expect(start({ trustedDocuments: "/nowhere" })).rejects.toThrow(/^TRUSTED_DOCUMENTS: \/nowhere: .*ENOENT/);
  });
});
