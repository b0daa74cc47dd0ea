import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { batchState, pauseBatch, resumeBatch } from "../support/batchMutations.js";
import { makeManyRecipes, makeType, submit, type TestType } from "../support/catalogue.js";
import { expectSound } from "../support/catalogueChecks.js";
import { useDatabase } from "../support/database.js";
import { useGraphql } from "../support/graphql.js";
import { submitInSlices, tracesOf, useWorker, whenDone, whenStatus } from "../support/worker.js";

const database = useDatabase();
const { query } = useGraphql(database);
const worker = useWorker(database);

const recipes = 120;
let type: TestType;
beforeAll(async () => {
  type = await makeType(database(), "parse publish<parse");
  await makeManyRecipes(database(), type, recipes);
});
afterEach(() => worker.stop());

const pause = async (id: number) => (await query(pauseBatch, { id })).pauseBatch;
const resume = async (id: number) => (await query(resumeBatch, { id })).resumeBatch;
const read = async (id: number) => (await query(batchState, { id })).batch;

async function expectAllDone(id: number): Promise<void> {
  await whenStatus(database(), id, "CREATED");
  expect(await read(id)).toMatchObject({ createdCount: recipes, failedCount: 0, totalCount: recipes, creatorJob: { status: "COMPLETED" } });
  const rows = await database().prisma.batchRecipe.findMany({ where: { batchId: id } });
  expect(new Set(rows.map(({ supersededRecipeId }) => supersededRecipeId)).size).toBe(recipes);
  expect(rows).toHaveLength(recipes);
  await expectSound(database());
}

describe("pauseBatch while a worker makes the batch", () => {
  it.each([1, 30, 60, 90, 119])("stops it with %i of 120 recipes made, and resumeBatch goes on to exactly all", async (made) => {
    await worker.start();
    const id = await submitInSlices(database(), type, { all_jobs: true });
    await whenDone(database(), id, made);
    const { batch, errors } = await pause(id);
    const atOnce = await tracesOf(database(), id);
    await worker.settled();
    expect(errors).toEqual([]);
    // The worker was faster: the work alone is held.
    if (batch?.status === "CREATED") return expectAllDone(id);
    expect(batch).toMatchObject({ status: "PAUSED", createdCount: atOnce.created, totalCount: recipes, creatorJob: { status: "QUEUED" } });
    expect(await tracesOf(database(), id)).toEqual(atOnce);
    expect(await read(id)).toEqual(batch);
    // Its jobs wait until it is resumed.
    expect(atOnce.made).not.toHaveProperty("CANCELED");

    // The worker may take it up before the answer is read. What resumeBatch itself has done is in the batch's history.
    expect((await resume(id)).errors).toEqual([]);
    await expectAllDone(id);
    expect((await read(id))?.events.map(({ to }) => to)).toEqual(["SUBMITTED", "CREATING", "PAUSED", "CREATING", "CREATED"]);
  });

  it("does so as often as it is asked to, whoever works", async () => {
    const id = await submitInSlices(database(), type, { all_jobs: true });
    for (const made of [10, 40, 70, 100]) {
      await worker.start();
      await whenDone(database(), id, made);
      const { batch } = await pause(id);
      await worker.stop();
      if (batch?.status === "CREATED") break;
      expect((await read(id))?.status).toBe("PAUSED");
      expect(await resume(id)).toMatchObject({ errors: [], batch: { status: "CREATING", creatorJob: { status: "QUEUED" } } });
    }
    await worker.start();
    await expectAllDone(id);
  });
});

describe("A batch that is paused before it has begun", () => {
  it("is not begun, whoever works, until it is resumed", async () => {
    const id = await submit(database(), type, { all_jobs: true });
    expect(await pause(id)).toMatchObject({ errors: [], batch: { status: "PAUSED", totalCount: 0 } });
    await worker.start();
    await worker.settled();
    expect(await read(id)).toMatchObject({ status: "PAUSED", totalCount: 0, createdCount: 0 });
    expect((await resume(id)).errors).toEqual([]);
    await expectAllDone(id);
    expect((await read(id))?.events.map(({ to }) => to)).toEqual(["SUBMITTED", "PAUSED", "SUBMITTED", "CREATING", "CREATED"]);
  });
});
