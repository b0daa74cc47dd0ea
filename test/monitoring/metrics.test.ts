import type { FastifyInstance } from "fastify";
import { createClient as createEvents } from "graphql-sse";
import { createClient as createSocket } from "graphql-ws";
import pino from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import WebSocket from "ws";
import { openDatabase } from "../../src/db/database.js";
import type { Role } from "../../src/domain/actor.js";
import { createKey } from "../../src/domain/key/createKey.js";
import { buildApp } from "../../src/http/buildApp.js";
import { openRegistry } from "../../src/monitoring/openRegistry.js";
import { startWorker } from "../../src/worker/startWorker.js";
import { get, post } from "../support/app.js";
import { makeManyRecipes, makeType, submit } from "../support/catalogue.js";
import { useDatabase, useServerObjects } from "../support/database.js";
import { startGatewayOn } from "../support/gatewayProcess.js";
import { listen } from "../support/graphql.js";
import { readSamples, scrape } from "../support/metrics.js";
import { claim, jobsOf, makeWork } from "../support/work.js";

const database = useDatabase();
const server = useServerObjects();
const silent = pino({ level: "silent" });
let app: FastifyInstance;
beforeAll(async () => {
  app = await buildApp({ database: database(), config: { trustedProxies: [] }, registry: openRegistry(database()) });
});
afterAll(() => app?.close());

const ask = (query: string) => post(app, "/graphql", { query });
const requests = async (labels: Record<string, string>) => (await scrape(app))("requests_total", labels) ?? 0;

describe("Requests", () => {
  it("by REST are counted by their operation and status, under whichever prefix they come", async () => {
    for (const path of ["/batches/", "/v5/batches/", "/api/v4/batches/"]) await get(app, path);
    await get(app, "/batches/?started=nonsense");
    expect(await requests({ door: "rest", operation: "listBatches", code: "200" })).toBe(3);
    expect(await requests({ door: "rest", operation: "listBatches", code: "400" })).toBe(1);
    expect((await scrape(app))("request_duration_seconds_count", { operation: "listBatches" })).toBe(4);
  });

  it("by GraphQL are counted by their root field, and by the code of their first error", async () => {
    for (let i = 0; i < 3; i++) await ask("query Own { all: batches { totalCount } }");
    await ask('mutation { pauseBatch(id: "7") { batch { id } } other: pauseBatch(id: "8") { batch { id } } }');
    await ask("{ batch(id: 7, id: 8) { id } }");
    await ask("{ nonsense }");
    await ask("{ __typename }");
    expect(await requests({ door: "graphql", operation: "batches", code: "OK" })).toBe(3);
    expect(await requests({ operation: "pauseBatch" })).toBe(1);
    expect(await requests({ door: "graphql", operation: "other", code: "GRAPHQL_VALIDATION_FAILED" })).toBe(2);
    expect(await requests({ door: "graphql", operation: "other", code: "OK" })).toBe(1);
    expect((await scrape(app))("executed_queries_total", { document: "known" })).toBe(2);
    expect((await scrape(app))("executor_fallbacks_total", { reason: "SEVERAL_MUTATIONS" })).toBe(1);
  });

  it("to paths that there are not make no label of their own", async () => {
    for (let i = 0; i < 3; i++) await get(app, `/nowhere/${i}/`);
    expect(await requests({ door: "other", operation: "other", code: "404" })).toBe(3);
  });

  it("over WebSockets and event streams are counted, a subscription when it begins", async () => {
    const url = `${await listen(app)}/graphql`;
    const before = await requests({ operation: "batches", code: "OK" });
    const refused = await requests({ code: "GRAPHQL_VALIDATION_FAILED" });
    const socket = createSocket({ url: url.replace("http", "ws"), webSocketImpl: WebSocket, retryAttempts: 0 });
    const events = createEvents({ url, retryAttempts: 0 });
    for (const client of [socket, events]) {
      for await (const _ of client.iterate({ query: "{ batches { totalCount } }" })) break;
      await client
        .iterate({ query: "{ nonsense }" })
        .next()
        .catch(() => {});
    }
    const { batchId } = await makeWork(database(), "parse", 1);
    const results = socket.iterate({ query: `subscription { batchProgress(id: ${batchId}) { status } }` });
    await results.next();
    expect((await scrape(app))("open_streams")).toBe(1);
    await results.return?.();
    await socket.dispose();
    expect(await requests({ operation: "batches", code: "OK" })).toBe(before + 2);
    expect(await requests({ code: "GRAPHQL_VALIDATION_FAILED" })).toBe(refused + 2);
    expect(await requests({ operation: "batchProgress", code: "OK" })).toBe(1);
    expect((await scrape(app))("request_duration_seconds_count", { operation: "batchProgress" })).toBeUndefined();
  });
});

describe("What the database knows", () => {
  it("is told at a scrape: batches, queues by job type, and how long jobs have waited", async () => {
    const other = openDatabase(database().url, 2);
    const { batchId } = await makeWork(database(), "first second", 5);
    const [one] = await claim(database(), { max: 1 });
    const running = (await jobsOf(database(), batchId)).find(({ status }) => status === "RUNNING");
    expect(one).toBeDefined();
    const its = await buildApp({ database: other, config: { trustedProxies: [] }, registry: openRegistry(other) });
    const metric = await scrape(its);
    await its.close();
    await other.close();
    expect(metric("database_up")).toBe(1);
    expect(metric("batches", { status: "CREATED" })).toBeGreaterThan(0);
    expect(metric("unfinished_batches", { work_state: "RUNNING" })).toBe(1);
    expect(metric("seen_workers")).toBe(1);
    expect(metric("stalled_batches")).toBe(0);
    expect(metric("lease_look_age_seconds")).toBeGreaterThanOrEqual(0);
    const labelOf = async (name: string) => {
      const text = `SELECT t.name || ' ' || t.version AS job_type FROM job j JOIN job_type t ON t.id = j.job_type_id
        JOIN recipe_job rj ON rj.job_id = j.id WHERE j.batch_id = $1 AND rj.job_name = $2`;
      return (await database().pool.query(text, [batchId, name])).rows[0];
    };
    const names = ["first", "second"];
    const queued = await Promise.all(names.map(async (name) => metric("queued_jobs", await labelOf(name))));
    const runs = await Promise.all(names.map(async (name) => metric("running_jobs", await labelOf(name))));
    expect(runs).toEqual(names.map((name) => (name === running?.name ? 1 : 0)));
    expect(queued).toEqual(runs.map((n) => 5 - (n as number)));
    expect(metric("oldest_queued_job_seconds", await labelOf("second"))).toBeGreaterThan(0);
  });

  it("is missing while the database is away, and /metrics says that it is", async () => {
    const away = openDatabase("postgresql://localhost:1/none", 1);
    const its = await buildApp({ database: away, config: { trustedProxies: [] }, registry: openRegistry(away) });
    const metric = await scrape(its);
    await its.close();
    await away.close();
    expect(metric("database_up")).toBe(0);
    expect(metric("stalled_batches")).toBeUndefined();
    expect(metric("pool_size")).toBe(1);
  });
});

describe("What is worked off", () => {
  it("is counted: recipes, turns, jobs that are claimed, and what is reported of them", async () => {
    const own = openDatabase(database().url, 8);
    const registry = openRegistry(own);
    const its = await buildApp({ database: own, config: { trustedProxies: [] }, registry });
    const worker = await startWorker(own, { concurrency: 1, registry, log: silent });
    const type = await makeType(database(), "only");
    await makeManyRecipes(database(), type, 30);
    await submit(database(), type, { all_jobs: true });
    await expect.poll(async () => (await scrape(its))("expanded_recipes_total", { outcome: "made" })).toBe(30);
    const claiming = `mutation { claimJobs(input: { worker: "w", max: 3, leaseSeconds: 60 }) { claims { token } errors { message } } }`;
    const { body } = await post(its, "/graphql", { query: claiming });
    const [a, b, c] = body.data.claimJobs.claims.map(({ token }: { token: string }) => token);
    const reports = `[{ token: "${a}", completed: {} }, { token: "${b}", failed: { error: "e", message: "m" } }, { token: "${c}", released: {} }, { token: "x", completed: {} }]`;
    await post(its, "/graphql", {
      query: `mutation { reportJobs(input: { reports: ${reports} }) { outcomes { accepted error { message } } } }`,
    });
    // A turn is counted when it ends, which is after its last recipe.
    await worker.stop();
    const metric = await scrape(its);
    await its.close();
    await own.close();
    expect(metric("expansion_turns_total", { outcome: "done" })).toBeGreaterThan(0);
    expect(metric("claimed_jobs_total")).toBe(3);
    const kinds = ["completed", "failed", "released", "refused", "heartbeat"];
    expect(kinds.map((kind) => metric("job_reports_total", { kind }))).toEqual([1, 1, 1, 1, 0]);
  });
});

describe("Where callers have to say who they are", () => {
  it("/metrics is for those who may read batches, and refuses others", async () => {
    const identity = { oidc: null, apiKeys: true, proxyRoleHeader: null, defaultRole: null };
    const its = await buildApp({ database: database(), config: { trustedProxies: [], identity }, registry: openRegistry(database()) });
    const statusOf = async (role: Role | null) => {
      const key = role && (await createKey(database(), { name: `scraper ${role}`, role }, null));
      return (await its.inject({ url: "/metrics", headers: key ? { authorization: `Bearer ${key}` } : {} })).statusCode;
    };
    expect([await statusOf(null), await statusOf("WORKER"), await statusOf("READER")]).toEqual([401, 403, 200]);
    await its.close();
  });
});

describe("METRICS_PORT", () => {
  it("serves metrics and health by itself, also of a process that only expands batches", async () => {
    const gateway = startGatewayOn(await server.emptyDatabase(), { ROLE: "worker", METRICS_PORT: "0", LOG_LEVEL: "info" });
    await expect.poll(() => gateway.output()).toContain("/metrics");
    const [url = ""] = /http:[^"]*metrics/.exec(gateway.output()) ?? [];
    const text = await (await fetch(url)).text();
    const names = new Set(readSamples(text).map(({ name }) => name));
    for (const name of ["batch_gateway_expansion_turns_total", "nodejs_eventloop_lag_p99_seconds", "batch_gateway_info"])
      expect(names).toContain(name);
    await expect.poll(async () => (await fetch(new URL("/readyz", url))).status).toBe(200);
  });

  it("takes metrics away from the gateway's own port", async () => {
    const registry = openRegistry(database());
    const its = await buildApp({ database: database(), config: { trustedProxies: [], metricsPort: 9464 }, registry });
    expect((await get(its, "/metrics")).status).toBe(404);
    await its.close();
  });
});
