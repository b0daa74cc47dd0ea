import type { InjectOptions } from "fastify";
import pino from "pino";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Role, roles } from "../../../src/domain/actor.js";
import { buildGraphqlSchema } from "../../../src/graphql/schema.js";
import { routes } from "../../../src/rest/routes.js";
import { get, post, send, useApp } from "../../support/app.js";
import { makeType, submit } from "../../support/catalogue.js";
import { useDatabase } from "../../support/database.js";

let lines: Record<string, unknown>[] = [];
beforeEach(() => {
  lines = [];
});
const log = pino({ base: null, level: "info" }, { write: (line) => void lines.push(JSON.parse(line)) });
const audits = () =>
  lines.flatMap(({ msg, actor, role, operation, outcome, address, reqId }) =>
    msg === "audit" && address === "127.0.0.1" && reqId ? [[actor, role, operation, outcome]] : [],
  );

const database = useDatabase();
const identity = { oidc: null, apiKeys: false, proxyRoleHeader: "x-forwarded-role", defaultRole: null };
const app = useApp(database, { identity, trustedProxies: ["127.0.0.1"], log });
const by = (role: string, name = "ada") => ({ "x-forwarded-user": name, "x-forwarded-role": role });
const ask = (query: string, headers: Record<string, string> = {}) => post(app(), "/graphql", { query }, headers);

let typeId: number;
let batch: number;
beforeAll(async () => {
  const type = await makeType(database(), "parse");
  typeId = type.id;
  batch = await submit(database(), type);
});

const readers: readonly Role[] = ["READER", "OPERATOR", "ADMIN"];
const workers: readonly Role[] = ["WORKER", "OPERATOR", "ADMIN"];
const operators: readonly Role[] = ["OPERATOR", "ADMIN"];
const input = () => `input: { recipeTypeId: "${typeId}", definition: {} }`;
const operations: readonly (readonly [name: string, text: () => string, allowed: readonly Role[]])[] = [
  ["viewer", () => "{ viewer { name } }", roles],
  ["batches", () => "{ batches { totalCount } }", readers],
  ["node", () => `{ node(id: "${Buffer.from(`Batch:${batch}`).toString("base64url")}") { id } }`, readers],
  ["workers", () => "{ workers { name } }", readers],
  ["validateBatch", () => `mutation { validateBatch(${input()}) { recipeCount } }`, readers],
  ["createBatch", () => `mutation { createBatch(${input()}) { batch { id } } }`, operators],
  ["pauseBatch", () => `mutation { pauseBatch(id: "${batch}") { errors { code } } }`, operators],
  ["cancelJobs", () => `mutation { cancelJobs(input: { jobIds: ["1"] }) { errors { code } } }`, operators],
  ["reportJobs", () => "mutation { reportJobs(input: { reports: [] }) { errors { code } } }", workers],
];

describe("A role", () => {
  it.each(operations)("may %s, or not, by GraphQL", async (name, text, allowed) => {
    for (const role of roles) {
      const { body } = await ask(text(), by(role.toLowerCase()));
      const expected = allowed.includes(role) ? undefined : [["FORBIDDEN", `${name} is for ${allowed.join(", ")}, and not for ${role}`]];
      // biome-ignore lint/suspicious/noExplicitAny: an error of GraphQL's
      expect([role, body.errors?.map(({ extensions, message }: any) => [extensions.code, message])]).toEqual([role, expected]);
    }
  });

  it("may do the same when a query is known, and by GET", async () => {
    const query = "{ batches { nodes { id } } }";
    expect((await ask(query, by("READER"))).body.data).not.toBeNull();
    for (const _ of [1, 2])
      expect((await ask(query, by("WORKER"))).body).toMatchObject({ data: null, errors: [{ extensions: { code: "FORBIDDEN" } }] });
    const byGet = await get(app(), `/graphql?query=${encodeURIComponent(query)}`, { ...by("WORKER"), "apollo-require-preflight": "1" });
    expect(byGet.body.errors[0].extensions.code).toBe("FORBIDDEN");
    expect(audits().map(([, , operation, outcome]) => [operation, outcome])).toEqual(Array(3).fill(["batches", "FORBIDDEN"]));
  });

  it("may do all of an operation or nothing of it", async () => {
    const before = await database().prisma.batch.count();
    const query = `mutation { ...Report a: createBatch(${input()}) { batch { id } } } fragment Report on Mutation { reportJobs(input: { reports: [] }) { errors { code } } }`;
    expect((await ask(query, by("WORKER"))).body.errors[0].message).toMatch(/^createBatch is for/);
    const skipped = await ask(
      query.replace("a: createBatch", "a: createBatch").replace(") { batch", ") @skip(if: true) { batch"),
      by("WORKER"),
    );
    expect(skipped.body).toEqual({ data: { reportJobs: { errors: [] } } });
    expect(await database().prisma.batch.count()).toBe(before);
  });

  it("may do what it may by REST, under each prefix", async () => {
    for (const prefix of ["", "/v3", "/v4", "/v5", "/api/v3", "/api/v4", "/api/v5"]) {
      const status = async (method: "GET" | "HEAD" | "POST", url: string, role: string) => {
        const payload = { recipe_type_id: typeId, definition: {} };
        const request: InjectOptions = { method, url: `${prefix}${url}`, headers: by(role), ...(method === "POST" && { payload }) };
        return (await app().inject(request)).statusCode;
      };
      expect([await status("GET", "/batches/", "READER"), await status("GET", "/batches/", "WORKER")]).toEqual([200, 403]);
      expect([await status("HEAD", "/batches/", "READER"), await status("HEAD", `/batches/${batch}/`, "WORKER")]).toEqual([200, 403]);
      expect([await status("POST", "/batches/validation/", "READER"), await status("POST", "/batches/", "READER")]).toEqual([200, 403]);
      expect([await status("POST", "/batches/", "OPERATOR"), await status("GET", "/version/", "WORKER")]).toEqual([201, 200]);
    }
    const forbidden = await post(app(), "/batches/", {}, by("READER"));
    expect(forbidden.body).toEqual({ detail: "createBatch is for OPERATOR, ADMIN, and not for READER" });
  });

  it("is told of every request that is refused, and of every one that writes", async () => {
    await ask(`mutation { createBatch(${input()}) { batch { id } } }`, by("OPERATOR", "grace"));
    await ask(`mutation { pauseBatch(id: "999") { errors { code } } }`, by("ADMIN"));
    await post(app(), "/batches/", { recipe_type_id: typeId, definition: {} }, by("OPERATOR"));
    await post(app(), "/batches/", {}, by("OPERATOR"));
    await post(app(), "/batches/", {}, by("READER"));
    await get(app(), "/batches/?page=1", by("nothing"));
    await get(app(), "/batches/", by("READER"));
    await ask("{ viewer { name } }");
    await ask(`mutation { reportJobs(input: { reports: [] }) { errors { code } } createBatch(${input()}) { batch { id } } }`, by("WORKER"));
    expect(audits()).toEqual([
      ["grace", "OPERATOR", "createBatch", "DONE"],
      ["ada", "ADMIN", "pauseBatch", "NOT_FOUND"],
      ["ada", "OPERATOR", "createBatch", "DONE"],
      ["ada", "OPERATOR", "createBatch", "400"],
      ["ada", "READER", "createBatch", "FORBIDDEN"],
      [null, null, "listBatches", "FORBIDDEN"],
      [null, null, "POST /graphql", "UNAUTHENTICATED"],
      ["ada", "WORKER", "createBatch", "FORBIDDEN"],
    ]);
  });
});

describe("Without an identity", () => {
  it("nothing is shown but pages and descriptions without data", async () => {
    const html = { accept: "text/html" };
    for (const [url, headers] of [
      ["/healthz"],
      ["/readyz"],
      ["/", html],
      ["/graphql", html],
      ["/graphql?query={batches{totalCount}}", html],
      ["/docs/"],
      ["/openapi.json"],
    ] as const) {
      const { statusCode, payload } = await app().inject({ url, headers: headers ?? {} });
      expect([url, statusCode]).toEqual([url, 200]);
      expect(payload).not.toContain('"totalCount":');
    }
    const urls = routes.map(({ url }) => url.replace(":id(^\\d+$)", String(batch)));
    const ways = (url: string) => [url.slice(0, -1), `${url}?page=1`, url.replace("es", "%65s"), `http://localhost${url}`];
    const asked = [
      ...["", "/v3", "/v4", "/v5", "/api/v3", "/api/v4", "/api/v5"].flatMap((prefix) => urls.map((url) => ["GET", prefix + url] as const)),
      ...urls.flatMap(ways).flatMap((url) => (["GET", "HEAD", "POST", "DELETE"] as const).map((method) => [method, url] as const)),
    ];
    for (const [method, url] of asked) {
      const { statusCode } = await app().inject({ method, url });
      expect([method, url, statusCode]).toEqual([method, url, 401]);
    }
    expect((await send(app(), { method: "OPTIONS", url: "/batches/" })).status).toBe(200);
  });

  it("GraphQL answers UNAUTHENTICATED, whatever is asked for and however", async () => {
    const error = { errors: [{ message: "Come by the proxy that says who asks", extensions: { code: "UNAUTHENTICATED" } }] };
    const queries = ["{ viewer { name } }", "{ __typename }", "{ __schema { types { name } } }", "nonsense"];
    for (const query of queries) expect(await ask(query)).toMatchObject({ status: 401, body: error });
    const known = "{ batches { nodes { databaseId } } }";
    for (const role of ["READER", "READER"]) await ask(known, by(role));
    expect(await ask(known)).toMatchObject({ status: 401, body: error });
    expect(await post(app(), "/graphql", [{ query: known }])).toMatchObject({ status: 401 });
    for (const accept of [
      "application/json",
      "text/event-stream",
      "text/html, text/event-stream;q=2",
      "application/graphql-response+json",
    ]) {
      const { statusCode, payload } = await app().inject({ url: `/graphql?query=${encodeURIComponent(known)}`, headers: { accept } });
      if (statusCode === 200) expect(payload).toMatch(/^<!doctype html>/i);
      else expect(JSON.parse(payload)).toEqual(error);
    }
    // Asking for another protocol makes no handshake of a POST.
    const upgrade = {
      connection: "upgrade",
      upgrade: "websocket",
      "sec-websocket-key": btoa("0123456789abcdef"),
      "sec-websocket-version": "13",
    };
    expect(await ask(known, upgrade)).toMatchObject({ status: 401 });
    expect(await get(app(), `/graphql?query=${encodeURIComponent(known)}`, upgrade)).toMatchObject({ status: 401, body: error });
  });

  it("headers of others than the proxy say nothing", async () => {
    for (const remoteAddress of ["10.0.0.1", "::1", "127.0.0.2"]) {
      const { statusCode } = await app().inject({
        url: "/batches/",
        remoteAddress,
        headers: { ...by("ADMIN"), "x-forwarded-for": "127.0.0.1", forwarded: "for=127.0.0.1" },
      });
      expect([remoteAddress, statusCode]).toEqual([remoteAddress, 401]);
    }
    for (const role of ["READER, ADMIN", "ADMIN,", "", "root", "ADMIN ADMIN"]) {
      const { status } = await get(app(), "/batches/", by(role));
      expect([role, status]).toEqual([role, 403]);
    }
    expect((await get(app(), "/batches/", { "x-forwarded-role": "ADMIN" })).status).toBe(401);
  });
});

describe("The table of permissions", () => {
  it("stops the building of a schema with a root field that it does not know", async () => {
    const { guardSchema } = await import("../../../src/graphql/guardSchema.js");
    const schema = await buildGraphqlSchema();
    const fields = schema.getMutationType()?.getFields() as Record<string, { name: string }>;
    fields.createBatch = { ...(fields.createBatch as { name: string }), name: "dropEverything" };
    expect(() => guardSchema(schema)).toThrow("src/domain/permissions.ts does not say who may ask for dropEverything");
  });

  it("stops the building of a schema with a root field that could not be guarded", async () => {
    const { guardSchema } = await import("../../../src/graphql/guardSchema.js");
    const schema = await buildGraphqlSchema();
    const { viewer } = schema.getQueryType()?.getFields() ?? {};
    if (viewer) viewer.resolve = undefined;
    expect(() => guardSchema(schema)).toThrow("Nothing resolves viewer, so nothing would ask who may have it");
  });
});
