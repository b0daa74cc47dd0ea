import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import fc from "fast-check";
import type { InjectOptions } from "fastify";
import pino from "pino";
import { beforeAll, describe, expect, it } from "vitest";
import WebSocket from "ws";
import { brokenDocuments, documents, oddBodies, type Question, questions, subscriptions } from "../fuzz/graphqlRequests.js";
import { restRequests } from "../fuzz/restRequests.js";
import { anything, text } from "../fuzz/values.js";
import { useApp } from "../support/app.js";
import { makeType, runBatch } from "../support/catalogue.js";
import { useDatabase } from "../support/database.js";
import { listen } from "../support/graphql.js";
import { rowCounts } from "../support/rowCounts.js";

/** `npm run fuzz` asks for more inputs, or other ones. */
const numRuns = Number(process.env.FUZZ_RUNS ?? 60);
const seed = Number(process.env.FUZZ_SEED ?? 20161127);
/** Much more than any answer takes, and so a hang. */
const maxMilliseconds = 60_000;

const faults: string[] = [];
const log = pino({ level: "warn" }, { write: (line: string) => void faults.push(line) });
const database = useDatabase();
const app = useApp(database, { log, trustedProxies: ["127.0.0.1"] });
let address = "";
let rows: Record<string, number>;
beforeAll(async () => {
  await runBatch(database(), await makeType(database(), "parse"), {});
  address = await listen(app());
  rows = await rowCounts(database());
});

/** Fails where something takes so long that it hangs. */
async function inTime<Result>(work: Promise<Result>, what: unknown): Promise<Result> {
  let late: NodeJS.Timeout | undefined;
  const hang = new Promise<never>((_, reject) => {
    late = setTimeout(() => reject(new Error(`There is no answer to ${JSON.stringify(what)}`)), maxMilliseconds);
  });
  return Promise.race([work, hang]).finally(() => clearTimeout(late));
}

/** Whether an answer refuses what was asked. */
function isRefusal(statusCode: number, payload: string): boolean {
  if (statusCode >= 400) return true;
  if (!payload.startsWith("{")) return false;
  const { data, errors } = JSON.parse(payload) as { data?: Record<string, { errors?: unknown[] } | null> | null; errors?: unknown[] };
  return errors !== undefined || Object.values(data ?? {}).some((field) => (field?.errors?.length ?? 0) > 0);
}

/** Sends a request, and expects that it is no fault of ours, however it is answered, and that a refusal leaves no row. */
async function ask(request: InjectOptions): Promise<void> {
  faults.length = 0;
  const { statusCode, payload, headers } = await inTime(app().inject(request), request);
  expect(payload).not.toContain("Internal error");
  expect({ statusCode, faults, request }).toEqual({ statusCode: expect.toSatisfy((code) => code < 500), faults: [], request });
  // GraphiQL's page has all of its program inside.
  if (!String(headers["content-type"]).startsWith("text/html")) expect(payload.length).toBeLessThan(1_000_000);
  if (request.method !== "POST") return;
  const before = rows;
  rows = await rowCounts(database());
  if (isRefusal(statusCode, payload)) expect({ request, rows }).toEqual({ request, rows: before });
}

const check = <Value>(values: fc.Arbitrary<Value>, work: (value: Value) => Promise<void>, runs = numRuns): Promise<void> =>
  fc.assert(fc.asyncProperty(values, work), { numRuns: runs, seed });

const post = (payload: Question) => ({ method: "POST" as const, url: "/graphql", payload });

describe("No input is ever answered or logged as a fault of ours:", { timeout: 7_200_000 }, () => {
  it("variables of every field, by whoever executes it", () =>
    // Asked twice, a query goes the short way.
    check(questions, async (question) => {
      for (let i = 0; i < 2; i++) await ask(post(question));
    }));

  it("documents of any selection", () => check(documents, (question) => ask(post(question)), numRuns * 2));

  it("documents that are none", () => check(brokenDocuments, (question) => ask(post(question))));

  it("what is no GraphQL request", () =>
    check(oddBodies, (body) =>
      ask({
        method: "POST",
        url: "/graphql",
        headers: { "content-type": "application/json" },
        payload: JSON.stringify(body) ?? "",
      }),
    ));

  it("variables and others in an address", () =>
    check(fc.tuple(questions, fc.boolean(), anything), ([{ query, variables }, isRight, other]) =>
      ask({
        url: "/graphql",
        headers: { "x-apollo-operation-name": "x" },
        query: { query, variables: JSON.stringify(isRight ? variables : other) ?? "", operationName: isRight ? "" : String(other) },
      }),
    ));

  it("requests of every operation of REST", () => check(restRequests, ask, numRuns * 2));

  it("headers", () => {
    const value = fc.oneof(
      fc.constantFrom(
        "a b",
        "",
        ",",
        ";",
        "*",
        "*/*;q=x",
        "[::1",
        "http://",
        "null",
        "application/json;",
        "text/event-stream",
        "text/html",
        "gzip",
      ),
      fc.string({ unit: fc.constantFrom(...Array.from({ length: 223 }, (_, i) => String.fromCharCode(i + 32))), maxLength: 40 }),
    );
    const names = ["host", "accept", "origin", "accept-encoding", "if-none-match", "idempotency-key", "range", "expect", "cookie"];
    const proxies = ["x-forwarded-user", "remote-user", "x-forwarded-host", "x-forwarded-proto", "x-forwarded-for"];
    const headers = fc.dictionary(fc.constantFrom(...names, ...proxies), value, { maxKeys: 4 });
    const requests = fc.constantFrom<InjectOptions>(
      { url: "/batches/?page_size=1" },
      { url: "/batches/1/" },
      { url: "/graphql?query={__typename}" },
      { url: "/docs/" },
      { url: "/readyz" },
      { method: "POST", url: "/graphql", payload: { query: "{ batches { totalCount } }" } },
      { method: "POST", url: "/batches/", payload: { recipe_type_id: 1, definition: {} } },
    );
    return check(fc.tuple(requests, headers), ([request, headers]) => ask({ ...request, headers }));
  });

  it("queries and mutations that are answered by events", () =>
    check(questions, (payload) => ask({ ...post(payload), headers: { accept: "text/event-stream" } })));

  it("subscriptions by event streams, which their callers leave", () =>
    check(
      subscriptions,
      async (question) => {
        faults.length = 0;
        const leaving = new AbortController();
        const init = { method: "POST", headers: { accept: "text/event-stream", "content-type": "application/json" } };
        const asked = fetch(`${address}/graphql`, { ...init, body: JSON.stringify(question), signal: leaving.signal });
        const response = await inTime(asked, question);
        expect(response.status).toBeLessThan(500);
        const reader = response.body?.getReader();
        if (reader) await inTime(reader.read(), question);
        leaving.abort();
        expect({ faults, question }).toEqual({ faults: [], question });
      },
      Math.ceil(numRuns / 2),
    ));

  it("messages over a WebSocket, which is closed by a code of the protocol or goes on", () =>
    check(fc.array(messages, { minLength: 1, maxLength: 6 }), talk, Math.ceil(numRuns / 2)));

  it.skipIf(numRuns < 1000)("and nothing of it stays in memory", async () => {
    const some = () => check(fc.oneof(questions, documents), (question) => ask(post(question)), numRuns);
    await some();
    const before = usedHeap();
    await some();
    expect(usedHeap() - before).toBeLessThan(40);
  });
});

const questionOver = fc.oneof(questions, subscriptions, brokenDocuments);
const messages: fc.Arbitrary<string | Buffer> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ type: fc.constant("connection_init"), payload: anything }, { requiredKeys: ["type"] }).map(json) },
  {
    weight: 4,
    arbitrary: fc.record({ type: fc.constant("subscribe"), id: fc.constantFrom("1", "2"), payload: questionOver }).map(json),
  },
  fc
    .record(
      { type: fc.constantFrom("ping", "pong", "complete", "next", "error"), id: anything, payload: anything },
      { requiredKeys: ["type"] },
    )
    .map(json),
  fc.record({ type: anything, id: anything, payload: anything }, { requiredKeys: [] }).map(json),
  anything.map(json),
  text,
  fc.uint8Array({ maxLength: 20 }).map((bytes) => Buffer.from(bytes)),
);

function json(value: unknown): string {
  return JSON.stringify(value) ?? "";
}

/** Says something over a WebSocket of its own, and expects that it is answered, or closed for what the caller did. */
async function talk(said: readonly (string | Buffer)[]): Promise<void> {
  faults.length = 0;
  const socket = new WebSocket(`${address.replace("http", "ws")}/graphql`, "graphql-transport-ws");
  const closed = new Promise<number>((resolve) => socket.once("close", resolve));
  await inTime(new Promise((resolve, reject) => socket.once("open", resolve).once("error", reject)), said);
  for (const message of said) socket.send(message);
  // It is answered after all that was said before, or the socket is closed.
  socket.send(json({ type: "ping" }));
  const ponged = new Promise<number>((resolve) => socket.on("message", (data) => String(data).includes('"pong"') && resolve(1000)));
  const code = await inTime(Promise.race([closed, ponged]), said);
  socket.terminate();
  expect({ code, faults, said }).toEqual({
    code: expect.toSatisfy((one) => one === 1000 || (one >= 4000 && one < 4500) || one === 1007),
    faults: [],
    said,
  });
}

/** MiB that are in use after all that is not was collected. */
function usedHeap(): number {
  setFlagsFromString("--expose-gc");
  (runInNewContext("gc") as () => void)();
  return process.memoryUsage().heapUsed / 1_048_576;
}
