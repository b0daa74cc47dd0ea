import { expect, test } from "vitest";
import { makeManyRecipes, makeRecipe, makeType, revise, runBatch } from "../../support/catalogue.js";
import { useDatabase } from "../../support/database.js";
import { batchOf, recipeOf, successorOf } from "../../support/recipeViews.js";

const database = useDatabase();

/** A recipe of the first of two revisions, and what a batch made of it. */
async function reprocessed() {
  const type = await makeType(database(), "a b<a");
  const id = await makeRecipe(database(), type, {
    files: [
      ["2016-01-01T00:00:00Z", null],
      [null, null],
    ],
  });
  const before = await recipeOf(database(), { id });
  await revise(database(), type, "a b@2<a");
  const batchId = await runBatch(database(), type);
  const [old, made] = [await recipeOf(database(), { id }), await successorOf(database(), id)];
  return { type, batchId, before, old, made };
}

test("The old recipe becomes superseded, and is kept as it was otherwise", async () => {
  const { before, old, made } = await reprocessed();
  const { superseded, isSuperseded, lastModified, jobs: _, ...rest } = old;
  expect({ isSuperseded, superseded, lastModified }).toEqual({ isSuperseded: true, superseded: made.created, lastModified: made.created });
  expect(before).toMatchObject(rest);
  expect(before.isSuperseded).toBe(false);
});

test("The new recipe is of the current revision, over the old one's data and input files", async () => {
  const { type, old, made } = await reprocessed();
  const current = await database().prisma.recipeTypeRevision.findFirstOrThrow({ where: { recipeTypeId: type.id, revisionNum: 2 } });
  expect(made).toMatchObject({
    recipeTypeId: type.id,
    recipeTypeRevId: current.id,
    isSuperseded: false,
    superseded: null,
    completed: null,
  });
  expect(old.data).toMatchObject({ version: "1.0", input_data: [{ name: "scene" }] });
  expect(made.data).toEqual(old.data);
  const files = (recipe: typeof made) => recipe.files.map(({ scaleFileId }) => scaleFileId).sort();
  expect(files(made)).toEqual(files(old));
  expect(made.files).toHaveLength(2);
});

test("Each new recipe has its own USER trigger event, in the name of who asked for the batch; its new jobs share it", async () => {
  const type = await makeType(database(), "a b<a");
  const ids = await makeManyRecipes(database(), type, 3);
  await runBatch(database(), type, { all_jobs: true });
  const made = await Promise.all(ids.map((id) => successorOf(database(), id)));
  expect(new Set(made.map(({ eventId }) => eventId)).size).toBe(3);
  for (const { event, created, eventId, jobs } of made) {
    expect(event).toMatchObject({ type: "USER", ruleId: null, description: { user: "ada" }, occurred: created });
    expect(Object.values(jobs).map((job) => job.eventId)).toEqual([eventId, eventId]);
  }
});

test("Along a chain of batches, recipes and jobs point at the one before and at the first", async () => {
  const type = await makeType(database(), "a b<a");
  const chain = [await recipeOf(database(), { id: await makeRecipe(database(), type) })];
  for (const definition of [{ all_jobs: true }, { job_names: ["b"] }, { all_jobs: true }]) {
    await runBatch(database(), type, definition);
    chain.push(await successorOf(database(), chain.at(-1)?.id as number));
  }
  const [first, second, third, fourth] = chain.map(({ id }) => id);
  expect(chain.map((recipe) => [recipe.rootSupersededRecipeId, recipe.supersededRecipeId])).toEqual([
    [null, null],
    [first, first],
    [first, second],
    [first, third],
  ]);
  const jobs = (name: string) => chain.map((recipe) => recipe.jobs[name]);
  const pointers = (name: string) => jobs(name).map((job) => [job?.id, job?.rootSupersededJobId, job?.supersededJobId]);
  const [a1, a2, , a4] = jobs("a").map((job) => job?.id);
  expect(pointers("a")).toEqual([
    [a1, null, null],
    [a2, a1, a1],
    [a2, a1, a1],
    [a4, a1, a2],
  ]);
  const [b1, b2, b3, b4] = jobs("b").map((job) => job?.id);
  expect(pointers("b")).toEqual([
    [b1, null, null],
    [b2, b1, b1],
    [b3, b1, b2],
    [b4, b1, b3],
  ]);
  const current = await database().prisma.recipe.findMany({ where: { recipeTypeId: type.id, isSuperseded: false } });
  expect(current.map(({ id }) => id)).toEqual([fourth]);
});

test("A recipe of an older revision is made anew even where all its jobs are kept; it is as complete as the old one", async () => {
  const type = await makeType(database(), "a b<a c");
  const id = await makeRecipe(database(), type);
  await revise(database(), type, "c a x=b<a");
  const batch = await batchOf(database(), await runBatch(database(), type));
  const [old, made] = [await recipeOf(database(), { id }), await successorOf(database(), id)];
  expect(batch).toMatchObject({ status: "CREATED", createdCount: 1 });
  expect(made.completed).toEqual(old.completed);
  expect(old.completed).not.toBeNull();
  expect(Object.entries(made.jobs).map(([name, job]) => [name, job.id, job.isOriginal])).toEqual(
    expect.arrayContaining([
      ["a", old.jobs.a?.id, false],
      ["x", old.jobs.b?.id, false],
      ["c", old.jobs.c?.id, false],
    ]),
  );
});

test("For each recipe the batch has a row with the new and the superseded one, in the order of the recipes", async () => {
  const type = await makeType(database(), "a");
  const ids = await makeManyRecipes(database(), type, 3);
  const batch = await batchOf(database(), await runBatch(database(), type, { all_jobs: true }));
  const made = await Promise.all(ids.map(async (id) => (await successorOf(database(), id)).id));
  const rows = batch.recipes.map((row) => [row.supersededRecipeId, row.recipeId, row.failureCode, row.failureMessage]);
  expect(rows).toEqual(ids.map((id, i) => [id, made[i], null, null]));
});
