import { beforeEach, describe, expect, it } from "vitest";
import { cancelBatch } from "../../src/domain/batch/change/cancelBatch.js";
import { resumeBatch, retryBatch } from "../support/batchMutations.js";
import {
  ada,
  expand,
  expandOneChunk,
  failBatch,
  makeManyRecipes,
  makeType,
  revise,
  runBatch,
  submit,
  type TestType,
} from "../support/catalogue.js";
import { useDatabase } from "../support/database.js";
import { graphql } from "../support/generated/index.js";
import { globalId, useGraphql } from "../support/graphql.js";
import { rowCounts } from "../support/rowCounts.js";
import { submitInSlices } from "../support/worker.js";

const database = useDatabase();
const { query } = useGraphql(database, { trustedProxies: ["loopback"] });

const outcomes = graphql(`
  query Outcomes($id: ID!) {
    batch(id: $id) {
      status createdCount failedCount totalCount
      retryOf { databaseId }
      recipes { nodes { outcome supersededRecipe { databaseId } failure { code } } }
    }
  }
`);

const inputs = "scene:file mask:file";
let type: TestType;
/** Of the first revision: those that can't be re-processed to the second, for want of an input. */
let old: number[];
beforeEach(async () => {
  type = await makeType(database(), "parse publish<parse");
  old = await makeManyRecipes(database(), type, 3);
  await revise(database(), type, "parse publish<parse", { inputs });
  await makeManyRecipes(database(), type, 2);
});

const retry = async (id: number | string) => (await query(retryBatch, { id }, { "x-forwarded-user": "grace" })).retryBatch;
const read = async (id: number | undefined) => (await query(outcomes, { id: id as number })).batch;
const failed = async (id: number | undefined) => {
  const nodes = (await read(id))?.recipes.nodes ?? [];
  return nodes.filter(({ outcome }) => outcome === "FAILED").map(({ supersededRecipe }) => supersededRecipe?.databaseId);
};

async function expectRefused(id: number | string, error: { code: string; message: string }): Promise<void> {
  const before = await rowCounts(database());
  expect(await retry(id)).toEqual({ batch: null, errors: [{ path: [], ...error }] });
  expect(await rowCounts(database())).toEqual(before);
}

describe("retryBatch", () => {
  it("creates a new batch over exactly the recipes that failed", async () => {
    const first = await runBatch(database(), type, { all_jobs: true });
    expect(await read(first)).toMatchObject({ status: "CREATED", createdCount: 2, failedCount: 3, retryOf: null });
    // What made them fail is mended.
    await revise(database(), type, "parse publish<parse");
    const { batch, errors } = await retry(first);
    expect(errors).toEqual([]);
    expect(batch).toMatchObject({ status: "SUBMITTED", retryOf: { databaseId: first }, definition: { allJobs: true } });
    expect(batch?.databaseId).not.toBe(first);
    expect(batch?.events).toEqual([{ from: null, to: "SUBMITTED", actor: "grace", reason: null }]);
    await expand(database(), batch?.databaseId as number);
    const again = await read(batch?.databaseId);
    expect(again).toMatchObject({ status: "CREATED", createdCount: 3, failedCount: 0, totalCount: 3, retryOf: { databaseId: first } });
    expect(again?.recipes.nodes.map(({ supersededRecipe }) => supersededRecipe?.databaseId).sort()).toEqual([...old].sort());
    expect(await read(first)).toMatchObject({ createdCount: 2, failedCount: 3 });
  });

  it("takes over title and description", async () => {
    const first = await runBatch(database(), type, { all_jobs: true });
    await database().prisma.batch.update({ where: { id: first }, data: { title: "All of it", description: "Again" } });
    expect((await retry(first)).batch).toMatchObject({ title: "All of it", description: "Again" });
  });

  it("can be repeated while something fails, each time over what is left", async () => {
    const first = await runBatch(database(), type, { all_jobs: true });
    const second = (await retry(first)).batch?.databaseId;
    await expand(database(), second as number);
    expect((await failed(second)).sort()).toEqual([...old].sort());
    // One of them goes another way.
    await revise(database(), type, "parse publish<parse");
    const { prisma } = database();
    await prisma.recipe.update({ where: { id: old[0] as number }, data: { isSuperseded: true } });
    const third = (await retry(second as number)).batch?.databaseId;
    await expand(database(), third as number);
    expect(await read(third)).toMatchObject({ createdCount: 2, failedCount: 1, totalCount: 3, retryOf: { databaseId: second } });
    expect(await failed(third)).toEqual([old[0]]);
  });

  it("does it for a batch that was canceled, and one that has failed", async () => {
    for (const status of ["CANCELED", "FAILED"]) {
      const id = await runBatch(database(), type, { all_jobs: true });
      await database().prisma.batch.update({ where: { id }, data: { status } });
      expect(await retry(id)).toMatchObject({ errors: [], batch: { retryOf: { databaseId: id } } });
    }
  });

  it.each(["CANCELED", "FAILED"])("goes on with what a batch that is %s never came to, and says so in its history", async (status) => {
    const plain = await makeType(database(), "parse");
    const ids = await makeManyRecipes(database(), plain, 5);
    const first = await submitInSlices(database(), plain, { all_jobs: true });
    await expandOneChunk(database(), first);
    if (status === "CANCELED") await cancelBatch(database(), ada, first, null);
    else await failBatch(database(), first);
    const { batch, errors } = await retry(first);
    expect(errors).toEqual([]);
    expect(batch?.events).toEqual([
      {
        from: null,
        to: "SUBMITTED",
        actor: "grace",
        reason: `Goes on with batch ${first} (${status}): recipes that it never came to: 4, that failed: 0`,
      },
    ]);
    await expand(database(), batch?.databaseId as number);
    expect(await read(batch?.databaseId)).toMatchObject({ status: "CREATED", createdCount: 4, failedCount: 0, totalCount: 4 });
    const made = await database().prisma.recipe.findMany({ where: { supersededRecipeId: { in: ids } } });
    expect(made).toHaveLength(5);
  });

  it("takes over from a batch that has failed, which then can't be resumed", async () => {
    const plain = await makeType(database(), "parse");
    await makeManyRecipes(database(), plain, 3);
    const first = await submitInSlices(database(), plain, { all_jobs: true });
    await expandOneChunk(database(), first);
    await failBatch(database(), first);
    const { batch } = await retry(first);
    const message = `Batch ${first} has failed and was retried: batch ${batch?.databaseId} has what it had left`;
    const { resumeBatch: refused } = await query(resumeBatch, { id: String(first) });
    expect(refused).toMatchObject({ batch: null, errors: [{ code: "CONFLICT", path: [], message }] });
    expect(await read(first)).toMatchObject({ status: "FAILED", createdCount: 1 });
    await expand(database(), batch?.databaseId as number);
    expect(await read(batch?.databaseId)).toMatchObject({ status: "CREATED", createdCount: 2, failedCount: 0 });
  });

  it("refuses a batch that was canceled before it had begun", async () => {
    const id = await submit(database(), type, { all_jobs: true });
    await cancelBatch(database(), ada, id, null);
    const message = `Batch ${id} became CANCELED before it had begun: nothing in it can be retried`;
    await expectRefused(id, { code: "CONFLICT", message });
  });

  it("refuses a batch in which nothing has failed", async () => {
    const fine = await makeType(database(), "parse");
    await makeManyRecipes(database(), fine, 1);
    const id = await runBatch(database(), fine, { all_jobs: true });
    await expectRefused(id, { code: "CONFLICT", message: `Nothing failed in batch ${id} (CREATED)` });
  });

  it.each(["SUBMITTED", "CREATING", "PAUSED"])("refuses a batch that is %s: it may still fail more", async (status) => {
    const id = await submit(database(), type, { all_jobs: true });
    await database().prisma.batch.update({ where: { id }, data: { status, failedCount: 1 } });
    await expectRefused(id, { code: "CONFLICT", message: `Batch ${id} is ${status}: only what has ended can be retried` });
  });

  it("finds the batch by global id and integer id, and says where there is none", async () => {
    const id = await runBatch(database(), type, { all_jobs: true });
    expect((await retry(globalId("Batch", id))).batch?.retryOf?.databaseId).toBe(id);
    for (const unknown of [999_999, globalId("Job", id), "x"]) {
      await expectRefused(unknown, { code: "NOT_FOUND", message: `There is no batch ${unknown}` });
    }
  });
});
