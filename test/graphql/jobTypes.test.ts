import { beforeAll, describe, expect, it } from "vitest";
import { makeManyRecipes, makeType, runBatch, type TestType } from "../support/catalogue.js";
import { useDatabase } from "../support/database.js";
import { graphql } from "../support/generated/index.js";
import { globalId, useGraphql } from "../support/graphql.js";
import { statementsOf } from "../support/statements.js";
import { workersDoor } from "../support/workersDoor.js";

const database = useDatabase();
const client = useGraphql(database);
const { query, refusal } = client;
const { claim } = workersDoor(client);

const jobTypeById = graphql(`
  query JobTypeById($id: ID!) {
    jobType(id: $id) { id databaseId name version maxRunning queue { queued held running oldest lastClaim } }
  }
`);
const jobTypes = graphql(`
  query JobTypes($first: Int, $after: String, $filter: JobTypeFilter) {
    jobTypes(first: $first, after: $after, filter: $filter) {
      totalCount pageInfo { hasNextPage endCursor } nodes { name isActive isSystem queue { queued } }
    }
  }
`);

let type: TestType;
let parse: number;
beforeAll(async () => {
  type = await makeType(database(), "parse publish<parse other<parse", { jobTypes: { other: { is_active: false } } });
  await makeManyRecipes(database(), type, 4);
  parse = (await database().prisma.jobType.findFirstOrThrow({ where: { name: "parse" } })).id;
});

const queueOf = async (id = parse) => (await query(jobTypeById, { id: String(id) })).jobType?.queue;

describe("jobTypes", () => {
  it("lists what the filter matches, page by page", async () => {
    const all = await query(jobTypes, { filter: { isSystem: false } });
    expect(all.jobTypes.nodes.map(({ name }) => name)).toEqual(["parse", "publish", "other"]);
    const first = await query(jobTypes, { first: 2, filter: { isSystem: false } });
    expect([first.jobTypes.totalCount, first.jobTypes.pageInfo.hasNextPage]).toEqual([3, true]);
    const next = await query(jobTypes, { first: 2, after: first.jobTypes.pageInfo.endCursor, filter: { isSystem: false } });
    expect(next.jobTypes.nodes.map(({ name }) => name)).toEqual(["other"]);
    expect((await query(jobTypes, { filter: { isActive: false } })).jobTypes.nodes.map(({ name }) => name)).toEqual(["other"]);
    expect((await query(jobTypes, { filter: { name: ["parse", "banana"] } })).jobTypes.totalCount).toBe(1);
    expect((await query(jobTypes, { filter: { isSystem: true } })).jobTypes.nodes).toMatchObject([{ name: "scale-batch-creator" }]);
  });

  it("refuses names without end, and cursors of other lists", async () => {
    expect(await refusal(jobTypes, { filter: { name: Array(1001).fill("a") } })).toMatchObject({ argument: "filter.name" });
    expect(await refusal(jobTypes, { after: "banana" })).toMatchObject({ argument: "after" });
  });

  it("reads the queues of all of them with one statement", async () => {
    const { statements } = await statementsOf(() => query(jobTypes, { filter: null }));
    expect(statements.filter((text) => text.includes("work_tally"))).toHaveLength(1);
  });
});

describe("jobType", () => {
  it("is found by global id and by integer id", async () => {
    const byNumber = await query(jobTypeById, { id: String(parse) });
    expect(byNumber.jobType).toMatchObject({ databaseId: parse, name: "parse", maxRunning: null });
    expect(await query(jobTypeById, { id: globalId("JobType", parse) })).toEqual(byNumber);
    expect((await query(jobTypeById, { id: "999999" })).jobType).toBeNull();
  });

  it("says what waits and runs, and what is held", async () => {
    const nothing = { queued: 0, held: 0, running: 0, oldest: null };
    expect(await queueOf()).toMatchObject(nothing);
    await database().prisma.jobType.update({ where: { id: parse }, data: { isActive: true } });
    await database().prisma.jobType.updateMany({ where: { name: "other" }, data: { isActive: true } });
    const batchId = await runBatch(database(), type, { all_jobs: true });
    const urgent = await runBatch(database(), type, { all_jobs: true, priority: 1 });
    const waiting = await queueOf();
    expect(waiting).toMatchObject({ queued: 8, held: 0, running: 0, oldest: expect.any(String) });
    await claim({ max: 3 });
    expect(await queueOf()).toMatchObject({ queued: 5, held: 0, running: 3 });

    const backoff = { where: { batchId, status: "QUEUED" } };
    const { id } = await database().prisma.job.findFirstOrThrow(backoff);
    await database().prisma.job.update({ where: { id }, data: { queued: new Date("2050-01-01T00:00:00Z") } });
    expect(await queueOf()).toMatchObject({ queued: 5, held: 1 });
    await database().prisma.batch.update({ where: { id: urgent }, data: { workState: "HELD" } });
    expect(await queueOf()).toMatchObject({ queued: 5, held: 2 });
    await database().prisma.batch.update({ where: { id: batchId }, data: { maxRunningJobs: 0 } });
    expect(await queueOf()).toMatchObject({ queued: 5, held: 5 });
    await database().prisma.batch.update({ where: { id: batchId }, data: { maxRunningJobs: null } });
    await database().prisma.jobType.update({ where: { id: parse }, data: { isPaused: true, maxRunning: 7 } });
    expect((await query(jobTypeById, { id: String(parse) })).jobType).toMatchObject({ maxRunning: 7, queue: { held: 5 } });
  });
});

it("The last claim is that of the job type alone whose jobs were handed out", async () => {
  const two = await makeType(database(), "left right");
  await makeManyRecipes(database(), two, 1);
  await runBatch(database(), two, { all_jobs: true });
  const { claims } = await claim({ jobTypes: [{ name: "left" }, { name: "right" }], max: 1 });
  const { jobTypeId } = await database().prisma.job.findUniqueOrThrow({ where: { id: claims[0]?.job.databaseId ?? 0 } });
  const other = await database().prisma.jobType.findFirstOrThrow({ where: { name: { in: ["left", "right"] }, id: { not: jobTypeId } } });
  await expect.poll(async () => (await queueOf(jobTypeId))?.lastClaim).not.toBeNull();
  expect(await queueOf(other.id)).toMatchObject({ queued: 1, lastClaim: null });
});
