import { describe, expect, it } from "vitest";
import { runBatch } from "../support/catalogue.js";
import { useDatabase } from "../support/database.js";
import type { SelectJobsInput } from "../support/generated/graphql.js";
import { globalId, useGraphql } from "../support/graphql.js";
import { cancelJobs, requeueJobs, updateJobType, workOf } from "../support/operatorMutations.js";
import { jobsOf, makeWork, statusesOf } from "../support/work.js";
import { workersDoor } from "../support/workersDoor.js";

const database = useDatabase();
const client = useGraphql(database, { trustedProxies: ["loopback"] });
const { query } = client;
const { claim, report } = workersDoor(client);

const requeue = async (input: SelectJobsInput) => (await query(requeueJobs, { input }, { "x-forwarded-user": "grace" })).requeueJobs;
const cancel = async (input: SelectJobsInput) => (await query(cancelJobs, { input })).cancelJobs;
const work = async (id: number) => (await query(workOf, { id })).batch;
const fail = (tokens: readonly string[]) => report(tokens.map((token) => ({ token, failed: { error: "broken", retryable: false } })));
const complete = (tokens: readonly string[]) => report(tokens.map((token) => ({ token, completed: {} })));

let types = 0;
/** A batch whose job types, named for its jobs, no other batch of the file has. */
async function workOn(graph: string, recipes = 1) {
  const name = `requeued-${++types}`;
  const { batchId, type } = await makeWork(database(), graph.replaceAll("@", name), recipes);
  const known = await database().prisma.jobType.findMany({ where: { name: { startsWith: `${name}-` } } });
  const jobTypes = known.map((one) => ({ name: one.name }));
  const take = async (max = 100) => (await claim({ jobTypes, max })).claims.map(({ token }) => token);
  const job = async (suffix: string) => {
    const found = (await jobsOf(database(), batchId)).find((one) => one.name === `${name}-${suffix}`);
    return database().prisma.job.findUniqueOrThrow({ where: { id: found?.id as number } });
  };
  return { batchId, type, take, job };
}

describe("requeueJobs", () => {
  it("runs failed jobs again with new tries, and what was blocked behind them follows", async () => {
    const { batchId, take, job } = await workOn("@-a @-b<@-a @-c<@-b");
    await fail(await take());
    expect(await statusesOf(database(), batchId)).toEqual({ FAILED: 1, BLOCKED: 2 });
    expect(await work(batchId)).toMatchObject({ work: { state: "FAILED", finished: expect.any(String) } });
    const failed = await job("a");
    expect(await requeue({ jobIds: [globalId("Job", failed.id)], reason: "mended" })).toEqual({ count: 1, errors: [] });
    expect(await statusesOf(database(), batchId)).toEqual({ QUEUED: 1, PENDING: 2 });
    expect(await job("a")).toMatchObject({ errorId: null, ended: null, numExes: 1, maxTries: 1 + 3, data: failed.data });
    const going = await work(batchId);
    expect(going).toMatchObject({ work: { state: "RUNNING", finished: null } });
    expect(going?.workEvents.at(-1)).toEqual({ from: "FAILED", to: "RUNNING", actor: "grace", reason: "mended" });
    for (let step = 1; step <= 3; step++) await complete(await take());
    expect(await work(batchId)).toMatchObject({ work: { state: "SUCCEEDED", recipesCompleted: 1 } });
  });

  it("takes all FAILED jobs of a batch by default, and CANCELED ones where they are asked for", async () => {
    const { batchId, take } = await workOn("@-a", 4);
    const [one, two] = await take(2);
    await fail([one as string, two as string]);
    await cancel({ batchId: String(batchId) });
    expect(await statusesOf(database(), batchId)).toEqual({ FAILED: 2, CANCELED: 2 });
    expect(await requeue({ batchId: globalId("Batch", batchId) })).toEqual({ count: 2, errors: [] });
    expect(await statusesOf(database(), batchId)).toEqual({ QUEUED: 2, CANCELED: 2 });
    expect(await requeue({ batchId: String(batchId), status: ["FAILED", "CANCELED"] })).toEqual({ count: 2, errors: [] });
    expect(await requeue({ batchId: String(batchId), status: ["FAILED", "CANCELED"] })).toEqual({ count: 0, errors: [] });
  });

  it("leaves a job BLOCKED as long as another one before it has failed", async () => {
    const { batchId, take, job } = await workOn("@-a @-b @-c<@-a+@-b");
    await fail(await take());
    await requeue({ jobIds: [String((await job("a")).id)] });
    expect(await statusesOf(database(), batchId)).toEqual({ QUEUED: 1, FAILED: 1, BLOCKED: 1 });
    await requeue({ jobIds: [String((await job("b")).id)] });
    expect(await statusesOf(database(), batchId)).toEqual({ QUEUED: 2, PENDING: 1 });
  });

  it("leaves superseded jobs alone, and refuses to be asked for nothing else", async () => {
    const { batchId, type, take, job } = await workOn("@-a");
    await fail(await take());
    await runBatch(database(), type, { all_jobs: true });
    const { id } = await job("a");
    expect(await requeue({ jobIds: [String(id)] })).toEqual({
      count: 0,
      errors: [{ code: "CONFLICT", path: ["jobIds"], message: "are of superseded jobs, which don't run again" }],
    });
    expect(await requeue({ batchId: String(batchId) })).toEqual({ count: 0, errors: [] });
    expect((await job("a")).status).toBe("FAILED");
  });

  it("names what is wrong with its input", async () => {
    const { batchId } = await workOn("@-a");
    const creator = await database().prisma.batch.findUniqueOrThrow({ where: { id: batchId } });
    const cases: [SelectJobsInput, object[]][] = [
      [{}, [{ code: "INVALID", path: [], message: "Exactly one of jobIds and batchId must be given" }]],
      [{ jobIds: [], batchId: "1" }, [{ code: "INVALID", path: [], message: "Exactly one of jobIds and batchId must be given" }]],
      [{ batchId: "999999" }, [{ code: "NOT_FOUND", path: ["batchId"], message: "names no batch" }]],
      [{ batchId: String(batchId), status: ["QUEUED"] }, [{ code: "INVALID", path: ["status"], message: "must be of FAILED, CANCELED" }]],
      [
        { jobIds: ["x", String(creator.creatorJobId)] },
        [
          { code: "NOT_FOUND", path: ["jobIds", "0"], message: "names no job" },
          { code: "INVALID", path: ["jobIds", "1"], message: "is a job that no batch has made" },
        ],
      ],
      [{ jobIds: Array.from({ length: 1001 }, () => "1") }, [{ code: "TOO_LARGE", path: ["jobIds"], message: "must be at most 1000 ids" }]],
      [
        { batchId: String(batchId), reason: "x".repeat(1001) },
        [{ code: "TOO_LARGE", path: ["reason"], message: "must be at most 1000 characters" }],
      ],
    ];
    for (const [input, errors] of cases) expect(await requeue(input)).toEqual({ count: 0, errors });
  });
});

describe("cancelJobs", () => {
  it("cancels jobs that have not started, blocks what stands behind them, and tells running ones to stop", async () => {
    const { batchId, take, job } = await workOn("@-a @-b @-c<@-b @-d<@-a");
    const [token] = await take(1);
    const [a, b] = [await job("a"), await job("b")];
    const [running, waiting] = a.status === "RUNNING" ? [a, b] : [b, a];
    const input = { jobIds: [String(running.id), String(waiting.id)], reason: "no disk" };
    expect(await cancel(input)).toEqual({ count: 2, errors: [] });
    expect(await statusesOf(database(), batchId)).toEqual({ RUNNING: 1, CANCELED: 1, BLOCKED: 1, PENDING: 1 });
    expect(await cancel(input)).toEqual({ count: 0, errors: [] });
    expect((await report([{ token: token as string, heartbeat: {} }])).outcomes[0]?.shouldStop).toBe("job canceled: no disk");
    await fail([token as string]);
    expect(await statusesOf(database(), batchId)).toEqual({ CANCELED: 2, BLOCKED: 2 });
    expect(await work(batchId)).toMatchObject({ work: { finished: expect.any(String) } });
  });

  it("takes only jobs of the statuses that it is told", async () => {
    const { batchId, take } = await workOn("@-a @-b<@-a", 2);
    await take(1);
    expect(await cancel({ batchId: String(batchId), status: ["QUEUED"] })).toEqual({ count: 1, errors: [] });
    expect(await statusesOf(database(), batchId)).toEqual({ RUNNING: 1, CANCELED: 1, PENDING: 1, BLOCKED: 1 });
    expect((await cancel({ batchId: String(batchId), status: ["COMPLETED"] })).errors).toEqual([
      { code: "INVALID", path: ["status"], message: "must be of PENDING, BLOCKED, QUEUED, RUNNING" },
    ]);
  });
});

describe("updateJobType", () => {
  const update = async (id: number | string, input: { maxRunning?: number | null; isPaused?: boolean | null }) =>
    (await query(updateJobType, { id, input })).updateJobType;

  it("limits how many jobs of a type run at once, in all batches, and pauses it", async () => {
    const { take, job } = await workOn("@-a", 4);
    const { jobTypeId } = await job("a");
    expect(await update(globalId("JobType", jobTypeId), { maxRunning: 1 })).toEqual({
      jobType: { databaseId: jobTypeId, isPaused: false, maxRunning: 1 },
      errors: [],
    });
    const [first] = await take();
    expect(await take()).toEqual([]);
    await complete([first as string]);
    expect(await take()).toHaveLength(1);
    expect((await update(jobTypeId, { maxRunning: null, isPaused: true })).jobType).toMatchObject({ isPaused: true, maxRunning: null });
    expect(await take()).toEqual([]);
    const { paused } = await database().prisma.jobType.findUniqueOrThrow({ where: { id: jobTypeId } });
    expect(paused).toBeInstanceOf(Date);
    await update(jobTypeId, { isPaused: true });
    expect((await database().prisma.jobType.findUniqueOrThrow({ where: { id: jobTypeId } })).paused).toEqual(paused);
    await update(jobTypeId, { isPaused: false });
    expect((await database().prisma.jobType.findUniqueOrThrow({ where: { id: jobTypeId } })).paused).toBeNull();
    expect(await take()).toHaveLength(2);
  });

  it("refuses what is no limit, the gateway's own types, and what there is not", async () => {
    const { job } = await workOn("@-a");
    const { jobTypeId } = await job("a");
    const refused = async (id: number | string, input: { maxRunning?: number }) => (await update(id, input)).errors;
    expect(await refused(jobTypeId, { maxRunning: 0 })).toEqual([
      { code: "INVALID", path: ["maxRunning"], message: "must be an integer from 1 on, or null" },
    ]);
    const { id, name, version } = await database().prisma.jobType.findFirstOrThrow({ where: { isSystem: true } });
    const message = `Job type ${name} ${version} is the gateway's own: its jobs are not handed out`;
    expect(await refused(id, { maxRunning: 1 })).toEqual([{ code: "CONFLICT", path: [], message }]);
    expect(await refused("x", {})).toEqual([{ code: "NOT_FOUND", path: [], message: "There is no job type x" }]);
    expect(await refused(999_999, {})).toEqual([{ code: "NOT_FOUND", path: [], message: "There is no job type 999999" }]);
  });
});
