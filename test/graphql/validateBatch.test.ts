import { beforeAll, describe, expect, it } from "vitest";
import { validateBatch } from "../support/batchMutations.js";
import { makeManyRecipes, makeType, revise, submit, type TestType } from "../support/catalogue.js";
import { useDatabase } from "../support/database.js";
import type { BatchDefinitionInput, BatchInput } from "../support/generated/graphql.js";
import { globalId, useGraphql } from "../support/graphql.js";
import { rowCounts } from "../support/rowCounts.js";

const database = useDatabase();
const { query, refusal } = useGraphql(database);

let type: TestType;
beforeAll(async () => {
  type = await makeType(database(), "parse mask<parse publish<mask old<parse");
  await makeManyRecipes(database(), type, 3);
  await revise(database(), type, "parse mask@2<parse publish<mask new<parse");
  await makeManyRecipes(database(), type, 2);
});

const validate = async (definition: BatchDefinitionInput, input: Partial<BatchInput> = {}) =>
  (await query(validateBatch, { input: { recipeTypeId: type.id, definition, ...input } })).validateBatch;

describe("validateBatch shows", () => {
  it("how many recipes are matched, and what becomes of each job, by revision", async () => {
    const { plan, ...preview } = await validate({});
    expect(preview).toEqual({ valid: true, recipeCount: 3, planToken: expect.any(String), errors: [], warnings: [] });
    expect(plan).toMatchObject([{ revisionNum: 1, recipeCount: 3, canReprocess: true, reason: null }]);
    const jobs = plan[0]?.jobs.map(({ jobName, action, jobType }) => `${action} ${jobName}: ${jobType?.name} ${jobType?.version}`);
    expect(jobs?.sort()).toEqual([
      "ADD mask: mask 2",
      "ADD new: new 1",
      "ADD publish: publish 1",
      "KEEP parse: parse 1",
      "REMOVE mask: mask 1",
      "REMOVE old: old 1",
      "REMOVE publish: publish 1",
    ]);
  });

  it("one plan for each revision, oldest first", async () => {
    const { recipeCount, plan } = await validate({ jobNames: ["parse"] });
    expect(recipeCount).toBe(5);
    expect(plan.map(({ revisionNum, recipeCount: count }) => [revisionNum, count])).toEqual([
      [1, 3],
      [2, 2],
    ]);
    expect(plan[1]?.jobs.every(({ action }) => action === "RERUN")).toBe(true);
  });

  it("that a job type is not there", async () => {
    const missing = await makeType(database(), "parse");
    await makeManyRecipes(database(), missing, 1);
    await revise(database(), missing, "parse ghost<parse");
    await database().prisma.jobTypeRevision.deleteMany({ where: { jobType: { name: "ghost" } } });
    await database().prisma.jobType.deleteMany({ where: { name: "ghost" } });
    const { plan } = await validate({}, { recipeTypeId: missing.id });
    expect(plan).toMatchObject([{ canReprocess: false, reason: expect.stringContaining("ghost") }]);
    expect(plan[0]?.jobs).toContainEqual({ jobName: "ghost", action: "ADD", jobType: null });
  });

  it("why recipes would fail, and warns of it", async () => {
    const stuck = await makeType(database(), "parse");
    await makeManyRecipes(database(), stuck, 2);
    await revise(database(), stuck, "parse", { inputs: "scene:file mask:file" });
    const { valid, recipeCount, plan, warnings } = await validate({}, { recipeTypeId: stuck.id });
    expect({ valid, recipeCount }).toEqual({ valid: true, recipeCount: 2 });
    expect(plan).toMatchObject([{ revisionNum: 1, recipeCount: 2, canReprocess: false, reason: expect.stringContaining('"mask"') }]);
    expect(warnings).toEqual([{ id: "CANNOT_REPROCESS", details: expect.stringContaining("2 recipes of revision 1 will fail") }]);
  });

  it("every warning, with an id for programs and details for people", async () => {
    const odd = await makeType(database(), "parse", { isActive: false });
    await submit(database(), odd, { all_jobs: true });
    const definition = { allJobs: true, jobNames: ["parse"], dateRange: { started: "2100-01-01T00:00:00Z" } };
    const { valid, warnings } = await validate(definition, { recipeTypeId: odd.id });
    expect(valid).toBe(true);
    expect(warnings.map(({ id }) => id)).toEqual(["JOB_NAMES_IGNORED", "DATE_RANGE_IN_FUTURE", "RECIPE_TYPE_INACTIVE", "NO_RECIPES"]);
    expect((await validate({ jobNames: ["parse", "nope"] })).warnings).toEqual([
      { id: "UNKNOWN_JOB_NAME", details: expect.stringContaining('"nope"') },
    ]);
    await submit(database(), type, { all_jobs: true });
    expect((await validate({ allJobs: true })).warnings).toEqual([{ id: "RUNNING_BATCH", details: expect.stringContaining("SUBMITTED") }]);
  });

  it("the same for the recipe type's global id and its integer id, and writes nothing", async () => {
    const before = await rowCounts(database());
    const byInteger = await validate({ allJobs: true });
    expect(await validate({ allJobs: true }, { recipeTypeId: globalId("RecipeType", type.id) })).toEqual(byInteger);
    expect(await validate({ allJobs: true }, { recipeTypeId: String(type.id) })).toEqual(byInteger);
    expect(await rowCounts(database())).toEqual(before);
  });
});

describe("validateBatch says what is wrong, in the input's words:", () => {
  const cases: [string, BatchDefinitionInput, Partial<BatchInput>, { code: string; path: string[]; message?: string }[]][] = [
    ["no such recipe type", {}, { recipeTypeId: 999_999 }, [{ code: "NOT_FOUND", path: ["recipeTypeId"] }]],
    ["what can be no recipe type", {}, { recipeTypeId: "x" }, [{ code: "NOT_FOUND", path: ["recipeTypeId"] }]],
    ["a global id of another type", {}, { recipeTypeId: globalId("Batch", 1) }, [{ code: "NOT_FOUND", path: ["recipeTypeId"] }]],
    ["a long title", {}, { title: "x".repeat(51) }, [{ code: "INVALID", path: ["title"], message: "must be at most 50 characters" }]],
    ["a title that can't be stored", {}, { title: "\0" }, [{ code: "INVALID", path: ["title"] }]],
    ["another version", { version: "2.0" }, {}, [{ code: "INVALID", path: ["definition", "version"], message: 'must be "1.0"' }]],
    ["a range without bounds", { dateRange: {} }, {}, [{ code: "INVALID", path: ["definition", "dateRange"] }]],
    [
      "all of it at once",
      { version: "", dateRange: { type: "DATA" }, jobNames: ["\0"] },
      { recipeTypeId: "0", title: "é".repeat(51) },
      [
        { code: "NOT_FOUND", path: ["recipeTypeId"] },
        { code: "INVALID", path: ["title"] },
        { code: "INVALID", path: ["definition", "version"] },
        { code: "INVALID", path: ["definition", "dateRange"] },
      ],
    ],
  ];
  it.each(cases)("%s", async (_what, definition, input, errors) => {
    const preview = await validate(definition, input);
    expect(preview).toMatchObject({ valid: false, recipeCount: null, planToken: null, warnings: [], plan: [], errors });
    expect(preview.errors).toHaveLength(errors.length);
  });

  it("and leaves to the schema what has the wrong shape", async () => {
    const definition = (value: object) => ({ input: { recipeTypeId: type.id, definition: value } });
    const refused = async (value: object) => (await refusal(validateBatch, definition(value))).message;
    expect(await refused({ priority: "high" })).toContain("input.definition.priority");
    expect(await refused({ priority: 3_000_000_000 })).toContain("input.definition.priority");
    expect(await refused({ dateRange: { started: "2016-01-01T00:00:00" } })).toContain("input.definition.dateRange.started");
    expect(await refused({ dateRange: { type: "created" } })).toContain("input.definition.dateRange.type");
    expect(await refused({ jobNames: [null] })).toContain("input.definition.jobNames[0]");
    expect(await refused({ banana: 1 })).toContain("banana");
  });
});
