import { beforeAll, describe, expect, it } from "vitest";
import { begin, expand, makeManyRecipes, makeRecipe, makeType, runBatch, submit, type TestType } from "../support/catalogue.js";
import { useDatabase } from "../support/database.js";
import { graphql } from "../support/generated/index.js";
import { useGraphql } from "../support/graphql.js";
import { statementsOf } from "../support/statements.js";
import { workersDoor } from "../support/workersDoor.js";

const database = useDatabase();
const client = useGraphql(database);
const { query } = client;
const { claim, report } = workersDoor(client);

const workOf = graphql(`
  query WorkOf($id: ID!) {
    batch(id: $id) {
      work { ...WholeWork }
      progress { work { ...WholeWork } jobs { total } }
      limits { maxRunningJobs stopAfterFailedJobs }
      events { from to }
      workEvents { from to actor reason occurred }
    }
  }
  fragment WholeWork on BatchWork {
    state percent jobs { pending blocked queued running failed completed canceled total } recipesCompleted finished estimate
  }
`);
const workOfMany = graphql(`
  query WorkOfMany($filter: BatchFilter) {
    batches(filter: $filter) { nodes { databaseId work { state percent recipesCompleted jobs { total } } progress { jobs { queued } } } }
  }
`);

let type: TestType;
beforeAll(async () => {
  type = await makeType(database(), "parse publish<parse");
  await makeManyRecipes(database(), type, 2);
});

const read = async (id: number) => (await query(workOf, { id: String(id) })).batch;
const none = { pending: 0, blocked: 0, queued: 0, running: 0, failed: 0, completed: 0, canceled: 0 };
const jobsOf = async (batchId: number, status: string) => database().prisma.job.count({ where: { batchId, status } });

/** Claims what a batch has queued, and no other's jobs. */
async function take(batchId: number) {
  const { claims } = await claim();
  expect(await jobsOf(batchId, "RUNNING")).toBe(claims.length);
  return claims.map(({ token }) => token);
}

describe("Batch.work", () => {
  it("goes from WAITING to SUCCEEDED as workers complete its jobs", async () => {
    const id = await runBatch(database(), type, { all_jobs: true });
    const waiting = { state: "WAITING", percent: 0, recipesCompleted: 0, finished: null, estimate: null };
    expect((await read(id))?.work).toEqual({ ...waiting, jobs: { ...none, queued: 2, pending: 2, total: 4 } });
    const first = await take(id);
    expect((await read(id))?.work).toMatchObject({
      state: "RUNNING",
      percent: 0,
      estimate: null,
      jobs: { running: 2, pending: 2, total: 4 },
    });
    await report(first.map((token) => ({ token, completed: {} })));
    const half = (await read(id))?.work;
    expect(half).toMatchObject({ state: "RUNNING", percent: 50, finished: null, jobs: { completed: 2, queued: 2, total: 4 } });
    expect(new Date(half?.estimate as string).getTime()).toBeGreaterThan(Date.now() - 60_000);
    await report((await take(id)).map((token) => ({ token, completed: {} })));
    const batch = await read(id);
    const finished = expect.stringMatching(/Z$/);
    expect(batch?.work).toEqual({
      state: "SUCCEEDED",
      percent: 100,
      recipesCompleted: 2,
      finished,
      estimate: null,
      jobs: { ...none, completed: 4, total: 4 },
    });
    expect(batch?.progress).toEqual({ work: batch?.work, jobs: { total: 4 } });
    expect(batch?.workEvents.map(({ from, to }) => [from, to])).toEqual([
      ["WAITING", "RUNNING"],
      ["RUNNING", "SUCCEEDED"],
    ]);
    expect(batch?.workEvents[0]).toMatchObject({ actor: expect.any(String), reason: null, occurred: expect.stringMatching(/Z$/) });
    expect(batch?.events.map(({ from, to }) => [from, to])).toEqual([
      [null, "SUBMITTED"],
      ["SUBMITTED", "CREATING"],
      ["CREATING", "CREATED"],
    ]);
  });

  it("is done where some have failed and nothing can run any more: their descendants count as done", async () => {
    const id = await runBatch(database(), type, { all_jobs: true });
    const [one, other] = (await take(id)) as [string, string];
    await report([
      { token: one, failed: { error: "no-disk", retryable: false } },
      { token: other, completed: {} },
    ]);
    expect((await read(id))?.work).toMatchObject({
      state: "RUNNING",
      percent: 75,
      jobs: { failed: 1, blocked: 1, completed: 1, queued: 1 },
    });
    await report((await take(id)).map((token) => ({ token, completed: {} })));
    expect((await read(id))?.work).toMatchObject({ state: "FAILED", percent: 100, recipesCompleted: 1, finished: expect.any(String) });
  });

  it("has no percentage before anything is made, and then allows for what is still to be made", async () => {
    const many = await makeType(database(), "scan");
    await makeManyRecipes(database(), many, 4);
    const id = await submit(database(), many, { all_jobs: true });
    expect((await read(id))?.work).toMatchObject({ state: "WAITING", percent: null, jobs: { total: 0 } });
    await begin(database(), id);
    expect((await read(id))?.work).toMatchObject({ percent: null });
    await expand(database(), id);
    const tokens = (await claim({ max: 2 })).claims.map(({ token }) => token);
    await report(tokens.map((token) => ({ token, completed: {} })));
    expect((await read(id))?.work.percent).toBe(50);
    await database().prisma.batch.update({ where: { id }, data: { status: "CREATING", totalCount: 8 } });
    expect((await read(id))?.work.percent).toBe(25);
    await database().prisma.batch.update({ where: { id }, data: { status: "CREATED", totalCount: 4 } });
    await report((await claim()).claims.map(({ token }) => ({ token, completed: {} })));
  });

  it("shows the limits of a batch", async () => {
    const id = await submit(database(), type);
    expect((await read(id))?.limits).toEqual({ maxRunningJobs: null, stopAfterFailedJobs: null });
    await database().prisma.batch.update({ where: { id }, data: { maxRunningJobs: 7, stopAfterFailedJobs: 3 } });
    expect((await read(id))?.limits).toEqual({ maxRunningJobs: 7, stopAfterFailedJobs: 3 });
  });
});

describe("A list of batches", () => {
  it("is filtered by the state of their work", async () => {
    const other = await makeType(database(), "filter");
    await makeRecipe(database(), other);
    const id = await runBatch(database(), other, { all_jobs: true });
    const idsIn = async (...workState: ("HELD" | "WAITING" | "SUCCEEDED")[]) =>
      (await query(workOfMany, { filter: { workState, recipeTypeId: [String(other.id)] } })).batches.nodes.map(
        ({ databaseId }) => databaseId,
      );
    expect(await idsIn("WAITING")).toEqual([id]);
    expect(await idsIn("HELD", "SUCCEEDED")).toEqual([]);
    await database().prisma.batch.update({ where: { id }, data: { workState: "HELD" } });
    expect(await idsIn("HELD", "SUCCEEDED")).toEqual([id]);
    expect(await idsIn()).toEqual([]);
  });

  it("reads the counts of all with one statement, which does not look at their jobs", async () => {
    const { result, statements } = await statementsOf(() => query(workOfMany, { filter: null }));
    expect(result.batches.nodes.length).toBeGreaterThan(3);
    expect(statements).toHaveLength(2);
    expect(statements.filter((text) => /work_tally/.test(text) && !/batch_job|FROM job\b/.test(text))).toHaveLength(1);
  });
});
