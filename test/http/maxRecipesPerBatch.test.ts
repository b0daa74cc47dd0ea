import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildApp } from "../../src/http/buildApp.js";
import { post } from "../support/app.js";
import { makeManyRecipes, makeType, revise, runBatch } from "../support/catalogue.js";
import { useDatabase } from "../support/database.js";

const database = useDatabase();
let app: FastifyInstance;
let fitting: number;
let large: number;
beforeAll(async () => {
  const make = async (recipes: number) => {
    const type = await makeType(database(), "parse");
    await makeManyRecipes(database(), type, recipes);
    return type.id;
  };
  fitting = await make(3);
  large = await make(4);
  app = await buildApp({ database: database(), config: { trustedProxies: [], maxRecipesPerBatch: 3 } });
});
afterAll(() => app.close());

const input = (recipe_type_id: number) => ({ recipe_type_id, definition: { all_jobs: true } });
const graphql = async (recipeTypeId: number, field: string, selection: string, more = "") => {
  const query = `mutation { ${field}(input: { recipeTypeId: "${recipeTypeId}", definition: { allJobs: true } }${more}) { ${selection} errors { code path message } } }`;
  const { body } = await post(app, "/graphql", { query });
  return body.data[field];
};
const message = "matches 4 recipes, and a batch may have at most 3";
const errors = [{ code: "TOO_LARGE", path: ["definition"], message }];
const rows = () => Promise.all([database().prisma.batch.count(), database().prisma.job.count(), database().prisma.triggerEvent.count()]);

describe("A batch that would match more recipes than it may", () => {
  it("is refused at both doors, and leaves nothing behind", async () => {
    const before = await rows();
    expect(await post(app, "/batches/", input(large))).toMatchObject({ status: 400, body: { detail: `definition: ${message}` } });
    expect(await graphql(large, "createBatch", "batch { id }")).toEqual({ batch: null, errors });
    expect(await rows()).toEqual(before);
  });

  it("is found by validation, which still shows what it would do, and gives no token to create it by", async () => {
    expect(await post(app, "/batches/validation/", input(large))).toMatchObject({
      status: 400,
      body: { detail: `definition: ${message}` },
    });
    const shown = await graphql(large, "validateBatch", "valid recipeCount planToken");
    expect(shown).toEqual({ valid: false, recipeCount: 4, planToken: null, errors });
  });

  it("is let in as soon as it is no larger, with a token and without", async () => {
    expect((await post(app, "/batches/validation/", input(fitting))).status).toBe(200);
    const { planToken } = await graphql(fitting, "validateBatch", "planToken");
    const created = await graphql(fitting, "createBatch", "batch { databaseId }", `, planToken: "${planToken}"`);
    expect(created).toMatchObject({ batch: { databaseId: expect.any(Number) }, errors: [] });
    expect((await post(app, "/batches/", input(fitting))).status).toBe(201);
  });

  it("is refused as a retry, too", async () => {
    const type = await makeType(database(), "parse");
    await makeManyRecipes(database(), type, 4);
    // Recipes of the first revision lack an input that the second wants, so all of them fail.
    await revise(database(), type, "parse", { inputs: "scene:file mask:file" });
    const id = await runBatch(database(), type);
    const { body } = await post(app, "/graphql", {
      query: `mutation { retryBatch(id: "${id}") { batch { id } errors { code path message } } }`,
    });
    expect(body.data.retryBatch).toEqual({ batch: null, errors });
  });
});
