import { describe, expect, test } from "vitest";
import { begin, expand, makeManyRecipes, makeRecipe, makeType, revise, runBatch, submit, type TestType } from "../../support/catalogue.js";
import { useDatabase } from "../../support/database.js";
import { batchOf, recipeOf, successorOf } from "../../support/recipeViews.js";
import { rowCounts } from "../../support/rowCounts.js";

const database = useDatabase();

/**
 * Lets a begun batch fail over all of its recipes, which must leave them, and everything else, as they were.
 * @returns the reasons that are recorded, one for each recipe
 */
async function failing(batchId: number, recipeIds: readonly number[]): Promise<string[]> {
  const view = () => Promise.all(recipeIds.map((id) => recipeOf(database(), { id })));
  const [recipes, { batch_recipe, batch_slice, batch_event, ...rows }] = [await view(), await rowCounts(database())];
  await expand(database(), batchId);
  expect(await view()).toEqual(recipes);
  expect(await rowCounts(database())).toMatchObject({ ...rows, batch_recipe: (batch_recipe as number) + recipeIds.length });

  const batch = await batchOf(database(), batchId);
  const count = recipeIds.length;
  expect(batch).toMatchObject({ status: "CREATED", createdCount: 0, failedCount: count, totalCount: count, jobs: [], slices: [] });
  expect(batch.recipes.map((row) => [row.supersededRecipeId, row.recipeId])).toEqual(recipeIds.map((id) => [id, null]));
  return batch.recipes.map(({ failureCode, failureMessage }) => `${failureCode}: ${failureMessage}`);
}

async function failingBatch(type: TestType, definition: unknown, recipeIds: readonly number[]): Promise<string[]> {
  const batchId = await submit(database(), type, definition);
  await begin(database(), batchId);
  return failing(batchId, recipeIds);
}

/** A recipe type with two recipes of its first revision. */
async function twoRecipes(graph: string, inputs?: string) {
  const type = await makeType(database(), graph, inputs === undefined ? {} : { inputs });
  return { type, ids: await makeManyRecipes(database(), type, 2) };
}

const redefine = (type: TestType, revisionNum: number) =>
  database().prisma.recipeTypeRevision.updateMany({ where: { recipeTypeId: type.id, revisionNum }, data: { definition: { jobs: 1 } } });

describe("a recipe fails, with the reason, and nothing of it is made", () => {
  test("where the recipe type is inactive", async () => {
    const { type, ids } = await twoRecipes("a b<a");
    await revise(database(), type, "a b@2<a", { isActive: false });
    const reason = "RECIPE_TYPE_INACTIVE: The recipe type is not active";
    expect(await failingBatch(type, {}, ids)).toEqual([reason, reason]);
  });

  test("where the current definition can't be read, or its own can't", async () => {
    for (const revisionNum of [1, 2]) {
      const { type, ids } = await twoRecipes("a b<a");
      await revise(database(), type, "a b@2<a");
      await redefine(type, revisionNum);
      const reason = "DEFINITION_INVALID: The definition of revision 1, or of the current one, is not valid";
      expect(await failingBatch(type, {}, ids)).toEqual([reason, reason]);
    }
  });

  test.each([
    ["scene:file", "scene:file note:property", 'the required input "note" is new'],
    ["scene:file note?:property", "scene:file note:property", 'the input "note" was optional and is now required'],
    ["scene:file", "scene:files", 'the input "scene" was of type file and is now of type files'],
    ["scene:file note?:property", "scene:file note?:file", 'the input "note" was of type property and is now of type file'],
  ])("where its inputs %j do not fit the current ones, %j", async (before, after, what) => {
    const { type, ids } = await twoRecipes("a", before);
    await revise(database(), type, "a", { inputs: after });
    const reason = `INPUTS_INCOMPATIBLE: The recipe's inputs do not fit the current revision: ${what}`;
    expect(await failingBatch(type, {}, ids)).toEqual([reason, reason]);
  });

  test("where it is of the current revision and none of the named jobs is in that", async () => {
    const { type, ids } = await twoRecipes("a b<a");
    const reason = "NOTHING_TO_DO: The recipe is of the current revision, and none of its jobs is to run again";
    expect(await failingBatch(type, { job_names: ["c"] }, ids)).toEqual([reason, reason]);
  });

  test("where the type of a job to make does not exist", async () => {
    const { type, ids } = await twoRecipes("a b<a");
    await revise(database(), type, "a b<a vanishing<b");
    await database().prisma.jobType.updateMany({ where: { name: "vanishing" }, data: { name: "vanished" } });
    const reason = 'JOB_TYPE_UNKNOWN: The job type of job "vanishing" does not exist';
    expect(await failingBatch(type, {}, ids)).toEqual([reason, reason]);
  });

  test("where the type of a job to make is inactive", async () => {
    const { type, ids } = await twoRecipes("a b<a");
    await revise(database(), type, "a b<a c=retired<b", { jobTypes: { retired: { is_active: false } } });
    const reason = 'JOB_TYPE_INACTIVE: The job type retired 1 of job "c" is not active';
    expect(await failingBatch(type, {}, ids)).toEqual([reason, reason]);
  });

  test("where the type of a job to run again is inactive", async () => {
    const { type, ids } = await twoRecipes("a b=tired<a");
    await database().prisma.jobType.updateMany({ where: { name: "tired" }, data: { isActive: false } });
    const reason = 'JOB_TYPE_INACTIVE: The job type tired 1 of job "b" is not active';
    expect(await failingBatch(type, { job_names: ["a"] }, ids)).toEqual([reason, reason]);
  });

  test("where another batch has superseded it since it was matched", async () => {
    const { type, ids } = await twoRecipes("a b<a");
    const late = await submit(database(), type, { all_jobs: true });
    await begin(database(), late);
    await runBatch(database(), type, { all_jobs: true });
    const reason = "SUPERSEDED: The recipe was superseded after the batch had matched it";
    expect(await failing(late, ids)).toEqual([reason, reason]);
  });

  test("where it lacks a job that would be kept", async () => {
    const { type, ids } = await twoRecipes("a b<a");
    await database().prisma.recipeJob.deleteMany({ where: { recipeId: { in: ids }, jobName: "a" } });
    const reason = "JOBS_MISSING: The recipe lacks a job that its revision has and that would be kept";
    expect(await failingBatch(type, { job_names: ["b"] }, ids)).toEqual([reason, reason]);
  });
});

describe("a recipe does not fail", () => {
  test("where only the type of a job that is kept is inactive", async () => {
    const { type, ids } = await twoRecipes("a=resting b<a");
    await database().prisma.jobType.updateMany({ where: { name: "resting" }, data: { isActive: false } });
    const batch = await batchOf(database(), await runBatch(database(), type, { job_names: ["b"] }));
    expect(batch).toMatchObject({ createdCount: ids.length, failedCount: 0 });
  });

  test("where an optional input is new or an input has gone", async () => {
    const { type, ids } = await twoRecipes("a", "scene:file note?:property");
    await revise(database(), type, "a", { inputs: "scene:file extra?:files" });
    const batch = await batchOf(database(), await runBatch(database(), type));
    expect(batch).toMatchObject({ createdCount: ids.length, failedCount: 0 });
  });

  test("where the job that it lacks would be run again: that is made", async () => {
    const { type, ids } = await twoRecipes("a b<a");
    const [id] = ids as [number];
    await database().prisma.recipeJob.deleteMany({ where: { recipeId: id, jobName: "b" } });
    await runBatch(database(), type, { job_names: ["b"] });
    const made = await successorOf(database(), id);
    expect(made.jobs.b).toMatchObject({ supersededJobId: null, rootSupersededJobId: null, status: "QUEUED" });
  });
});

test("Recipes that fail and recipes that are made are counted apart; who fails does not hold up the others", async () => {
  const type = await makeType(database(), "a b<a", { inputs: "scene:file" });
  const misfits = await makeManyRecipes(database(), type, 2);
  await revise(database(), type, "a b<a", { inputs: "scene:file note:property" });
  const [lacking, ...fitting] = await makeManyRecipes(database(), type, 4);
  await database().prisma.recipeJob.deleteMany({ where: { recipeId: lacking as number, jobName: "a" } });
  await revise(database(), type, "a b@2<a", { inputs: "scene:file note:property" });
  const superseded = await makeRecipe(database(), type);

  const batchId = await submit(database(), type, { job_names: ["b"] });
  await begin(database(), batchId);
  expect(await batchOf(database(), batchId)).toMatchObject({ createdCount: 0, failedCount: 0, totalCount: 7 });
  await database().prisma.recipe.update({ where: { id: superseded }, data: { isSuperseded: true } });
  await expand(database(), batchId);

  const batch = await batchOf(database(), batchId);
  expect(batch).toMatchObject({ status: "CREATED", createdCount: 3, failedCount: 4, totalCount: 7 });
  const outcome = (ids: readonly (number | undefined)[], code: string | null) => ids.map((id) => [id, code]);
  expect(batch.recipes.map((row) => [row.supersededRecipeId, row.failureCode])).toEqual(
    expect.arrayContaining([
      ...outcome(misfits, "INPUTS_INCOMPATIBLE"),
      ...outcome([lacking], "JOBS_MISSING"),
      ...outcome([superseded], "SUPERSEDED"),
      ...outcome(fitting, null),
    ]),
  );
});
