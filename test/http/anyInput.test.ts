import { readFileSync } from "node:fs";
import fc from "fast-check";
import type { InjectOptions } from "fastify";
import {
  buildSchema,
  type GraphQLInputType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from "graphql";
import pino from "pino";
import { beforeAll, describe, expect, it } from "vitest";
import { useApp } from "../support/app.js";
import { makeType, runBatch } from "../support/catalogue.js";
import { useDatabase } from "../support/database.js";

/** FUZZ_RUNS and FUZZ_SEED ask for other inputs, and more of them. */
const numRuns = Number(process.env.FUZZ_RUNS ?? 100);
const seed = Number(process.env.FUZZ_SEED ?? 20161127);

const faults: string[] = [];
const log = pino({ level: "warn" }, { write: (line: string) => void faults.push(line) });
const database = useDatabase();
const app = useApp(database, { log, trustedProxies: ["127.0.0.1"] });
beforeAll(async () => {
  await runBatch(database(), await makeType(database(), "parse"), {});
});

/** Sends a request, and expects that it is no fault of ours, however it is answered. */
async function ask(request: InjectOptions): Promise<void> {
  faults.length = 0;
  const { statusCode, payload } = await app().inject(request);
  expect(payload).not.toContain("Internal error");
  expect({ statusCode, faults, request }).toEqual({ statusCode: expect.toSatisfy((code) => code < 500), faults: [], request });
  expect(payload.length).toBeLessThan(1_000_000);
}

const check = <Value>(values: fc.Arbitrary<Value>, requestOf: (value: Value) => InjectOptions): Promise<void> =>
  fc.assert(
    fc.asyncProperty(values, (value) => ask(requestOf(value))),
    { numRuns, seed },
  );

const times = [
  "2016-01-10T00:00:00Z",
  "9999-12-31T23:59:59-23:59",
  "0001-01-01T00:00:00+23:59",
  "2016-02-30T00:00:00Z",
  "P99999999999W",
  "PT0.5S",
];
const oddTexts = [
  "",
  " ",
  "1",
  "-1",
  "0",
  "1.5",
  "1e9",
  "2147483648",
  "99999999999999999999",
  "\0",
  "\ud800",
  "null",
  "__proto__",
  "constructor",
  "%",
  "🛰",
];
const text = fc.oneof(fc.constantFrom(...oddTexts, ...times, "x".repeat(300)), fc.string(), fc.string({ unit: "binary" }));
const number = fc.oneof(
  fc.constantFrom(0, 1, -1, 1.5, 1000, 1001, 2 ** 31 - 1, 2 ** 31, -(2 ** 31), 2 ** 53, 1e308),
  fc.integer(),
  fc.double(),
);
const anything: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(null, true, [], {}, [null], [[]]),
  text,
  number,
  fc.jsonValue({ maxDepth: 3 }),
);

/** Mostly values of the kind, so that what is within and behind them is reached, too. */
const nearly = (right: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 5, arbitrary: right }, { weight: 1, arbitrary: anything });

const schema = buildSchema(readFileSync("src/graphql/schema.graphql", "utf8"));

function anyOf(type: GraphQLInputType): fc.Arbitrary<unknown> {
  if (isNonNullType(type)) return anyOf(type.ofType);
  if (isListType(type)) return nearly(fc.array(anyOf(type.ofType), { maxLength: 3 }));
  if (isEnumType(type)) return nearly(fc.constantFrom(...type.getValues().map(({ name }) => name)));
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).map((field) => [field.name, anyOf(field.type)] as const);
    return nearly(fc.record(Object.fromEntries(fields), { requiredKeys: fields.map(([name]) => name).slice(0, 1) }));
  }
  const scalars: Record<string, fc.Arbitrary<unknown>> = {
    Int: number,
    ID: fc.oneof(fc.constantFrom("1", 1), text),
    Boolean: fc.boolean(),
    DateTime: fc.constantFrom(...times),
  };
  return nearly(scalars[String(type)] ?? text);
}

/** A document for each root field, with a variable for each of its arguments, and for each field of an input that has a default. */
const fields = [schema.getQueryType(), schema.getMutationType()].flatMap((root) =>
  Object.values(root?.getFields() ?? {}).map((field) => {
    const isPart = isObjectType(getNullableType(field.type)) || !isLeafType(getNullableType(field.type));
    const definitions = field.args.map(({ name, type }) => `$${name}: ${type}`).join(", ");
    const args = field.args.map(({ name }) => `${name}: $${name}`).join(", ");
    const query = `${root === schema.getQueryType() ? "query" : "mutation"} ${definitions && `(${definitions})`} { ${field.name}${args && `(${args})`} ${isPart ? "{ __typename }" : ""} }`;
    return { query, values: fc.record(Object.fromEntries(field.args.map(({ name, type }) => [name, anyOf(type)]))) };
  }),
);
const places = [
  ["query ($v: OrderDirection) { batches(orderBy: [{ field: ID, direction: $v }]) { totalCount } }", "OrderDirection"],
  [
    "query ($v: OrderDirection = ASC) { batches(orderBy: { field: ID, direction: $v }) { ...A } } fragment A on BatchConnection { totalCount }",
    "OrderDirection",
  ],
  ["query ($v: ID = 1) { batch(id: $v) { id } }", "ID"],
  ["query ($v: BatchOrderField = ID) { batches(orderBy: [{ field: $v }]) { totalCount } }", "BatchOrderField"],
  ["query ($v: Boolean = true) { batch(id: 1) { id title @skip(if: $v) ... @include(if: $v) { status } } }", "Boolean"],
  ["query ($v: BatchStatus = CREATED) { batches(filter: { status: [$v] }) { totalCount } }", "BatchStatus"],
  ["query ($v: Int) { batches { nodes { jobs(first: $v) { nodes { job { id } } } recipes(last: $v) { totalCount } } } }", "Int"],
  ["query ($v: String) { batches(after: $v) { nodes { jobs(before: $v) { totalCount } } } }", "String"],
] as const;
const questions = fc.oneof(
  ...fields.map(({ query, values }) => values.map((variables) => ({ query, variables: variables as object }))),
  ...places.map(([query, type]) => anyOf(schema.getType(type) as GraphQLInputType).map((v) => ({ query, variables: { v } as object }))),
);

describe("No input is ever answered or logged as a fault of ours:", { timeout: 7_200_000 }, () => {
  it("variables of every field, over HTTP", async () => {
    // Asked twice, a query goes the short way.
    const twice = fc.asyncProperty(questions, async (payload) => {
      for (let i = 0; i < 2; i++) await ask({ method: "POST", url: "/graphql", payload });
    });
    await fc.assert(twice, { numRuns: numRuns * 3, seed });
  });

  it("variables over Server-Sent Events", () =>
    check(questions, (payload) => ({ method: "POST", url: "/graphql", headers: { accept: "text/event-stream" }, payload })));

  it("variables and others in an address", () =>
    check(fc.tuple(questions, fc.boolean(), anything), ([{ query, variables }, isRight, other]) => ({
      url: "/graphql",
      headers: { "x-apollo-operation-name": "x" },
      query: { query, variables: JSON.stringify(isRight ? variables : other) ?? "", operationName: isRight ? "" : String(other) },
    })));

  it("what is no GraphQL request", () =>
    check(
      fc.oneof(
        anything,
        fc.record({ query: anything, variables: anything, operationName: anything, extensions: anything }, { requiredKeys: [] }),
        fc.record({
          query: fc.constant("query A($a: Int) { __typename }"),
          variables: anything,
          operationName: anything,
          extensions: anything,
        }),
      ),
      (body) => ({ method: "POST", url: "/graphql", headers: { "content-type": "application/json" }, payload: JSON.stringify(body) }),
    ));

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
    return check(fc.tuple(requests, headers), ([request, headers]) => ({ ...request, headers }));
  });

  it("parameters and paths of REST", () => {
    const names = [
      "page",
      "page_size",
      "started",
      "ended",
      "order",
      "status",
      "recipe_type_id",
      "recipe_type_name",
      "name",
      "version",
      "is_active",
    ];
    const order = fc.constantFrom("-created", "title", "recipe_type__name", "-creator_job__event__occurred", "is_active");
    const written = fc.oneof(
      fc
        .oneof(text, number.map(String), order, fc.constantFrom(...times))
        .map((value) => encodeURIComponent(value.replace(/\p{Surrogate}/gu, ""))),
      fc.constantFrom("%00", "%ed%a0%80", "%", "%zz", "+", "last", "true", "CREATED", "9007199254740993", "1&page=2"),
    );
    const parameters = fc.array(fc.tuple(fc.oneof(fc.constantFrom(...names), written), written), { maxLength: 4 });
    const paths = fc.oneof(
      fc.constantFrom("batches/", "recipe-types/", "v4/batches/", "batches", "jobs/1/"),
      written.map((id) => `batches/${id}/`),
    );
    return check(fc.tuple(paths, parameters), ([path, query]) => ({ url: `/${path}?${query.map((pair) => pair.join("=")).join("&")}` }));
  });

  it("bodies of REST", () => {
    const range = fc.record(
      { type: nearly(fc.constantFrom("created", "data")), started: nearly(fc.constantFrom(...times)), ended: anything },
      { requiredKeys: [] },
    );
    const definition = fc.record(
      {
        version: nearly(fc.constant("1.0")),
        date_range: nearly(range),
        job_names: nearly(fc.array(text)),
        all_jobs: nearly(fc.boolean()),
        priority: nearly(number),
      },
      { requiredKeys: [] },
    );
    const body = fc.record(
      { recipe_type_id: nearly(fc.constantFrom(1, "1")), title: nearly(text), description: nearly(text), definition: nearly(definition) },
      { requiredKeys: [] },
    );
    const paths = fc.constantFrom("/batches/", "/batches/validation/");
    const payloads = fc.oneof(
      { weight: 5, arbitrary: body.map((value) => JSON.stringify(value)) },
      {
        weight: 1,
        arbitrary: fc.oneof(
          anything.map((value) => JSON.stringify(value)),
          text,
        ),
      },
    );
    return check(
      fc.tuple(
        paths,
        nearly(payloads).filter((payload) => typeof payload === "string"),
      ),
      ([url, payload]) => ({
        method: "POST",
        url,
        headers: { "content-type": "application/json" },
        payload: payload as string,
      }),
    );
  });
});
