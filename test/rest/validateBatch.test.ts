import { beforeAll, describe, expect, it } from "vitest";
import { post, useApp } from "../support/app.js";
import { makeManyRecipes, makeType, revise, type TestType } from "../support/catalogue.js";
import { useDatabase } from "../support/database.js";

const database = useDatabase();
const app = useApp(database);
let recipeType: TestType;
beforeAll(async () => {
  recipeType = await makeType(database(), "parse publish<parse");
  await makeManyRecipes(database(), recipeType, 3, { from: "2016-01-01T00:00:00Z", to: "2016-01-31T00:00:00Z" });
});

const validate = (definition: object, body: object = {}) =>
  post(app(), "/batches/validation/", { recipe_type_id: recipeType.id, definition, ...body });
const warnings = async (definition: object): Promise<string[]> =>
  (await validate(definition)).body.warnings.map(({ id }: { id: string }) => id);

describe("Validate Batch", () => {
  it("answers 200 with the number of recipes that the batch would match", async () => {
    const { status, headers, body } = await validate({ all_jobs: true });
    expect(status).toBe(200);
    expect(headers["content-type"]).toMatch(/^application\/json/);
    expect(body).toStrictEqual({ recipe_count: 3, file_count: 3, warnings: [] });
  });

  it("creates nothing", async () => {
    await validate({ all_jobs: true });
    expect(await database().prisma.batch.count()).toBe(0);
  });

  it("counts what the date range leaves", async () => {
    const range = { date_range: { started: "2016-01-10T00:00:00Z", ended: "2016-02-10T00:00:00Z" } };
    expect((await validate({ all_jobs: true, ...range })).body.recipe_count).toBe(2);
  });

  it("counts the input files of the recipes that it would match, one that several of them have once", async () => {
    const { prisma } = database();
    const recipes = await prisma.recipe.findMany({ where: { recipeTypeId: recipeType.id }, orderBy: { created: "asc" } });
    const [one, other] = await Promise.all(
      ["one", "other"].map((fileName) => prisma.scaleFile.create({ data: { fileName, mediaType: "image/tiff" } })),
    );
    const [first, second, third] = recipes.map(({ id }) => id) as [number, number, number];
    const pairs = [
      { recipeId: first, scaleFileId: one?.id as bigint },
      { recipeId: second, scaleFileId: one?.id as bigint },
      { recipeId: second, scaleFileId: other?.id as bigint },
      { recipeId: third, scaleFileId: one?.id as bigint },
    ];
    await prisma.recipeFile.createMany({ data: pairs });
    expect((await validate({ all_jobs: true })).body).toMatchObject({ recipe_count: 3, file_count: 5 });
    const range = { started: "2016-01-01T00:00:00Z", ended: recipes[0]?.created.toISOString() };
    expect((await validate({ all_jobs: true, date_range: range })).body).toMatchObject({ recipe_count: 1, file_count: 2 });
  });

  it("takes a title, a description, and the recipe type's id as a string", async () => {
    const more = { title: "My Batch", description: "My batch of recipes", recipe_type_id: String(recipeType.id) };
    expect((await validate({ all_jobs: true }, more)).body.recipe_count).toBe(3);
  });

  it("warns of what is odd, each with an id and details", async () => {
    const { status, body } = await validate({});
    expect(status).toBe(200);
    const details =
      "The batch matches no recipe: all 3 recipes that it could match are of the current revision, 1, and no job is to run again";
    expect(body).toStrictEqual({ recipe_count: 0, file_count: 0, warnings: [{ id: "NO_RECIPES", details }] });
    expect(await warnings({ job_names: ["parse", "nothing"] })).toEqual(["UNKNOWN_JOB_NAME"]);
    expect(await warnings({ job_names: ["parse"], all_jobs: true })).toEqual(["JOB_NAMES_IGNORED"]);
    expect(await warnings({ all_jobs: true, date_range: { started: "2100-01-01T00:00:00Z" } })).toEqual([
      "DATE_RANGE_IN_FUTURE",
      "NO_RECIPES",
    ]);
  });

  it.each(["/v4", "/api/v4"])("is served under %s", async (prefix) => {
    const { status } = await post(app(), `${prefix}/batches/validation/`, { recipe_type_id: recipeType.id, definition: {} });
    expect(status).toBe(200);
  });

  it.each([
    [{ recipe_type_id: undefined }, "recipe_type_id: is required"],
    [{ recipe_type_id: "abc" }, "recipe_type_id: must be an integer"],
    [{ recipe_type_id: 999_999 }, "recipe_type_id: names no recipe type"],
    [{ title: "x".repeat(51) }, "title: must be at most 50 characters"],
    [{ title: true }, "title: must be a string or null"],
    [{ definition: undefined }, "definition: is required"],
    [{ definition: { foo: 1 } }, "definition.foo: is not a key of a batch definition"],
    [{ definition: { date_range: { started: "2016-01-10" } } }, "definition.date_range.started: must be an ISO-8601"],
  ])("refuses %j, as creation does", async (wrong, detail) => {
    const { status, body } = await validate({}, wrong);
    expect(status).toBe(400);
    expect(body).toEqual({ detail: expect.stringContaining(detail) });
  });

  it("matches recipes of older revisions where no job is named", async () => {
    await revise(database(), recipeType, "parse publish<parse archive<publish");
    expect((await validate({})).body).toEqual({ recipe_count: 3, file_count: 5, warnings: [] });
  });
});
