import type { FastifyInstance } from "fastify";
import { type Client, createClient } from "graphql-ws";
import pg from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import WebSocket from "ws";
import { buildApp } from "../../src/http/buildApp.js";
import { makeType, type TestType } from "../support/catalogue.js";
import { useDatabase } from "../support/database.js";
import { listen } from "../support/graphql.js";
import { statementsOf } from "../support/statements.js";

const database = useDatabase();
let app: FastifyInstance;
/** Gives a request half a second. */
let hasty: FastifyInstance;
let address: string;
let type: TestType;
const clients: Client[] = [];
/** Holds a table, so that whoever asks it waits. */
let holder: pg.Client;

beforeAll(async () => {
  const config = { trustedProxies: [] };
  app = await buildApp({ database: database(), config });
  hasty = await buildApp({ database: database(), config: { ...config, maxRequestSeconds: 0.5 } });
  address = await listen(app);
  type = await makeType(database(), "parse");
  holder = new pg.Client(database().url);
  await holder.connect();
});
afterEach(async () => {
  await holder.query("ROLLBACK");
  for (const client of clients.splice(0)) await client.dispose();
});
afterAll(async () => {
  await holder.end();
  await app.close();
  await hasty.close();
});

const hold = (table: string) => holder.query(`BEGIN; LOCK TABLE ${table} IN ACCESS EXCLUSIVE MODE`);

/** Until so many statements wait for what is held. */
const untilWaiting = (count: number) =>
  vi.waitFor(
    async () => {
      const { rows } = await holder.query(
        "SELECT pid FROM pg_locks JOIN pg_database d ON d.oid = database WHERE d.datname = current_database() AND NOT granted",
      );
      expect(rows).toHaveLength(count);
    },
    { timeout: 30_000 },
  );

/** Ten lists, one after the other where there are not connections enough. */
const query = `{ ${Array.from({ length: 10 }, (_, i) => `a${i}: batches(first: ${i + 1}) { nodes { title } }`).join(" ")} }`;
const json = { "content-type": "application/json" };

const ask = (accept: string, signal: AbortSignal) =>
  fetch(`${address}/graphql`, { method: "POST", headers: { ...json, accept }, body: JSON.stringify({ query }), signal }).then((response) =>
    response.text(),
  );

/** Asks, and gives back what leaves before the answer is there. */
type Asker = () => () => Promise<unknown>;

const byFetch =
  (ask: (signal: AbortSignal) => Promise<unknown>): Asker =>
  () => {
    const caller = new AbortController();
    const answer = ask(caller.signal).catch((error: Error) => error.name);
    return async () => {
      caller.abort();
      expect(await answer).toBe("AbortError");
    };
  };

const bySocket =
  (leave: (client: Client, complete: () => void) => unknown): Asker =>
  () => {
    const client = createClient({ url: `${address.replace("http", "ws")}/graphql`, webSocketImpl: WebSocket, retryAttempts: 0 });
    clients.push(client);
    const complete = client.subscribe({ query }, { next: () => {}, error: () => {}, complete: () => {} });
    return async () => void (await leave(client, complete));
  };

it("A connection on which nothing moves stays open for longer than a request may take", async () => {
  const patient = await buildApp({ database: database(), config: { trustedProxies: [], maxRequestSeconds: 3600 } });
  expect([app.server.timeout, patient.server.timeout]).toEqual([180_000, 3_630_000]);
  await patient.close();
});

describe("When its caller leaves, no further statement is begun, and the one that runs is cancelled,", () => {
  it.each<[string, number, Asker]>([
    ["by GraphQL", 3, byFetch((signal) => ask("application/json", signal))],
    ["by Server-Sent Events", 3, byFetch((signal) => ask("text/event-stream", signal))],
    ["by a WebSocket that is closed", 3, bySocket((client) => client.terminate())],
    ["by a WebSocket on which the operation is given up", 3, bySocket((_client, complete) => complete())],
    ["by REST", 1, byFetch((signal) => fetch(`${address}/batches/?page=2`, { signal }))],
  ])("%s", async (_way, connections, asker) => {
    await hold("batch");
    const { statements } = await statementsOf(async () => {
      const leave = asker();
      await untilWaiting(connections);
      await leave();
      await untilWaiting(0);
    });
    expect(statements.filter((text) => text.includes("FROM batch"))).toHaveLength(connections);
    // The connections are whole: others are answered.
    await holder.query("ROLLBACK");
    expect((await app.inject("/batches/")).statusCode).toBe(200);
  });
});

describe("A request whose time is over", () => {
  it("has as many seconds as the setting says", async () => {
    const set = await buildApp({ database: database(), config: { trustedProxies: [], maxRequestSeconds: 1 } });
    await hold("batch");
    const { statusCode, body } = await set.inject("/batches/");
    await set.close();
    expect([statusCode, JSON.parse(body).detail]).toEqual([503, expect.stringContaining("took longer than 1 s")]);
  });

  it("is answered with 503 by REST", async () => {
    await hold("batch");
    const { statusCode, body, headers } = await hasty.inject("/batches/");
    expect([statusCode, headers["retry-after"]]).toEqual([503, "1"]);
    expect(JSON.parse(body)).toEqual({ detail: "The request took longer than 0.5 s and was ended: ask for less at a time" });
    await untilWaiting(0);
  });

  it("is answered with DEADLINE_EXCEEDED by GraphQL", async () => {
    await hold("batch");
    const answer = await hasty.inject({ method: "POST", url: "/graphql", payload: { query: "{ batches { totalCount } }" } });
    expect(answer.json().errors).toMatchObject([
      { message: expect.stringContaining("longer than 0.5 s"), extensions: { code: "DEADLINE_EXCEEDED" } },
    ]);
    await untilWaiting(0);
  });
});

it("A change that has begun is made as a whole, though its caller has left", async () => {
  const create = `mutation { validateBatch(input: { recipeTypeId: "${type.id}", definition: {} }) { planToken } }`;
  const { planToken } = (await app.inject({ method: "POST", url: "/graphql", payload: { query: create } })).json().data.validateBatch;
  await hold("batch_slice");
  const caller = new AbortController();
  const mutation = `mutation { createBatch(input: { recipeTypeId: "${type.id}", definition: {} }, planToken: "${planToken}") { batch { id } } }`;
  const body = JSON.stringify({ query: mutation });
  const answer = fetch(`${address}/graphql`, { method: "POST", headers: json, body, signal: caller.signal }).catch(({ name }) => name);
  await untilWaiting(1);
  caller.abort();
  expect(await answer).toBe("AbortError");
  await holder.query("ROLLBACK");
  await vi.waitFor(async () => expect(await database().prisma.batchEvent.count()).toBe(1), { timeout: 30_000 });
  expect(await database().prisma.batch.count()).toBe(1);
});
