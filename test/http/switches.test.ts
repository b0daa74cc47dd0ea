import type { FastifyInstance } from "fastify";
import { getIntrospectionQuery } from "graphql";
import { createClient } from "graphql-ws";
import { afterAll, describe, expect, it } from "vitest";
import WebSocket from "ws";
import type { Config } from "../../src/config.js";
import { buildApp } from "../../src/http/buildApp.js";
import { get, post } from "../support/app.js";
import { useDatabase } from "../support/database.js";
import { listen } from "../support/graphql.js";

const database = useDatabase();
const apps: FastifyInstance[] = [];
afterAll(async () => {
  for (const app of apps) await app.close();
});
async function start(config: Partial<Config> = {}): Promise<FastifyInstance> {
  const app = await buildApp({ database: database(), config: { trustedProxies: [], ...config } });
  apps.push(app);
  return app;
}
const ask = async (app: FastifyInstance, query: string, headers = {}) => (await post(app, "/graphql", { query }, headers)).body;
const browser = { accept: "text/html" };

/** The answer over a WebSocket. */
async function overSocket(app: FastifyInstance, query: string): Promise<unknown> {
  const client = createClient({ url: `${(await listen(app)).replace("http", "ws")}/graphql`, webSocketImpl: WebSocket });
  const answer = await new Promise((resolve) => {
    client.subscribe({ query }, { next: resolve, error: (errors) => resolve({ errors }), complete: () => {} });
  });
  await client.dispose();
  return answer;
}

describe("Introspection", () => {
  const type = '{ __type(name: "Batch") { name } }';
  const hidden = "{ ...Schema } fragment Schema on Query { s: __schema { queryType { name } } }";

  // Without identity, everybody is ADMIN.
  it.each([
    [[], "Introspection is switched off: __schema and __type can't be asked for"],
    [["READER", "OPERATOR"], "Introspection is for READER, OPERATOR: __schema and __type can't be asked for"],
  ] as const)("is refused where it is not for the caller's role: %j", async (introspection, message) => {
    const app = await start({ introspection });
    const refusal = { errors: [{ message, extensions: { code: "FORBIDDEN" } }] };
    // Twice: the second time, the document is known.
    for (const query of [type, type, hidden, getIntrospectionQuery()]) expect(await ask(app, query)).toEqual(refusal);
    const accept = "application/graphql-response+json";
    expect(await post(app, "/graphql", { query: type }, { accept })).toMatchObject({ status: 400, body: refusal });
    const events = await app.inject({ url: `/graphql?query=${encodeURIComponent(type)}`, headers: { accept: "text/event-stream" } });
    expect(events.payload).toContain(`data: ${JSON.stringify(refusal)}`);
    expect(await overSocket(app, hidden)).toEqual(refusal);
    for (let i = 0; i < 2; i++) expect(await ask(app, "{ __typename }")).toEqual({ data: { __typename: "Query" } });
  });

  it("is for whom it is for", async () => {
    for (const introspection of [["ADMIN"], ["READER", "WORKER", "OPERATOR", "ADMIN"]] as const) {
      expect(await ask(await start({ introspection }), type)).toEqual({ data: { __type: { name: "Batch" } } });
    }
  });
});

describe("The console", () => {
  it("is pages and files that are not there where it is off, and nothing leads to it then", async () => {
    const [on, off] = [await start(), await start({ console: false })];
    const [file = ""] = /\/console\/assets\/[^"]*\.js/.exec((await on.inject({ url: "/", headers: browser })).payload) ?? [];
    for (const url of ["/", "/console", "/console/queues", file]) {
      expect((await on.inject({ url, headers: browser })).statusCode, url).toBe(200);
      const { statusCode, payload } = await off.inject({ url, headers: browser });
      expect([statusCode, /<a href="([^"]*)"/.exec(payload)?.[1]], url).toEqual([404, "/docs/"]);
    }
  });
});

describe("GraphiQL", () => {
  it("is a page that is not there where it is off, and is refused to other roles than its own", async () => {
    const off = await start({ graphiql: [] });
    expect((await off.inject({ url: "/graphql", headers: browser })).statusCode).toBe(404);
    expect(await get(await start({ graphiql: ["OPERATOR"] }), "/graphql", browser)).toMatchObject({
      status: 403,
      body: { detail: "GraphiQL is for OPERATOR" },
    });
    expect((await (await start({ graphiql: ["ADMIN"] })).inject({ url: "/graphql", headers: browser })).statusCode).toBe(200);
    expect(await ask(off, "{ __typename }")).toEqual({ data: { __typename: "Query" } });
  });

  it("is named by the first page unless it is off", async () => {
    const named = async (config: Partial<Config>) =>
      (await (await start(config)).inject({ url: "/", headers: browser })).payload.includes("GraphiQL");
    expect([await named({}), await named({ graphiql: ["ADMIN"] }), await named({ graphiql: [] })]).toEqual([true, true, false]);
  });
});

describe("What a misspelt field might have been", () => {
  const misspelt = "{ batchs { id } batch(id: 1) { titel status } batches(filter: { status: [CREATE] }) { totalCount } }";
  const plain = ['Cannot query field "batchs" on type "Query".', 'Cannot query field "titel" on type "Batch".'];
  const messages = (body: { errors: { message: string }[] }) => body.errors.map(({ message }) => message);

  it("is told to developers", async () => {
    const told = messages(await ask(await start(), misspelt));
    expect(told).toContain('Cannot query field "titel" on type "Batch". Did you mean "title"?');
  });

  it("is told to those who have a name, and kept from those who have none, where the address is not loopback", async () => {
    const app = await start({ suggestsToAnonymous: false, trustedProxies: ["loopback"] });
    expect(messages(await ask(app, misspelt, { "x-forwarded-user": "ada" })).join()).toMatch(/Did you mean "title"\?/);
    for (const told of [
      messages(await ask(app, misspelt)),
      messages((await overSocket(app, misspelt)) as { errors: { message: string }[] }),
    ]) {
      expect(told).toEqual(expect.arrayContaining(plain));
      expect(told.join()).not.toMatch(/Did you mean/);
    }
    const wrong = { query: "query ($s: [BatchStatus!]) { batches(filter: { status: $s }) { totalCount } }", variables: { s: ["CREATE"] } };
    expect(JSON.stringify((await post(app, "/graphql", wrong)).body)).not.toMatch(/Did you mean/);
  });
});
