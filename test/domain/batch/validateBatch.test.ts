import { describe, expect, test } from "vitest";
import type { BatchInput } from "../../../src/domain/batch/create/checkBatch.js";
import { type BatchPreview, validateBatch } from "../../../src/domain/batch/create/validateBatch.js";
import { batchInput, makeManyRecipes, makeRecipe, makeType, revise, runBatch, submit, type TestType } from "../../support/catalogue.js";
import { useDatabase } from "../../support/database.js";
import { rowCounts } from "../../support/rowCounts.js";

const database = useDatabase();
const validate = (type: TestType, definition: unknown = {}): Promise<BatchPreview> =>
  validateBatch(database(), batchInput(type, definition));
const warnings = async (type: TestType, definition: unknown = {}) =>
  (await validate(type, definition)).warnings.map(({ id, details }) => `${id}: ${details}`);

/** A plan, a line for each revision: `1: a KEEP, b RERUN of c`. */
const planned = async (type: TestType, definition: unknown = {}) =>
  (await validate(type, definition)).plan.map(({ revisionNum, jobs }) => {
    const line = jobs.map(({ name, action, previousName }) => {
      const previous = previousName === null || previousName === name ? "" : ` of ${previousName}`;
      return `${name} ${action}${previous}`;
    });
    return `${revisionNum}: ${line.join(", ")}`;
  });

describe("validateBatch says what is wrong with the input", () => {
  const problems = async (input: Partial<BatchInput>) => {
    const type = await makeType(database(), "a");
    const preview = await validateBatch(database(), { ...batchInput(type), ...input });
    expect(preview).toMatchObject(preview.problems.length > 0 ? { recipeCount: null, plan: [], planToken: null, warnings: [] } : {});
    return preview.problems.map(({ code, path }) => `${code} ${path.join(".")}`);
  };

  test("no recipe type, or none of that id", async () => {
    expect(await problems({ recipeTypeId: undefined })).toEqual(["REQUIRED recipeTypeId"]);
    for (const recipeTypeId of [null, 0, -1, 1.5, 999_999, 3_000_000_000, Number.NaN]) {
      expect(await problems({ recipeTypeId })).toEqual(["NOT_FOUND recipeTypeId"]);
    }
  });

  test("no definition", async () => {
    expect(await problems({ definition: undefined })).toEqual(["REQUIRED definition"]);
    expect(await problems({ definition: null })).toEqual(["INVALID definition"]);
  });

  test("a title of more than 50 characters, counted as the database counts them", async () => {
    expect(await problems({ title: "𝄞".repeat(50) })).toEqual([]);
    expect(await problems({ title: "𝄞".repeat(51) })).toEqual(["INVALID title"]);
  });

  test("text that the database can't store", async () => {
    const unstorable = { title: "\0", description: "\ud800", definition: { job_names: ["a", "\0"] } };
    expect(await problems(unstorable)).toEqual(["INVALID title", "INVALID description", "INVALID definition.jobNames.1"]);
  });

  test("all of it at once", async () => {
    const wrong = { recipeTypeId: undefined, title: "x".repeat(51), definition: { version: "2", all_jobs: 1 } };
    expect(await problems(wrong)).toEqual([
      "REQUIRED recipeTypeId",
      "INVALID title",
      "INVALID definition.version",
      "INVALID definition.allJobs",
    ]);
  });
});

describe("validateBatch warns", () => {
  test("of nothing where all is well", async () => {
    const type = await makeType(database(), "a");
    await makeRecipe(database(), type);
    expect(await warnings(type, { job_names: ["a"], date_range: { started: "2015-01-01T00:00:00Z" } })).toEqual([]);
  });

  test("of a batch that matches no recipe", async () => {
    const type = await makeType(database(), "a");
    expect(await warnings(type)).toEqual(["NO_RECIPES: The batch matches no recipe"]);
  });

  test("of a batch that matches no recipe because all in its range are of the current revision", async () => {
    const type = await makeType(database(), "a");
    for (const month of ["01", "02", "03"]) await makeRecipe(database(), type, { created: `2016-${month}-01T00:00:00Z` });
    const warning = (recipes: string) =>
      `NO_RECIPES: The batch matches no recipe: ${recipes} that it could match are of the current revision, 1, and no job is to run again`;
    expect(await warnings(type)).toEqual([warning("all 3 recipes")]);
    expect(await warnings(type, { date_range: { ended: "2016-01-31T00:00:00Z" } })).toEqual([warning("the 1 recipe")]);
    expect(await warnings(type, { date_range: { ended: "2015-01-31T00:00:00Z" } })).toEqual(["NO_RECIPES: The batch matches no recipe"]);
  });

  test("of job names that no matched revision has, once for each", async () => {
    const type = await makeType(database(), "a b<a");
    await makeRecipe(database(), type);
    const expected = [`UNKNOWN_JOB_NAME: No matched revision of ${type.name} 1 has a job named "c"`];
    expect(await warnings(type, { job_names: ["c", "b", "c"] })).toEqual([expect.stringContaining(expected[0] as string)]);
  });

  test("of job names that the current revision does not have, where nothing matched", async () => {
    const type = await makeType(database(), "a b<a");
    const ids = (await validate(type, { job_names: ["a", "c"] })).warnings.map(({ id }) => id);
    expect(ids.sort()).toEqual(["NO_RECIPES", "UNKNOWN_JOB_NAME"]);
  });

  test("of job names beside all_jobs, known or not, because they are ignored", async () => {
    const type = await makeType(database(), "a");
    await makeRecipe(database(), type);
    const expected = ["JOB_NAMES_IGNORED: To name jobs makes no difference where all of them are re-processed"];
    expect(await warnings(type, { job_names: ["nope"], all_jobs: true })).toEqual(expected);
    expect(await warnings(type, { job_names: [], all_jobs: true })).toEqual([]);
  });

  test("of a date range that lies in the future", async () => {
    const type = await makeType(database(), "a");
    const ids = async (date_range: unknown) => (await validate(type, { all_jobs: true, date_range })).warnings.map(({ id }) => id);
    expect(await ids({ started: "2999-01-01T00:00:00Z" })).toEqual(["DATE_RANGE_IN_FUTURE", "NO_RECIPES"]);
    expect(await ids({ started: "2015-01-01T00:00:00Z", ended: "2999-01-01T00:00:00Z" })).toEqual(["NO_RECIPES"]);
  });

  test("of an inactive recipe type, in place of the failures that it causes", async () => {
    const type = await makeType(database(), "a");
    await makeRecipe(database(), type);
    await revise(database(), type, "a", { isActive: false });
    const expected = [`RECIPE_TYPE_INACTIVE: The recipe type ${type.name} 1 is not active: every recipe will fail`];
    expect(await warnings(type, { all_jobs: true })).toEqual(expected);
  });

  test("of recipes that can't be re-processed, by revision and with the reason", async () => {
    const type = await makeType(database(), "a", { inputs: "scene:file" });
    await makeManyRecipes(database(), type, 2);
    await revise(database(), type, "a", { inputs: "scene:file note?:property" });
    await makeRecipe(database(), type);
    await revise(database(), type, "a", { inputs: "scene:file note:property" });
    const reason = "The recipe's inputs do not fit the current revision";
    expect(await warnings(type)).toEqual([
      `CANNOT_REPROCESS: 2 recipes of revision 1 will fail. ${reason}: the required input "note" is new`,
      `CANNOT_REPROCESS: 1 recipe of revision 2 will fail. ${reason}: the input "note" was optional and is now required`,
    ]);
  });

  test("of another batch that is re-processing some of the same recipes, until it has ended", async () => {
    const type = await makeType(database(), "a b<a");
    await makeRecipe(database(), type, { created: "2016-01-01T00:00:00Z" });
    const running = await submit(database(), type, { all_jobs: true, date_range: { ended: "2016-01-01T00:00:00Z" } });
    const expected = [`RUNNING_BATCH: Batch ${running} (SUBMITTED) is re-processing some of the same recipes`];
    expect(await warnings(type, { job_names: ["b"] })).toEqual(expected);
    const apart = await warnings(type, { job_names: ["b"], date_range: { started: "2016-01-01T00:00:00.000001Z" } });
    expect(apart).toEqual(["NO_RECIPES: The batch matches no recipe"]);
    await database().prisma.batch.update({ where: { id: running }, data: { status: "PAUSED" } });
    expect(await warnings(type, { job_names: ["b"] })).toEqual([expected[0]?.replace("SUBMITTED", "PAUSED")]);
    for (const status of ["CREATED", "CANCELED", "FAILED"]) {
      await database().prisma.batch.update({ where: { id: running }, data: { status } });
      expect(await warnings(type, { job_names: ["b"] })).toEqual([]);
    }
  });
});

describe("validateBatch plans", () => {
  test("what is kept, run again, added and removed, for each revision", async () => {
    const type = await makeType(database(), "a b<a c<b d<a");
    await makeManyRecipes(database(), type, 3);
    await revise(database(), type, "a b<a c@2<b e<a");
    await makeRecipe(database(), type);
    await revise(database(), type, "a x=b<a c@2<x e@2<x");
    expect(await planned(type)).toEqual([
      "1: a KEEP, x KEEP of b, c ADD, e ADD, d REMOVE, c REMOVE",
      "2: a KEEP, x KEEP of b, c KEEP, e ADD, e REMOVE",
    ]);
    expect(await planned(type, { job_names: ["x", "e", "d"] })).toEqual([
      "1: a KEEP, x RERUN of b, c ADD, e ADD, d REMOVE, c REMOVE",
      "2: a KEEP, x RERUN of b, c RERUN, e ADD, e REMOVE",
    ]);
    expect((await validate(type)).plan.map(({ recipeCount, failure }) => [recipeCount, failure])).toEqual([
      [3, null],
      [1, null],
    ]);
  });

  test("every job again for all_jobs, in the current revision as well", async () => {
    const type = await makeType(database(), "a b<a");
    await makeRecipe(database(), type);
    expect(await planned(type, { all_jobs: true, job_names: ["b"] })).toEqual(["1: a RERUN, b RERUN"]);
  });

  test("a failure for a revision whose recipes have nothing to do, but not for an older one like it", async () => {
    const type = await makeType(database(), "a b<a");
    await makeRecipe(database(), type);
    await revise(database(), type, "b<a a");
    await makeRecipe(database(), type);
    const { plan } = await validate(type, { job_names: ["nope"] });
    expect(plan.map(({ revisionNum, failure }) => [revisionNum, failure?.code ?? null])).toEqual([
      [1, null],
      [2, "NOTHING_TO_DO"],
    ]);
  });

  test("without a trace in the database", async () => {
    const type = await makeType(database(), "a");
    await makeRecipe(database(), type);
    const before = await rowCounts(database());
    await validate(type, { all_jobs: true });
    expect(await rowCounts(database())).toEqual(before);
  });
});

test("A batch does what its validation planned", async () => {
  const type = await makeType(database(), "a b<a c<b d<a");
  await makeRecipe(database(), type);
  await revise(database(), type, "a x=b<a c<x e<a");
  const { plan } = await validate(type, { job_names: ["c"] });
  const batchId = await runBatch(database(), type, { job_names: ["c"] });
  const { recipe } = await database().prisma.batchRecipe.findFirstOrThrow({
    where: { batchId },
    include: { recipe: { include: { jobs: { include: { job: true } } } } },
  });
  const done = recipe?.jobs.map(({ jobName, isOriginal, job }) => [
    jobName,
    isOriginal ? (job.supersededJobId === null ? "ADD" : "RERUN") : "KEEP",
  ]);
  const shown = plan[0]?.jobs.filter(({ action }) => action !== "REMOVE").map(({ name, action }) => [name, action]);
  expect(done?.sort()).toEqual(shown?.sort());
  expect(done).toHaveLength(4);
});
