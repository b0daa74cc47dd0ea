import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { selectJobs } from "../../src/db/sql/catalogue/selectByIds.js";
import { buildApp } from "../../src/http/buildApp.js";
import { type Answer, post } from "../support/app.js";
import { makeManyRecipes, makeType, runBatch, type TestType } from "../support/catalogue.js";
import { useDatabase } from "../support/database.js";
import { graphql } from "../support/generated/index.js";
import { listen, useGraphql } from "../support/graphql.js";
import { statementsOf } from "../support/statements.js";
import { byWebSocket, next } from "../support/subscriptions.js";
import { claimJobs, workersDoor } from "../support/workersDoor.js";

const database = useDatabase();
const client = useGraphql(database);
const { app, query } = client;
const { claim } = workersDoor(client);

let address: Promise<string>;
let type: TestType;
beforeAll(async () => {
  address = listen(app());
  type = await makeType(database(), "parse publish<parse", { jobTypes: { parse: { timeout: 600 } } });
  await makeManyRecipes(database(), type, 3);
});

/** Nothing is queued but what a batch of the test makes. */
beforeEach(async () => {
  await database().prisma.job.updateMany({ where: { status: "QUEUED", batchId: { not: null } }, data: { status: "CANCELED" } });
});

const patience = { timeout: 30_000 };
const running = () => database().prisma.jobExe.count({ where: { status: "RUNNING" } });
const milliseconds = (time: string) => new Date(time).getTime();

describe("claimJobs", () => {
  it("hands out queued jobs, each as an execution with its token, its input, and the files that the input names", async () => {
    const batchId = await runBatch(database(), type, { all_jobs: true });
    const { claims, errors } = await claim({ max: 2, leaseSeconds: 120 });
    expect(errors).toEqual([]);
    expect(claims).toHaveLength(2);
    expect(new Set(claims.map(({ token }) => token)).size).toBe(2);
    for (const { job, attempt, data, files, leaseExpires, timesOut } of claims) {
      expect(job).toEqual({ databaseId: expect.any(Number), status: "RUNNING", numExes: 1, jobType: { name: "parse" } });
      expect(attempt).toBe(1);
      const [entry] = (data as { input_data: { name: string; file_id?: number; file_ids?: number[] }[] }).input_data;
      expect(entry?.name).toBe("in");
      const ids = entry?.file_ids ?? [entry?.file_id as number];
      expect(files.map(({ databaseId }) => databaseId)).toEqual(ids);
      expect(files[0]).toMatchObject({ mediaType: expect.any(String), size: expect.any(Number) });
      expect(milliseconds(timesOut) - milliseconds(leaseExpires)).toBe(480_000);
    }
    const jobs = await database().prisma.job.findMany({ where: { batchId, status: "RUNNING" } });
    expect(jobs.map(({ id }) => id).sort()).toEqual(claims.map(({ job }) => job.databaseId).sort());
  });

  it("gives a job's input as it is stored, also where graphql-js executes the operation", async () => {
    await runBatch(database(), type, { all_jobs: true });
    const claim = (name: string) =>
      `${name}: claimJobs(input: { worker: "w", max: 1, requestId: "data" }) { claims { data job { databaseId } } }`;
    const { data } = (await post(app(), "/graphql", { query: `mutation { ${claim("alone")} }` })).body;
    const [first] = data.alone.claims;
    expect(first.data).toEqual((await database().prisma.job.findUniqueOrThrow({ where: { id: first.job.databaseId } })).data);
    expect((await post(app(), "/graphql", { query: `mutation { ${claim("one")} ${claim("two")} }` })).body).toEqual({
      data: { one: data.alone, two: data.alone },
    });
  });

  it.each([
    ["id databaseId __typename", 0],
    ["... on Job { databaseId } status", 1],
  ])("reads the jobs only where more than their ids is asked for: %s", async (fields, reads) => {
    await runBatch(database(), type, { all_jobs: true });
    const document = `mutation { claimJobs(input: { worker: "w", max: 3 }) { claims { job { ${fields} } } } }`;
    const { result, statements } = await statementsOf(() => post(app(), "/graphql", { query: document }));
    const ids = result.body.data.claimJobs.claims.map(({ job }: { job: { databaseId: number } }) => job.databaseId);
    expect(await database().prisma.job.count({ where: { id: { in: ids }, status: "RUNNING" } })).toBe(3);
    expect(statements.filter((text) => text === selectJobs.text)).toHaveLength(reads);
  });

  it("hands out nothing where nothing is queued", async () => {
    expect(await claim()).toEqual({ claims: [], errors: [] });
  });

  it("hands out jobs of the named types only, of one version or of all", async () => {
    await runBatch(database(), type, { all_jobs: true });
    expect((await claim({ jobTypes: [{ name: "publish" }] })).claims).toEqual([]);
    expect((await claim({ max: 1, jobTypes: [{ name: "publish" }, { name: "parse" }] })).claims).toHaveLength(1);
    expect((await claim({ max: 1, jobTypes: [{ name: "parse", version: "1" }] })).claims).toHaveLength(1);
    expect((await claim({ max: 1, jobTypes: [] })).claims).toHaveLength(1);
  });

  it.each([
    [{ worker: "" }, "INVALID", ["worker"], "must not be empty"],
    [{ worker: "w".repeat(251) }, "TOO_LARGE", ["worker"], "must be at most 250 characters"],
    [{ worker: "a\u0000" }, "INVALID", ["worker"], "has a character that the database can't store"],
    [{ max: 0 }, "INVALID", ["max"], "must be from 1 to 1000"],
    [{ max: 1001 }, "INVALID", ["max"], "must be from 1 to 1000"],
    [{ leaseSeconds: 4 }, "INVALID", ["leaseSeconds"], "must be from 5 to 3600"],
    [{ leaseSeconds: 3601 }, "INVALID", ["leaseSeconds"], "must be from 5 to 3600"],
    [{ waitSeconds: -1 }, "INVALID", ["waitSeconds"], "must be from 0 to 60"],
    [{ waitSeconds: 61 }, "INVALID", ["waitSeconds"], "must be from 0 to 60"],
    [{ requestId: "" }, "INVALID", ["requestId"], "must not be empty"],
    [{ requestId: "r".repeat(256) }, "TOO_LARGE", ["requestId"], "must be at most 255 characters"],
    [{ jobTypes: [{ name: "parse" }, { name: "banana" }] }, "NOT_FOUND", ["jobTypes", "1"], expect.stringContaining("banana")],
    [{ jobTypes: [{ name: "parse", version: "9" }] }, "NOT_FOUND", ["jobTypes", "0"], expect.stringContaining("parse 9")],
    [{ jobTypes: [{ name: "\u0000" }] }, "INVALID", ["jobTypes", "0", "name"], "has a character that the database can't store"],
    [{ jobTypes: Array(1001).fill({ name: "parse" }) }, "TOO_LARGE", ["jobTypes"], "must have at most 1000 values"],
  ])("refuses %j", async (input, code, path, message) => {
    expect(await claim(input)).toEqual({ claims: [], errors: [{ code, path, message }] });
  });

  it("tells all that is wrong at once", async () => {
    const { errors } = await claim({ max: 0, leaseSeconds: 1, waitSeconds: 99 });
    expect(errors.map(({ path }) => path.join())).toEqual(["max", "leaseSeconds", "waitSeconds"]);
  });

  it("answers the same again where the worker and its requestId come again", async () => {
    await runBatch(database(), type, { all_jobs: true });
    const first = await claim({ max: 2, requestId: "one" });
    expect(first.claims).toHaveLength(2);
    expect(await claim({ max: 2, requestId: "one" })).toEqual(first);
    expect((await claim({ max: 1, requestId: "two" })).claims).toHaveLength(1);
  });

  it("reads jobs and files only where they are selected", async () => {
    const onlyTokens = graphql(`mutation OnlyTokens($input: ClaimJobsInput!) { claimJobs(input: $input) { claims { token data } } }`);
    const input = { worker: "tester", max: 3, leaseSeconds: 60, waitSeconds: 0 };
    const read = /FROM job WHERE id = ANY|FROM scale_file/;
    await runBatch(database(), type, { all_jobs: true });
    const tokens = await statementsOf(() => query(onlyTokens, { input: { ...input, max: 1 } }));
    expect(tokens.result.claimJobs.claims).toHaveLength(1);
    expect(tokens.statements.filter((text) => read.test(text))).toEqual([]);
    const whole = await statementsOf(() => query(claimJobs, { input }));
    expect(whole.result.claimJobs.claims).toHaveLength(2);
    expect(whole.statements.filter((text) => read.test(text))).toHaveLength(2);
  });
});

describe("A claim that waits", () => {
  it("is answered when there are jobs", async () => {
    const waiting = claim({ waitSeconds: 60, jobTypes: [{ name: "parse" }] });
    await runBatch(database(), type, { all_jobs: true });
    const { claims } = await waiting;
    expect(claims.length).toBeGreaterThan(0);
    expect(claims[0]?.job.jobType.name).toBe("parse");
  });

  it("is answered with nothing where its time is over", async () => {
    expect(await claim({ waitSeconds: 1 })).toEqual({ claims: [], errors: [] });
  });

  it("takes nothing where its caller has left", async () => {
    const leaving = new AbortController();
    const before = await running();
    const input = { worker: "leaver", max: 10, leaseSeconds: 60, waitSeconds: 60 };
    const left = fetch(`${await address}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query: claimJobs.toString(), variables: { input } }),
      signal: leaving.signal,
    });
    await vi.waitFor(async () => expect(await database().prisma.worker.count({ where: { name: "leaver" } })).toBe(1), patience);
    leaving.abort();
    await expect(left).rejects.toThrow();
    await vi.waitFor(async () => expect(await connections(app())).toBe(0), patience);
    await runBatch(database(), type, { all_jobs: true });
    const { claims } = await claim();
    expect(claims).toHaveLength(3);
    expect(claims.every(({ attempt }) => attempt === 1)).toBe(true);
    expect(await running()).toBe(before + 3);
  });

  it("may take longer than a request may, and what is selected of the jobs is then read", async () => {
    const slow = await buildApp({ database: database(), config: { trustedProxies: [], maxRequestSeconds: 0.3 }, throwsFaults: true });
    afterAll(() => slow.close());
    const input = { worker: "patient", max: 1, leaseSeconds: 60, waitSeconds: 60 };
    const payload = { query: claimJobs.toString(), variables: { input } };
    const waiting = slow.inject({ method: "POST", url: "/graphql", payload });
    await new Promise((resolve) => setTimeout(resolve, 600));
    await runBatch(database(), type, { all_jobs: true });
    expect((await waiting).json()).toMatchObject({ data: { claimJobs: { claims: [{ job: { status: "RUNNING" } }], errors: [] } } });
  });

  it("can wait on a WebSocket, too", async () => {
    const input = { worker: "socket", max: 1, leaseSeconds: 60, waitSeconds: 60 };
    const waiting = next(byWebSocket(await address, claimJobs, { input }));
    await runBatch(database(), type, { all_jobs: true });
    expect((await waiting).claimJobs).toMatchObject({ claims: [{ job: { status: "RUNNING" } }], errors: [] });
  });

  it("holds neither a place nor a connection: others are answered while hundreds wait, and all of them when the gateway stops", async () => {
    const busy = await buildApp({ database: database(), config: { trustedProxies: [] }, throwsFaults: true });
    const input = { worker: "crowd", max: 1, leaseSeconds: 60, waitSeconds: 60 };
    const payload = { query: claimJobs.toString(), variables: { input } };
    const waiting: Promise<Answer>[] = [];
    let answered = 0;
    for (let wave = 0; wave < 30; wave++) {
      for (let i = 0; i < 10; i++) {
        const one = post(busy, "/graphql", payload);
        void one.then(() => answered++);
        waiting.push(one);
      }
      expect((await post(busy, "/graphql", { query: "{ batches { totalCount } }" })).status).toBe(200);
    }
    expect(database().pool.waitingCount).toBe(0);
    expect(answered).toBe(0);
    await busy.close();
    for (const { status, body } of await Promise.all(waiting)) {
      expect([status, body]).toEqual([200, { data: { claimJobs: { claims: [], errors: [] } } }]);
    }
  });
});

const connections = (server: { server: { getConnections(done: (error: Error | null, count: number) => void): void } }) =>
  new Promise<number>((resolve, reject) => server.server.getConnections((error, count) => (error ? reject(error) : resolve(count))));
