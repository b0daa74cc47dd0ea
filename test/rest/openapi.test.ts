import { readFileSync } from "node:fs";
import { createConfig, lintFromString } from "@redocly/openapi-core";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import type { FastifyInstance, InjectOptions } from "fastify";
import openapiTypescript from "openapi-typescript";
import { beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../../src/db/database.js";
import { buildApp } from "../../src/http/buildApp.js";
import { openapi } from "../../src/rest/openapi.js";
import { get, useApp } from "../support/app.js";
import { makeManyRecipes, makeType, runBatch, submit } from "../support/catalogue.js";
import { useDatabase } from "../support/database.js";

const database = useDatabase();
const app = useApp(database);

/** The part of the description that the test walks. */
interface Operation {
  readonly operationId: string;
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, { readonly schema: object }>> }>>;
}
const paths = openapi.paths as unknown as Readonly<Record<string, Readonly<Record<string, Operation>>>>;

const ajv = new Ajv2020({ allErrors: true, strict: true, strictRequired: false, strictTypes: false });
formats.default(ajv);
ajv.addVocabulary(["components"]);
ajv.addSchema({ $id: "openapi", components: openapi.components });
const compile = (schema: object): ValidateFunction =>
  ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('"#/components', '"openapi#/components')));

describe("The description of the REST door", () => {
  it("is what stands in src/rest/openapi.json (npm run contracts writes it)", () => {
    const file = new URL("../../src/rest/openapi.json", import.meta.url);
    expect(readFileSync(file, "utf8")).toBe(`${JSON.stringify(openapi, null, 2)}\n`);
  });

  it("has nothing that a linter minds, but that paths end in a slash", async () => {
    const config = await createConfig({ extends: ["recommended-strict"], rules: { "no-path-trailing-slash": "off" } });
    const problems = await lintFromString({ source: JSON.stringify(openapi), config });
    expect(problems.map(({ ruleId, message, location }) => ({ ruleId, message, at: location[0]?.pointer }))).toEqual([]);
  });

  it("is what the types of a client were generated from (npm run contracts)", async () => {
    const file = new URL("../support/generated/openapi.ts", import.meta.url);
    const types = await openapiTypescript(JSON.parse(JSON.stringify(openapi)), { defaultNonNullable: true });
    expect(readFileSync(file, "utf8")).toBe(types);
  });

  it("has an operation for each route, with an id of its own, and no other", async () => {
    const operations = Object.entries(paths).flatMap(([path, methods]) => Object.keys(methods).map((method) => ({ path, method })));
    for (const { path, method } of operations) {
      expect(app().hasRoute({ method: method.toUpperCase() as "GET", url: path.replace("{id}", ":id(^\\d+$)") })).toBe(true);
    }
    const ids = Object.values(paths).flatMap((methods) => Object.values(methods).map(({ operationId }) => operationId));
    expect(ids.toSorted()).toEqual([
      ...["createBatch", "getBatch", "getJob", "getRecipeType", "getVersion"],
      ...["listBatches", "listRecipeTypes", "validateBatch"],
    ]);
  });

  it("is served at /openapi.json", async () => {
    const { status, headers, body } = await get(app(), "/openapi.json");
    expect(status).toBe(200);
    expect(headers["content-type"]).toMatch(/^application\/json/);
    expect(body).toEqual(JSON.parse(JSON.stringify(openapi)));
  });

  it("has no schema that is not valid, or that nothing names", () => {
    const names = Object.keys(openapi.components.schemas);
    for (const name of names) compile({ $ref: `#/components/schemas/${name}` });
    const text = JSON.stringify(openapi);
    expect(names.filter((name) => !text.includes(`"#/components/schemas/${name}"`))).toEqual([]);
  });

  it("has examples that fit", () => {
    for (const [name, schema] of Object.entries(openapi.components.schemas)) {
      const validate = compile({ $ref: `#/components/schemas/${name}` });
      for (const example of (schema.examples as unknown[]) ?? []) expect(validate(example), JSON.stringify(validate.errors)).toBe(true);
    }
  });
});

/** Requests for every response of every operation but 401, 403, 421, 429, 500 and 503, which need apps of their own. */
const requests = (id: number, recipeTypeId: number, jobId: number): Readonly<Record<string, InjectOptions>> => {
  const valid = { recipe_type_id: recipeTypeId, definition: { all_jobs: true } };
  const html = { accept: "text/html" };
  const anyEtag = { "if-none-match": "*" };
  const ofBodies = (name: string, url: string) => ({
    [`post ${name} 400`]: { method: "POST" as const, url, payload: { definition: 5 } },
    [`post ${name} 406`]: { method: "POST" as const, url, payload: valid, headers: html },
    [`post ${name} 413`]: { method: "POST" as const, url, payload: { title: "x".repeat(1_048_576) } },
    [`post ${name} 415`]: { method: "POST" as const, url, payload: "x", headers: { "content-type": "text/plain" } },
  });
  const ofDetails = (path: string, id: number) => ({
    [`get ${path}/{id}/ 200`]: { url: `${path}/${id}/` },
    [`get ${path}/{id}/ 304`]: { url: `${path}/${id}/`, headers: anyEtag },
    [`get ${path}/{id}/ 404`]: { url: `${path}/0/` },
    [`get ${path}/{id}/ 406`]: { url: `${path}/${id}/`, headers: html },
  });
  return {
    "get /batches/ 200": { url: "/batches/?page_size=1&page=2" },
    "get /batches/ 304": { url: "/batches/", headers: anyEtag },
    "get /batches/ 400": { url: "/batches/?order=foo" },
    "get /batches/ 404": { url: "/batches/?page=99" },
    "get /batches/ 406": { url: "/batches/", headers: html },
    "post /batches/ 201": { method: "POST", url: "/batches/", payload: valid },
    "post /batches/ 422": { method: "POST", url: "/batches/", payload: valid, headers: { "idempotency-key": "used" } },
    ...ofBodies("/batches/", "/batches/"),
    "post /batches/validation/ 200": { method: "POST", url: "/batches/validation/", payload: { ...valid, definition: {} } },
    ...ofBodies("/batches/validation/", "/batches/validation/"),
    ...ofDetails("/batches", id),
    "get /recipe-types/ 200": { url: "/recipe-types/" },
    "get /recipe-types/ 304": { url: "/recipe-types/", headers: anyEtag },
    "get /recipe-types/ 400": { url: "/recipe-types/?is_active=foo" },
    "get /recipe-types/ 404": { url: "/recipe-types/?page=99" },
    "get /recipe-types/ 406": { url: "/recipe-types/", headers: html },
    ...ofDetails("/recipe-types", recipeTypeId),
    ...ofDetails("/jobs", jobId),
    "get /version/ 200": { url: "/version/" },
    "get /version/ 406": { url: "/version/", headers: html },
  };
};

describe("What the description says of", () => {
  /** By their answers. */
  const others = new Map<string, FastifyInstance>();
  let all: Readonly<Record<string, InjectOptions>>;
  beforeAll(async () => {
    const recipeType = await makeType(database(), "parse", { title: "Scene", description: "All of it", triggerRule: "scenes" });
    const full = await submit(
      database(),
      recipeType,
      { date_range: { ended: "2017-01-01T00:00:00+01:00" }, job_names: ["parse"], priority: 5 },
      { title: "t" },
    );
    const { eventId, creatorJobId } = await database().prisma.batch.findUniqueOrThrow({ where: { id: full } });
    const { id: ruleId } = await database().prisma.triggerRule.findFirstOrThrow();
    await database().prisma.triggerEvent.update({ where: { id: eventId }, data: { rule: { connect: { id: ruleId } } } });
    const bare = await submit(database(), recipeType);
    await database().prisma.batch.update({ where: { id: bare }, data: { creatorJobId: null } });
    const key = { "idempotency-key": "used" };
    await app().inject({
      method: "POST",
      url: "/batches/",
      headers: key,
      payload: { recipe_type_id: recipeType.id, definition: {}, title: "u" },
    });
    all = requests(full, recipeType.id, creatorJobId as number);
    const errors = { 500: new Error("broken"), 503: Object.assign(new Error("away"), { code: "ECONNREFUSED" }) };
    for (const [status, error] of Object.entries(errors)) {
      const fail = () => Promise.reject(error);
      const model = new Proxy({}, { get: () => fail });
      const prisma: object = new Proxy({}, { get: (_, name) => (name === "$extends" ? () => prisma : model) });
      const faulty = { ...database(), query: fail, transaction: fail, prisma } as unknown as Database;
      others.set(status, await buildApp({ database: faulty, config: { trustedProxies: [] } }));
    }
    const identity = { oidc: null, apiKeys: true, proxyRoleHeader: null, defaultRole: null };
    others.set("401", await buildApp({ database: database(), config: { trustedProxies: [], identity } }));
    const ofProxy = { ...identity, proxyRoleHeader: "x-forwarded-role", defaultRole: "WORKER" as const };
    others.set("403", await buildApp({ database: database(), config: { trustedProxies: ["loopback"], identity: ofProxy } }));
    others.set("421", await buildApp({ database: database(), config: { trustedProxies: [], allowedHosts: ["elsewhere.example"] } }));
    // Less than one: any request is too many.
    others.set("429", await buildApp({ database: database(), config: { trustedProxies: [], maxRequestsPerSecondPerAddress: 0.5 } }));
    return () => Promise.all([...others.values()].map((other) => other.close()));
  });

  for (const [path, operations] of Object.entries(paths)) {
    for (const [method, { responses }] of Object.entries(operations)) {
      for (const [status, { content }] of Object.entries(responses)) {
        it(`${method} ${path} ${status} is so`, async () => {
          // The first of an operation's statuses is its success.
          const other = others.get(status);
          const request = all[`${method} ${path} ${other ? Object.keys(responses)[0] : status}`];
          if (!request) throw new Error("There is no request for it");
          for (const [type, { schema }] of Object.entries(content ?? { nothing: { schema: {} } })) {
            const accept = [request.headers?.accept ?? "application/json", ...(type.includes("problem") ? [type] : [])].join();
            const answer = await (other ?? app()).inject({
              ...request,
              headers: { ...request.headers, accept, ...(status === "403" && { "x-forwarded-user": "ada" }) },
            });
            expect(answer.statusCode).toBe(Number(status));
            if (!content) return expect(answer.payload).toBe("");
            expect(answer.headers["content-type"]).toContain(type);
            const validate = compile(schema);
            expect(validate(answer.json()), JSON.stringify([validate.errors, answer.json()])).toBe(true);
          }
        });
      }
    }
  }

  const expectValid = async (schema: string, url: string) => {
    const validate = compile({ $ref: `#/components/schemas/${schema}` });
    const { body } = await get(app(), url);
    expect(validate(body), JSON.stringify([validate.errors, body])).toBe(true);
    return body;
  };

  it("batches holds for those with and without a creator job, a rule, a title", async () => {
    const { results } = await expectValid("BatchList", "/batches/");
    expect(results.length).toBeGreaterThan(2);
    for (const { id } of results) await expectValid("Batch", `/batches/${id}/`);
  });

  it("recipe types and jobs holds for those with and without a rule, an error, recipes, a successor", async () => {
    const { prisma } = database();
    const bare = await makeType(database(), "parse publish<parse");
    await makeType(database(), "parse", { isActive: false, triggerRule: "scenes" });
    await makeManyRecipes(database(), bare, 1);
    await runBatch(database(), bare, { all_jobs: true });
    const error = await prisma.error.create({ data: { name: "broken", category: "SYSTEM" } });
    await prisma.job.updateMany({ where: { status: "QUEUED" }, data: { status: "FAILED", errorId: error.id } });
    const { results } = await expectValid("RecipeTypeList", "/recipe-types/");
    expect(results).toHaveLength(3);
    for (const { id } of results) await expectValid("RecipeTypeDetails", `/recipe-types/${id}/`);
    const jobs = await prisma.job.findMany({ select: { id: true } });
    expect(jobs.length).toBeGreaterThan(5);
    for (const { id } of jobs) await expectValid("Job", `/jobs/${id}/`);
  });
});
