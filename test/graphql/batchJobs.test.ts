import { beforeAll, describe, expect, it } from "vitest";
import { makeManyRecipes, makeType, runBatch } from "../support/catalogue.js";
import { useDatabase } from "../support/database.js";
import type { BatchJobsQueryVariables, JobStatus } from "../support/generated/graphql.js";
import { graphql } from "../support/generated/index.js";
import { useGraphql } from "../support/graphql.js";

const database = useDatabase();
const { query, refusal } = useGraphql(database);

const batchJobs = graphql(`
  query BatchJobs($id: ID!, $first: Int, $after: String, $last: Int, $before: String, $status: [JobStatus!]) {
    batch(id: $id) {
      progress { jobs { pending blocked queued running failed completed canceled total } }
      jobs(first: $first, after: $after, last: $last, before: $before, status: $status) {
        totalCount
        pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
        nodes {
          isOriginal
          created
          job { databaseId status isSuperseded jobType { name } supersededJob { databaseId } rootSupersededJob { databaseId } }
          supersededJob { databaseId isSuperseded jobType { name } }
        }
      }
    }
  }
`);

let id: number;
beforeAll(async () => {
  const type = await makeType(database(), "parse mask<parse publish<mask");
  await makeManyRecipes(database(), type, 3);
  id = await runBatch(database(), type, { job_names: ["mask"] });
});

const read = async (variables: Omit<BatchJobsQueryVariables, "id"> = {}) => {
  const { batch } = await query(batchJobs, { id, ...variables });
  if (!batch) throw new Error(`There is no batch ${id}`);
  return { ...batch.jobs, progress: batch.progress.jobs };
};
const idsOf = ({ nodes }: Awaited<ReturnType<typeof read>>) => nodes.map(({ job }) => job.databaseId);

describe("The jobs of a batch", () => {
  it("are those of all recipes that it made: new ones, and kept ones", async () => {
    const { nodes, totalCount } = await read();
    expect(totalCount).toBe(9);
    for (const { isOriginal, job, supersededJob } of nodes) {
      expect(isOriginal).toBe(job.jobType.name !== "parse");
      if (isOriginal) {
        expect(supersededJob).toMatchObject({ isSuperseded: true, jobType: { name: job.jobType.name } });
        expect(job).toMatchObject({ isSuperseded: false, supersededJob: { databaseId: supersededJob?.databaseId } });
        expect(job.rootSupersededJob).toEqual(job.supersededJob);
      } else {
        expect(job).toMatchObject({ status: "COMPLETED", isSuperseded: false, supersededJob: null });
        expect(supersededJob).toBeNull();
      }
    }
  });

  it("are filtered by status, kept ones too", async () => {
    expect(await read({ status: ["QUEUED"] })).toMatchObject({ totalCount: 3 });
    expect(await read({ status: ["PENDING"] })).toMatchObject({ totalCount: 3 });
    expect(await read({ status: ["COMPLETED"] })).toMatchObject({ totalCount: 3 });
    expect(await read({ status: ["QUEUED", "PENDING"] })).toMatchObject({ totalCount: 6 });
    expect(await read({ status: ["FAILED"] })).toMatchObject({ totalCount: 0, nodes: [] });
    expect(await read({ status: [] })).toMatchObject({ totalCount: 0, nodes: [] });
  });

  it("are counted by status in the progress, without the kept ones", async () => {
    const statuses: JobStatus[] = ["PENDING", "BLOCKED", "QUEUED", "RUNNING", "FAILED", "CANCELED"];
    const { nodes } = await read({ status: ["QUEUED", "PENDING"] });
    await Promise.all(
      nodes.map(({ job }, i) =>
        database().prisma.job.update({ where: { id: job.databaseId }, data: { status: statuses[i] as JobStatus } }),
      ),
    );
    expect((await read()).progress).toEqual({
      pending: 1,
      blocked: 1,
      queued: 1,
      running: 1,
      failed: 1,
      completed: 0,
      canceled: 1,
      total: 6,
    });
  });

  it("of statuses that few have come in the order of all, made and kept ones, in pages from either end", async () => {
    const all = idsOf(await read());
    const before = await database().prisma.job.findMany({ where: { id: { in: all } }, select: { id: true, status: true } });
    const statuses: JobStatus[] = ["FAILED", "COMPLETED", "BLOCKED"];
    for (const [i, id] of all.entries()) {
      await database().prisma.job.update({ where: { id }, data: { status: statuses[i % 3] as JobStatus } });
    }
    const wanted = all.filter((_, i) => i % 3 !== 1);
    const status: JobStatus[] = ["FAILED", "BLOCKED"];
    const whole = await read({ status });
    expect([idsOf(whole), whole.totalCount]).toEqual([wanted, wanted.length]);
    expect(whole.nodes.map(({ isOriginal }) => isOriginal).sort()).toContain(false);
    const first = await read({ status, first: 4 });
    const second = await read({ status, after: first.pageInfo.endCursor });
    expect([first, second].flatMap(idsOf)).toEqual(wanted);
    expect([first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([true, false]);
    const end = await read({ status, last: 4 });
    expect([...idsOf(await read({ status, last: 5, before: end.pageInfo.startCursor })), ...idsOf(end)]).toEqual(wanted);
    for (const { id, status } of before) await database().prisma.job.update({ where: { id }, data: { status } });
  });

  it("come in pages from either end, in one order", async () => {
    const all = idsOf(await read());
    const first = await read({ first: 4 });
    const second = await read({ first: 4, after: first.pageInfo.endCursor });
    const third = await read({ first: 4, after: second.pageInfo.endCursor });
    expect([first, second, third].flatMap(idsOf)).toEqual(all);
    expect(third.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
    const end = await read({ last: 5 });
    const start = await read({ last: 5, before: end.pageInfo.startCursor });
    expect([start, end].flatMap(idsOf)).toEqual(all);
    expect(start.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
  });

  it("are refused by the argument's name, as any connection is", async () => {
    expect(await refusal(batchJobs, { id, first: -1 })).toMatchObject({ code: "BAD_USER_INPUT", argument: "first" });
    expect(await refusal(batchJobs, { id, before: "x" })).toMatchObject({ code: "BAD_USER_INPUT", argument: "before" });
  });
});
