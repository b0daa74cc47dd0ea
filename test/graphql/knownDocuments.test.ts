import type { FastifyInstance } from "fastify";
import pino from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildApp } from "../../src/http/buildApp.js";
import { useApp } from "../support/app.js";
import { makeType, runBatch } from "../support/catalogue.js";
import { useDatabase } from "../support/database.js";

const database = useDatabase();
const app = useApp(database);

let id: number;
beforeAll(async () => {
  id = await runBatch(database(), await makeType(database(), "parse"), {});
});

/** What else was answered by the shortcut since this was asked last. */
let counted = 0;
function hits(): number {
  const before = counted;
  counted = app().executionCounts.known;
  return counted - before;
}

const ask = async (payload: object, headers: Record<string, string> = {}) => {
  const { statusCode, headers: sent, body } = await app().inject({ method: "POST", url: "/graphql", payload, headers });
  const { date, "x-request-id": _id, ...others } = sent;
  return { statusCode, headers: others, body };
};

const query = `
  query One($id: ID!, $isFull: Boolean = false) { batch(id: $id) { id title status recipeType @include(if: $isFull) { name } } }
  query Two { batches(first: 1) { nodes { id } totalCount } }
  mutation Three { cancelBatch(id: "999") { batch { id } errors { code } } }
`;
const questions = () => ({
  "that has variables": { query, operationName: "One", variables: { id } },
  "with a switch that is on": { query, operationName: "One", variables: { id, isFull: true } },
  "without variables": { query, operationName: "Two" },
  "with null for what is absent": { query: "{ batches { nodes { id } } }", operationName: null, variables: null },
  "that changes something": { query, operationName: "Three" },
  "without a variable that it must have": { query, operationName: "One", variables: {} },
  "with a variable of a wrong type": { query, operationName: "One", variables: { id, isFull: "yes" } },
  "of a name that there is not": { query, operationName: "Four" },
  "of no name where there are several": { query },
  "that is refused": { query: "query ($first: Int) { batches(first: $first) { nodes { id } } }", variables: { first: -1 } },
  "that would cost too much": {
    query: "query ($first: Int) { batches(first: $first) { nodes { recipes(first: $first) { nodes { created } } } } }",
    variables: { first: 1000 },
  },
  "that asks for the schema": { query: "{ __schema { queryType { name } } }" },
});

describe("A query is answered alike when it is asked again,", () => {
  /** Those that the executor answers: Apollo the first time, the shortcut from then on. */
  const known = [
    "that has variables",
    "with a switch that is on",
    "without variables",
    "with null for what is absent",
    "that changes something",
  ];

  describe.each([
    ["anything", " ", {}],
    ["application/graphql-response+json", "  ", { accept: "application/graphql-response+json" }],
    ["both types, as workers and the console do", "   ", { accept: "application/graphql-response+json, application/json" }],
  ])("of a client that accepts %s,", (_what, spaces, headers) => {
    it.each(Object.keys(questions()) as (keyof ReturnType<typeof questions>)[])("one %s", async (name) => {
      const question = questions()[name];
      // Apollo's way, whatever was asked before: spaces make it another document.
      const first = await ask({ ...question, query: `${question.query}${spaces}` }, headers);
      await ask(question, headers);
      hits();
      for (let again = 0; again < 2; again++) expect(await ask(question, headers)).toEqual(first);
      expect(hits()).toBe(known.includes(name) ? 2 : 0);
    });
  });

  it("though hundreds of others were asked meanwhile", async () => {
    const question = questions()["that has variables"];
    const first = await ask(question);
    for (let i = 0; i < 300; i++) await ask({ query: `{ a${i}: __typename }` });
    hits();
    expect(await ask(question)).toEqual(first);
    expect(hits()).toBe(0);
    expect(await ask(question)).toEqual(first);
    expect(hits()).toBe(1);
  });

  it("whatever the client accepts", async () => {
    const question = questions()["without variables"];
    await ask(question);
    hits();
    const types = async (accept: string) => (await ask(question, { accept })).headers["content-type"];
    expect(await types("*/*")).toBe("application/json; charset=utf-8");
    expect(await types("application/json")).toBe("application/json; charset=utf-8");
    expect(await types("application/graphql-response+json")).toBe("application/graphql-response+json; charset=utf-8");
    expect(hits()).toBe(3);
    expect((await ask(question, { accept: "image/png" })).statusCode).toBe(406);
    expect(hits()).toBe(0);
  });
});

describe("What watches and guards requests acts on a query that is known as on one that is new:", () => {
  const lines: Record<string, unknown>[] = [];
  const log = pino({ base: null }, { write: (line: string) => void lines.push(JSON.parse(line)) });
  let guarded: FastifyInstance;
  const query = "query ($first: Int) { batches(first: $first) { nodes { id recipes(first: $first) { nodes { created } } } } }";
  const askGuarded = async (headers: Record<string, string> = {}, variables = { first: 1 }) => {
    lines.length = 0;
    const before = guarded.executionCounts.known;
    const { statusCode, body } = await guarded.inject({ method: "POST", url: "/graphql", headers, payload: { query, variables } });
    const isKnown = guarded.executionCounts.known > before;
    return { statusCode, body: JSON.parse(body), isKnown, logged: lines.find(({ msg }) => msg === "Answered") };
  };
  beforeAll(async () => {
    const config = { trustedProxies: ["127.0.0.1"], allowedHosts: ["gateway.example", "localhost"], maxRequestSeconds: 1 };
    guarded = await buildApp({ database: database(), config, throwsFaults: true, log });
  });
  afterAll(() => guarded.close());

  it("the log, and who asks", async () => {
    const headers = { "x-forwarded-user": "ada" };
    const [first, second] = [await askGuarded(headers), await askGuarded(headers)];
    expect([first.isKnown, second.isKnown]).toEqual([false, true]);
    for (const { logged } of [first, second]) expect(logged).toMatchObject({ url: "/graphql", status: 200, actor: "ada" });
  });

  it.each([
    ["a name that is too long", { "x-forwarded-user": "x".repeat(251) }, 400],
    ["a host that is not served", { host: "other.example" }, 421],
    ["a host that is none", { host: "a b" }, 400],
  ])("%s is refused", async (_what, headers, status) => {
    await askGuarded();
    expect((await askGuarded()).isKnown).toBe(true);
    expect(await askGuarded(headers)).toMatchObject({ statusCode: status, isKnown: false, body: { detail: expect.any(String) } });
  });

  it("the limit of what a query may cost", async () => {
    await askGuarded();
    expect(await askGuarded({}, { first: 1000 })).toMatchObject({ body: { errors: [{ extensions: { code: "QUERY_TOO_COSTLY" } }] } });
  });

  it("the limit of time", async () => {
    await askGuarded();
    expect((await askGuarded()).isKnown).toBe(true);
    await database().transaction(async (tx) => {
      await tx.query({ text: "LOCK TABLE batch" });
      const { body, isKnown } = await askGuarded();
      expect({ body, isKnown }).toMatchObject({ body: { errors: [{ extensions: { code: "DEADLINE_EXCEEDED" } }] }, isKnown: false });
    });
    // Left to graphql-js once, and not by each way anew.
    expect(guarded.executionCounts.left.FIELD_ERROR).toBe(1);
  });
});
