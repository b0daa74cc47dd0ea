import { beforeAll, describe, expect, it } from "vitest";
import { makeType, submit } from "../support/catalogue.js";
import { useDatabase } from "../support/database.js";
import { globalId, useGraphql } from "../support/graphql.js";

const database = useDatabase();
const { app } = useGraphql(database);

const graphqlResponse = "application/graphql-response+json";
const json = "application/json";

let id: number;
beforeAll(async () => {
  id = await submit(database(), await makeType(database(), "parse"));
});

async function post(payload: object | string, headers: Record<string, string> = {}) {
  const all = { "content-type": json, ...headers };
  const response = await app().inject({ method: "POST", url: "/graphql", payload, headers: all });
  return { status: response.statusCode, type: response.headers["content-type"], text: response.payload, body: parsed(response.payload) };
}

async function get(query: Record<string, string>, headers: Record<string, string> = {}) {
  const response = await app().inject({ method: "GET", url: "/graphql", query, headers });
  return {
    status: response.statusCode,
    type: response.headers["content-type"],
    allow: response.headers.allow,
    body: parsed(response.payload),
  };
}

const parsed = (text: string) => (text.startsWith("{") ? JSON.parse(text) : null);

const failures: [string, object, string][] = [
  ["does not parse", { query: "{ batch(" }, "GRAPHQL_PARSE_FAILED"],
  ["does not validate", { query: "{ banana }" }, "GRAPHQL_VALIDATION_FAILED"],
  ["lacks a variable", { query: "query ($id: ID!) { batch(id: $id) { id } }" }, "BAD_USER_INPUT"],
  [
    "has a variable of the wrong type",
    { query: "query ($n: Int) { batches(first: $n) { totalCount } }", variables: { n: "x" } },
    "BAD_USER_INPUT",
  ],
  ["names no operation of several", { query: "query A { __typename } query B { __typename }" }, "OPERATION_RESOLUTION_FAILURE"],
  ["names an operation that is not there", { query: "query A { __typename }", operationName: "B" }, "OPERATION_RESOLUTION_FAILURE"],
  ["nests too deeply", { query: `{ batch(id: 1) ${"{ retryOf ".repeat(16)} { id } ${"}".repeat(16)} }` }, "QUERY_TOO_DEEP"],
  [
    "has null where a variable's default would do",
    { query: `query ($i: ID = "1") { batch(id: $i) { id } }`, variables: { i: null } },
    "BAD_USER_INPUT",
  ],
  [
    "skips by null",
    { query: "query ($s: Boolean = true) { batch(id: 1) { id @skip(if: $s) } }", variables: { s: null } },
    "BAD_USER_INPUT",
  ],
  ["is too long", { query: `{ ${"a: __typename ".repeat(1700)} }` }, "GRAPHQL_PARSE_FAILED"],
  ["nests too deeply to be read", { query: `${"{ a ".repeat(3000)} ${"}".repeat(3000)}` }, "GRAPHQL_PARSE_FAILED"],
  ["costs too much", { query: "{ batches(first: 1000) { nodes { recipes(first: 1000) { nodes { outcome } } } } }" }, "QUERY_TOO_COSTLY"],
];

it("A document whose fragments double each other is answered: each counts once at a place", async () => {
  const doubling = Array.from({ length: 30 }, (_, i) => `fragment F${i} on Query { a: __typename ...F${i + 1} ...F${i + 1} }`);
  const query = `{ ...F0 } ${doubling.join(" ")} fragment F30 on Query { b: __typename }`;
  expect(await post({ query })).toMatchObject({ status: 200, body: { data: { a: "Query", b: "Query" } } });
});

describe("A request whose document or variables are wrong:", () => {
  it.each(failures)(
    "one that %s is 200 for a client of application/json, and 400 for one of the newer type",
    async (_what, request, code) => {
      const older = await post(request, { accept: json });
      expect(older).toMatchObject({ status: 200, type: `${json}; charset=utf-8`, body: { errors: [{ extensions: { code } }] } });
      expect(older.body).not.toHaveProperty("data");
      expect(await post(request)).toMatchObject({ status: 200, body: older.body });
      const newer = await post(request, { accept: graphqlResponse });
      expect(newer).toMatchObject({ status: 400, type: `${graphqlResponse}; charset=utf-8`, body: older.body });
      expect(await post(request, { accept: `${graphqlResponse}, ${json};q=0.9` })).toMatchObject({ status: 400 });
    },
  );

  it("tells a mistake of the caller's from a fault of the server's", async () => {
    for (const [, request] of failures) expect((await post(request)).text).not.toContain("Internal error");
  });
});

describe("A request is answered", () => {
  const query = `query ($id: ID!) { batch(id: $id) { id } }`;
  const data = () => ({ batch: { id: globalId("Batch", id) } });

  it("by POST, in the type that the client accepts", async () => {
    expect(await post({ query, variables: { id } })).toMatchObject({ status: 200, type: `${json}; charset=utf-8`, body: { data: data() } });
    const newer = await post({ query, variables: { id } }, { accept: graphqlResponse });
    expect(newer).toMatchObject({ status: 200, type: `${graphqlResponse}; charset=utf-8`, body: { data: data() } });
    expect(await post({ query, variables: { id } }, { accept: "image/png" })).toMatchObject({ status: 406 });
  });

  it("by GET where it is a query of a program's", async () => {
    const answer = await get({ query, variables: JSON.stringify({ id }) }, { "apollo-require-preflight": "true" });
    expect(answer).toMatchObject({ status: 200, body: { data: data() } });
  });

  it.each([
    // What urql sends with every query.
    "application/graphql-response+json, application/graphql+json, application/json, text/event-stream, multipart/mixed",
    "application/json, text/event-stream;q=0.9",
    "application/json, text/event-stream;q=0",
    "*/*, text/event-stream;q=0.1",
  ])("as a whole, where events are only the second choice: %s", async (accept) => {
    expect(await post({ query, variables: { id } }, { accept })).toMatchObject({ status: 200, body: { data: data() } });
  });

  it.each(["text/event-stream", "text/event-stream, multipart/mixed", "text/html, text/event-stream"])(
    "by events, where these are accepted first: %s",
    async (accept) => {
      expect(await post({ query, variables: { id } }, { accept })).toMatchObject({
        status: 200,
        type: "text/event-stream; charset=utf-8",
        text: expect.stringContaining(JSON.stringify({ data: data() })),
      });
      expect(await post("null", { accept })).toMatchObject({ status: 400 });
      expect(await post({}, { accept })).toMatchObject({ status: 400, body: { errors: [{ extensions: { code: "BAD_REQUEST" } }] } });
    },
  );

  it("with null for what may be null and has failed, and 200", async () => {
    const partial = "{ good: batch(id: 1) { __typename } bad: batch(id: 1) { recipes(first: -1) { totalCount } } }";
    for (const accept of [json, graphqlResponse]) {
      const answer = await post({ query: partial }, { accept });
      expect(answer).toMatchObject({ status: 200, body: { data: { good: { __typename: "Batch" }, bad: null } } });
      expect(answer.body.errors).toHaveLength(1);
    }
  });

  it("not by GET where it is a mutation", async () => {
    const answer = await get({ query: "mutation { cancelBatch(id: 1) { errors { code } } }" }, { "apollo-require-preflight": "true" });
    expect(answer).toMatchObject({ status: 405, allow: "POST" });
    expect(await database().prisma.batch.findUnique({ where: { id } })).toMatchObject({ status: "SUBMITTED" });
  });

  it("not by other methods", async () => {
    for (const method of ["PUT", "DELETE", "PATCH", "HEAD"] as const) {
      const { statusCode, headers } = await app().inject({ method, url: "/graphql" });
      expect([statusCode, headers.allow]).toEqual([405, "GET, POST, OPTIONS"]);
    }
    const { statusCode, headers } = await app().inject({ method: "OPTIONS", url: "/graphql" });
    expect([statusCode, headers.allow]).toEqual([200, "GET, POST, OPTIONS"]);
  });
});

describe("A request is refused that is", () => {
  it("no JSON, or has no query", async () => {
    expect(await post("{")).toMatchObject({ status: 400 });
    expect(await post("")).toMatchObject({ status: 400 });
    for (const payload of [{}, { query: 1 }, { query: "" }, { query: "{ __typename }", variables: "x" }, []]) {
      expect(await post(payload)).toMatchObject({ status: 400 });
    }
  });

  it("larger than 1 MiB", async () => {
    expect(await post({ query: `{ __typename } #${"x".repeat(1_048_576)}` })).toMatchObject({ status: 413 });
  });

  it("a subscription, which would have more than one answer", async () => {
    const subscription = { query: "subscription { batchProgress(id: 1) { percent } }" };
    const { status, body } = await post(subscription, { accept: graphqlResponse });
    expect({ status, body }).toEqual({
      status: 400,
      body: { errors: [{ message: expect.stringContaining("text/event-stream"), extensions: { code: "BAD_REQUEST" } }] },
    });
  });

  it("by the hash of its query alone", async () => {
    for (const persistedQuery of [{ version: 1, sha256Hash: "00" }, { version: 2, sha256Hash: "00" }, 5]) {
      const { text } = await post({ query: "{ __typename }", extensions: { persistedQuery } });
      expect(text).toContain("PERSISTED_QUERY_NOT_SUPPORTED");
    }
  });

  it("one of a list: lists are not taken", async () => {
    expect(await post([{ query: "{ __typename }" }])).toMatchObject({ status: 400 });
  });

  it("simple, such as any page can make a browser send (CSRF)", async () => {
    const query = "mutation { cancelBatch(id: 1) { errors { code } } }";
    for (const type of [
      "text/plain",
      "application/x-www-form-urlencoded",
      "multipart/form-data; boundary=x",
      "text/plain; application/json",
    ]) {
      const { status } = await post(JSON.stringify({ query }), { "content-type": type });
      expect([400, 415]).toContain(status);
    }
    expect(await get({ query: "{ __typename }" })).toMatchObject({
      status: 400,
      body: { errors: [{ extensions: { code: "BAD_REQUEST" } }] },
    });
    expect(await database().prisma.batch.findUnique({ where: { id } })).toMatchObject({ status: "SUBMITTED" });
  });
});
