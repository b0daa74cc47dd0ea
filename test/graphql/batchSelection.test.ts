import { beforeEach, describe, expect, it } from "vitest";
import { createBatch, retryBatch, validateBatch } from "../support/batchMutations.js";
import { expand, makeManyRecipes, makeType, revise, runBatch, type TestType } from "../support/catalogue.js";
import { useDatabase } from "../support/database.js";
import type { BatchSelectionInput } from "../support/generated/graphql.js";
import { globalId, useGraphql } from "../support/graphql.js";

const database = useDatabase();
const { query } = useGraphql(database);

let type: TestType;
let recipes: number[];
beforeEach(async () => {
  type = await makeType(database(), "parse publish<parse");
  recipes = await makeManyRecipes(database(), type, 6);
});

const input = (selection: BatchSelectionInput, definition = {}) => ({ recipeTypeId: String(type.id), definition, selection });
const ids = (numbers: readonly number[]) => numbers.map(String);
const validate = async (selection: BatchSelectionInput, definition = {}) =>
  (await query(validateBatch, { input: input(selection, definition) })).validateBatch;
const create = async (selection: BatchSelectionInput, definition = {}, planToken: string | null = null) =>
  (await query(createBatch, { input: input(selection, definition), planToken })).createBatch;

/** Creates a batch and expands it. @returns its id */
async function run(selection: BatchSelectionInput, definition = {}): Promise<number> {
  const { batch, errors } = await create(selection, definition);
  expect(errors).toEqual([]);
  await expand(database(), batch?.databaseId as number);
  return batch?.databaseId as number;
}

/** Which recipes a batch has come to, in the order in which it has queued their jobs, and the jobs that it made of each. */
async function madeBy(batchId: number): Promise<{ of: number | null; jobs: string[] }[]> {
  const rows = await database().prisma.batchRecipe.findMany({
    where: { batchId, recipeId: { not: null } },
    include: { recipe: { include: { jobs: { where: { isOriginal: true }, orderBy: { jobId: "asc" } } } } },
  });
  return rows
    .map(({ supersededRecipeId: of, recipe }) => ({ of, jobs: recipe?.jobs ?? [] }))
    .sort((one, other) => (one.jobs[0]?.jobId ?? 0) - (other.jobs[0]?.jobId ?? 0))
    .map(({ of, jobs }) => ({ of, jobs: jobs.map(({ jobName }) => jobName) }));
}
const comeTo = async (batchId: number) => (await madeBy(batchId)).map(({ of }) => of);

/** Lets jobs of recipes that a batch made fail. @returns the recipes */
async function failJobs(batchId: number, jobName: string, count: number): Promise<number[]> {
  const { prisma } = database();
  const made = await prisma.batchRecipe.findMany({ where: { batchId, recipeId: { not: null } }, orderBy: { id: "asc" }, take: count });
  const failed = made.map(({ recipeId }) => recipeId as number);
  await prisma.job.updateMany({ where: { recipeJobs: { some: { recipeId: { in: failed }, jobName } } }, data: { status: "FAILED" } });
  return failed;
}

describe("A batch over recipes that its input names", () => {
  it("re-processes just these, by either kind of id", async () => {
    const [first, , third] = recipes as [number, number, number];
    const id = await run({ recipeIds: [globalId("Recipe", third), String(first), String(third)] }, { allJobs: true });
    expect(await comeTo(id)).toEqual([first, third]);
  });

  it("shows the same in its preview, keeps to its token, and to no other selection's", async () => {
    const selection = { recipeIds: ids(recipes.slice(0, 2)) };
    const shown = await validate(selection, { allJobs: true });
    expect(shown).toMatchObject({ valid: true, recipeCount: 2, plan: [{ recipeCount: 2 }], warnings: [] });
    const other = await create({ recipeIds: ids(recipes.slice(1, 3)) }, { allJobs: true }, shown.planToken);
    expect(other.errors).toEqual([{ code: "CONFLICT", path: ["planToken"], message: "was given for another selection" }]);
    const { batch, errors } = await create(selection, { allJobs: true }, shown.planToken);
    expect(errors).toEqual([]);
    await expand(database(), batch?.databaseId as number);
    expect(await comeTo(batch?.databaseId as number)).toEqual(recipes.slice(0, 2));
  });

  it("leaves out those that its definition does not match, and says how many", async () => {
    await run({ recipeIds: ids(recipes.slice(0, 1)) }, { allJobs: true });
    await revise(database(), type, "parse publish<parse index<publish");
    const { recipeCount, warnings } = await validate({ recipeIds: ids(recipes.slice(0, 3)) });
    expect(recipeCount).toBe(2);
    expect(warnings).toEqual([
      { id: "RECIPES_LEFT_OUT", details: "The batch leaves out 1 of the 3 recipes that it names; of these, 1 are superseded" },
    ]);
    expect(await validate({ recipeIds: [] }, { allJobs: true })).toMatchObject({ recipeCount: 0 });
  });

  it("names each that there is not, or that is of another recipe type", async () => {
    const other = await makeManyRecipes(database(), await makeType(database(), "a"), 1);
    const { errors } = await create({ recipeIds: [String(recipes[0]), "999999", "what", String(other[0]), globalId("Batch", 1)] });
    expect(errors).toEqual([
      { code: "NOT_FOUND", path: ["selection", "recipeIds", "1"], message: "names no recipe" },
      { code: "NOT_FOUND", path: ["selection", "recipeIds", "2"], message: "names no recipe" },
      { code: "INVALID", path: ["selection", "recipeIds", "3"], message: "is a recipe of another recipe type" },
      { code: "NOT_FOUND", path: ["selection", "recipeIds", "4"], message: "names no recipe" },
    ]);
    const many = Array.from({ length: 10_001 }, () => String(recipes[0]));
    expect((await create({ recipeIds: many })).errors).toEqual([
      { code: "TOO_LARGE", path: ["selection", "recipeIds"], message: "must be at most 10000 ids" },
    ]);
  });
});

describe("A batch over the newest recipes first", () => {
  it("queues their jobs in that order, whatever revision they are of", async () => {
    await revise(database(), type, "parse publish<parse");
    const newer = await makeManyRecipes(database(), type, 2);
    expect(await comeTo(await run({ order: "NEWEST_FIRST" }, { allJobs: true }))).toEqual([...recipes, ...newer].reverse());
  });

  it("is retried in the same order", async () => {
    const id = await run({ order: "NEWEST_FIRST" }, { allJobs: true });
    const failed = await failJobs(id, "parse", 3);
    const { batch } = (await query(retryBatch, { id: String(id) })).retryBatch;
    await expand(database(), batch?.databaseId as number);
    expect(await comeTo(batch?.databaseId as number)).toEqual([...failed].sort((one, other) => other - one));
  });
});

describe("A batch over what failed in another one", () => {
  it("runs the failed jobs again, and what stands behind them, though nothing has changed", async () => {
    const first = await runBatch(database(), type, { all_jobs: true });
    const [one, two] = await failJobs(first, "parse", 2);
    const [three] = (await failJobs(first, "publish", 3)).slice(2);
    const selection = { failedInBatchId: globalId("Batch", first) };
    const { recipeCount, plan } = await validate(selection);
    expect(recipeCount).toBe(3);
    const actions = plan.map(({ recipeCount, jobs }) => [recipeCount, ...jobs.map(({ action }) => action)]);
    expect(actions.sort()).toEqual([
      [1, "KEEP", "RERUN"],
      [2, "RERUN", "RERUN"],
    ]);
    expect(await madeBy(await run(selection))).toEqual([
      { of: one, jobs: ["parse", "publish"] },
      { of: two, jobs: ["parse", "publish"] },
      { of: three, jobs: ["publish"] },
    ]);
    // There is nothing left that has failed.
    expect((await validate(selection)).recipeCount).toBe(0);
  });

  it("knows a failed job by what it is, if the new revision gives it another name", async () => {
    const first = await runBatch(database(), type, { all_jobs: true });
    const [one] = await failJobs(first, "parse", 1);
    await revise(database(), type, "read=parse publish<read");
    expect(await madeBy(await run({ failedInBatchId: String(first), recipeIds: [String(one)] }))).toEqual([
      { of: one, jobs: ["read", "publish"] },
    ]);
  });

  it("tries recipes again at which it failed, as far as the definition matches them", async () => {
    await revise(database(), type, "parse publish<parse", { inputs: "scene:file mask:file" });
    const first = await runBatch(database(), type);
    expect((await validate({ failedInBatchId: String(first) })).recipeCount).toBe(6);
    await revise(database(), type, "parse publish<parse");
    expect(await comeTo(await run({ failedInBatchId: String(first) }))).toEqual(recipes);
  });

  it("names a batch that there is not, or that is of another recipe type", async () => {
    expect((await create({ failedInBatchId: "999999" })).errors).toEqual([
      { code: "NOT_FOUND", path: ["selection", "failedInBatchId"], message: "names no batch" },
    ]);
    const other = await makeType(database(), "a");
    const batch = await runBatch(database(), other, { all_jobs: true });
    expect((await create({ failedInBatchId: String(batch) })).errors).toEqual([
      { code: "INVALID", path: ["selection", "failedInBatchId"], message: "is a batch of another recipe type" },
    ]);
  });
});

describe("retryBatch of a batch whose jobs failed", () => {
  const retry = async (id: number) => (await query(retryBatch, { id: String(id) })).retryBatch;

  it("runs them again in a new batch, which says so", async () => {
    const first = await runBatch(database(), type, { job_names: ["publish"] });
    const [one] = await failJobs(first, "publish", 1);
    const { batch, errors } = await retry(first);
    expect(errors).toEqual([]);
    const reason = `Goes on with batch ${first} (CREATED): recipes that failed: 0, whose jobs failed: 1`;
    expect(batch).toMatchObject({ retryOf: { databaseId: first }, events: [{ to: "SUBMITTED", reason }] });
    await expand(database(), batch?.databaseId as number);
    expect(await madeBy(batch?.databaseId as number)).toEqual([{ of: one, jobs: ["publish"] }]);
    expect((await retry(first)).errors).toMatchObject([{ code: "CONFLICT", message: `Nothing failed in batch ${first} (CREATED)` }]);
  });

  it("still does so in a retry of a retry that could not re-process the recipe", async () => {
    const { prisma } = database();
    const first = await runBatch(database(), type, { job_names: ["publish"] });
    const [one] = await failJobs(first, "publish", 1);
    await prisma.batch.update({ where: { id: first }, data: { definition: { version: "1.0" } } });
    await prisma.jobType.updateMany({ where: { name: "publish" }, data: { isActive: false } });
    const second = (await retry(first)).batch?.databaseId as number;
    await expand(database(), second);
    expect(await madeBy(second)).toEqual([]);
    await prisma.jobType.updateMany({ where: { name: "publish" }, data: { isActive: true } });
    const third = (await retry(second)).batch?.databaseId as number;
    await expand(database(), third);
    expect(await madeBy(third)).toEqual([{ of: one, jobs: ["publish"] }]);
  });
});
