import { beforeAll, describe, expect, it } from "vitest";
import { makeRecipe, makeType, revise, runBatch } from "../support/catalogue.js";
import { useDatabase } from "../support/database.js";
import { graphql } from "../support/generated/index.js";
import { globalId, useGraphql } from "../support/graphql.js";

const database = useDatabase();
const { query } = useGraphql(database);

const recipeById = graphql(`
  query RecipeById($id: ID!) {
    recipe(id: $id) {
      id databaseId revisionNum isSuperseded created completed superseded lastModified
      recipeType { databaseId revisionNum }
      event { type description }
      rootSupersededRecipe { databaseId }
      supersededRecipe { databaseId }
      supersededByRecipe { databaseId }
      jobs { jobName isOriginal job { databaseId status } }
    }
  }
`);

/** A recipe, and those that two batches have made of it: three links of a chain, oldest first. */
const chain: number[] = [];
let typeId: number;
beforeAll(async () => {
  const type = await makeType(database(), "parse publish<parse");
  typeId = type.id;
  chain.push(await makeRecipe(database(), type, { created: "2016-01-01T12:30:00.25Z" }));
  await revise(database(), type, "parse publish@2<parse");
  for (const definition of [{}, { job_names: ["publish"] }]) {
    await runBatch(database(), type, definition);
    const { id } = await database().prisma.recipe.findFirstOrThrow({ where: { supersededRecipeId: chain.at(-1) as number } });
    chain.push(id);
  }
});

const read = async (id: number) => (await query(recipeById, { id })).recipe;
const link = (position: number) => ({ databaseId: chain[position] });

describe("A recipe", () => {
  it("that is the first of a chain is superseded by the next, and supersedes none", async () => {
    expect(await read(chain[0] as number)).toMatchObject({
      id: globalId("Recipe", chain[0] as number),
      ...link(0),
      revisionNum: 1,
      recipeType: { databaseId: typeId, revisionNum: 2 },
      isSuperseded: true,
      created: "2016-01-01T12:30:00.250Z",
      completed: expect.any(String),
      superseded: expect.any(String),
      rootSupersededRecipe: null,
      supersededRecipe: null,
      supersededByRecipe: link(1),
    });
  });

  it("in the middle of a chain names the first, the one before and the one behind", async () => {
    expect(await read(chain[1] as number)).toMatchObject({
      revisionNum: 2,
      isSuperseded: true,
      event: { type: "USER", description: { user: "ada" } },
      rootSupersededRecipe: link(0),
      supersededRecipe: link(0),
      supersededByRecipe: link(2),
    });
  });

  it("at the end of a chain names the first and the one before", async () => {
    expect(await read(chain[2] as number)).toMatchObject({
      isSuperseded: false,
      completed: null,
      superseded: null,
      rootSupersededRecipe: link(0),
      supersededRecipe: link(1),
      supersededByRecipe: null,
    });
  });

  it("has its jobs by name: those made for it, and those that it keeps", async () => {
    const [first, second] = [await read(chain[0] as number), await read(chain[1] as number)];
    const jobs = (recipe: typeof first) => Object.fromEntries((recipe?.jobs ?? []).map(({ jobName, ...job }) => [jobName, job]));
    expect(Object.keys(jobs(second)).sort()).toEqual(["parse", "publish"]);
    expect(jobs(first).parse).toMatchObject({ isOriginal: true, job: { status: "COMPLETED" } });
    expect(jobs(second).parse).toEqual({ ...jobs(first).parse, isOriginal: false });
    expect(jobs(second).publish).toMatchObject({ isOriginal: true });
    expect(jobs(second).publish?.job.databaseId).not.toBe(jobs(first).publish?.job.databaseId);
  });

  it("is found by global id and integer id, and is null where there is none", async () => {
    const id = chain[0] as number;
    const found = { recipe: expect.objectContaining({ databaseId: id }) };
    expect(await query(recipeById, { id: globalId("Recipe", id) })).toEqual(found);
    expect(await query(recipeById, { id: String(id) })).toEqual(found);
    expect(await query(recipeById, { id: 999_999 })).toEqual({ recipe: null });
    expect(await query(recipeById, { id: globalId("Job", id) })).toEqual({ recipe: null });
  });
});
