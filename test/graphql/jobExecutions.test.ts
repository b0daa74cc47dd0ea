import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { makeManyRecipes, makeRecipe, makeType, revise, runBatch, type TestType } from "../support/catalogue.js";
import { useDatabase } from "../support/database.js";
import { graphql } from "../support/generated/index.js";
import { useGraphql } from "../support/graphql.js";
import { statementsOf } from "../support/statements.js";
import { workersDoor } from "../support/workersDoor.js";

const database = useDatabase();
const client = useGraphql(database);
const { query } = client;
const { claim, report } = workersDoor(client);

const runsOf = graphql(`
  query RunsOf($id: ID!) {
    job(id: $id) {
      status data results held
      executions { attempt status worker claimed leaseExpires ended error { name } message exitCode logTail }
      recipes { databaseId isSuperseded }
    }
  }
`);
const jobsOf = graphql(`
  query RunsOfBatch($id: ID!) {
    batch(id: $id) { jobs { nodes { job { databaseId held data results executions { attempt error { name } } recipes { databaseId } } } } }
  }
`);

const output_data = [{ name: "out", type: "property", required: false }];
const results = { version: "1.0", output_data: [{ name: "out", value: "x" }] };
const time = expect.stringMatching(/Z$/);

let type: TestType;
let batchId: number;
beforeAll(async () => {
  type = await makeType(database(), "parse publish<parse", {
    jobTypes: { parse: { job_type_interface: { version: "1.0", output_data } } },
  });
  await makeManyRecipes(database(), type, 3);
});
beforeEach(async () => {
  await database().prisma.job.updateMany({ where: { status: "QUEUED", batchId: { not: null } }, data: { status: "CANCELED" } });
  batchId = await runBatch(database(), type, { all_jobs: true });
});

const read = async (id: number) => (await query(runsOf, { id: String(id) })).job;
const queuedJob = async () => (await database().prisma.job.findFirstOrThrow({ where: { batchId, status: "QUEUED" } })).id;

describe("A job", () => {
  it("shows each attempt at it, and what came of it", async () => {
    const { claims } = await claim({ max: 1, worker: "first" });
    const { token, job } = claims[0] as (typeof claims)[0];
    await report([
      { token, failed: { error: "no-disk", message: "The disk is full", retryAfterSeconds: 0, exitCode: 3, logTail: "full" } },
    ]);
    const again = (await claim({ worker: "second", leaseSeconds: 60 })).claims.find((one) => one.job.databaseId === job.databaseId);
    await report([{ token: again?.token as string, completed: { results, exitCode: 0, logTail: "done" } }]);
    const shown = await read(job.databaseId);
    const common = { claimed: time, leaseExpires: time, ended: time };
    expect(shown?.executions).toEqual([
      {
        ...common,
        attempt: 1,
        status: "FAILED",
        worker: "first",
        error: { name: expect.any(String) },
        message: expect.stringContaining("The disk is full"),
        exitCode: 3,
        logTail: "full",
      },
      { ...common, attempt: 2, status: "COMPLETED", worker: "second", error: null, message: null, exitCode: 0, logTail: "done" },
    ]);
    expect(shown).toMatchObject({ status: "COMPLETED", results, held: null, data: { version: "1.0" } });
  });

  it("has no data before it is queued, no results before it is done, and no attempts", async () => {
    const { id } = await database().prisma.job.findFirstOrThrow({ where: { batchId, status: "PENDING" } });
    expect(await read(id)).toMatchObject({ data: null, results: null, executions: [], held: null });
  });

  it("shows the latest hundred attempts, the oldest of them first", async () => {
    const jobId = await queuedJob();
    const execution = { jobId, status: "RELEASED", worker: "w", tokenHash: Buffer.alloc(32), leaseSeconds: 5 };
    const times = { leaseExpires: new Date(), timesOut: new Date(), started: new Date(), ended: new Date() };
    await database().prisma.jobExe.createMany({ data: Array.from({ length: 120 }, (_, i) => ({ ...execution, ...times, exeNum: i + 1 })) });
    const attempts = (await read(jobId))?.executions.map(({ attempt }) => attempt) ?? [];
    expect([attempts.length, attempts[0], attempts.at(-1)]).toEqual([100, 21, 120]);
  });

  it("names the recipes that it belongs to, the first of them first", async () => {
    const kept = await makeType(database(), "keep other<keep");
    const recipeId = await makeRecipe(database(), kept);
    await revise(database(), kept, "keep other@2<keep");
    await runBatch(database(), kept);
    const { jobId } = await database().prisma.recipeJob.findFirstOrThrow({ where: { recipeId, jobName: "keep" } });
    const recipes = (await read(jobId))?.recipes ?? [];
    expect(recipes.map(({ isSuperseded }) => isSuperseded)).toEqual([true, false]);
    expect(recipes[0]?.databaseId).toBe(recipeId);
  });

  it("is read with a statement for each kind of thing, however many jobs there are", async () => {
    const { result, statements } = await statementsOf(() => query(jobsOf, { id: String(batchId) }));
    expect(result.batch?.jobs.nodes).toHaveLength(6);
    // Batch, its jobs, the jobs, executions, holds; recipes take two.
    expect(statements.length).toBeLessThanOrEqual(8);
  });
});

describe("A queued job says why it is not handed out:", () => {
  const jobTypeOf = (name: string) => ({ name_version: { name, version: "1" } });
  const setType = (data: { isActive?: boolean; isPaused?: boolean; maxRunning?: number | null }) =>
    database().prisma.jobType.update({ where: jobTypeOf("parse"), data });
  const setBatch = (data: { workState?: string; maxRunningJobs?: number | null }) =>
    database().prisma.batch.update({ where: { id: batchId }, data });
  const held = async () => (await read(await queuedJob()))?.held;

  it("nothing, where it may be", async () => {
    expect(await held()).toBeNull();
  });

  it.each([
    ["HELD", "Its batch is paused until it is resumed"],
    ["CANCELED", "Its batch is canceled"],
  ])("its batch's work is %s", async (workState, reason) => {
    await setBatch({ workState });
    expect(await held()).toBe(reason);
  });

  it("its job type is paused, or inactive", async () => {
    await setType({ isPaused: true });
    expect(await held()).toBe("Its job type is paused");
    await setType({ isActive: false, isPaused: false });
    expect(await held()).toBe("Its job type is inactive");
    await setType({ isActive: true });
  });

  it("as many run as may", async () => {
    await setBatch({ maxRunningJobs: 1 });
    await setType({ maxRunning: 1_000_000 });
    expect(await held()).toBeNull();
    await claim({ max: 1 });
    expect(await held()).toBe("As many jobs of its batch run as may: 1");
    await setBatch({ maxRunningJobs: null });
    await setType({ maxRunning: 0 });
    expect(await held()).toBe("As many jobs of its job type run as may: 0");
    await setType({ maxRunning: null });
  });

  it("its backoff runs", async () => {
    const id = await queuedJob();
    await database().prisma.job.update({ where: { id }, data: { queued: new Date("2050-01-01T00:00:00Z") } });
    expect((await read(id))?.held).toBe("It is not tried again before 2050-01-01T00:00:00.000Z");
  });

  it("no batch has made it", async () => {
    const { jobId } = await database().prisma.recipeJob.findFirstOrThrow({ where: { job: { batchId: null } } });
    await database().prisma.job.update({ where: { id: jobId }, data: { status: "QUEUED" } });
    expect((await read(jobId))?.held).toBe("No batch has made it, and only jobs of batches are handed out");
  });
});
