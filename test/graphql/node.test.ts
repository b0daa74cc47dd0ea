import { beforeAll, describe, expect, it } from "vitest";
import { makeRecipe, makeType, runBatch } from "../support/catalogue.js";
import { useDatabase } from "../support/database.js";
import { graphql } from "../support/generated/index.js";
import { globalId, useGraphql } from "../support/graphql.js";

const database = useDatabase();
const { query } = useGraphql(database);

const anyNode = graphql(`
  query AnyNode($id: ID!) {
    node(id: $id) {
      __typename
      id
      ... on Batch { databaseId recipeType { name } }
      ... on RecipeType { databaseId name }
      ... on Recipe { databaseId jobs { jobName } }
      ... on Job { databaseId jobType { name } }
      ... on JobType { databaseId name isSystem }
    }
  }
`);
const everyId = graphql(`
  query EveryId($batch: ID!) {
    batch(id: $batch) {
      id
      recipeType { id jobTypes { id } }
      creatorJob { id jobType { id } }
      recipes { nodes { recipe { id } supersededRecipe { id } } }
      jobs { nodes { job { id } supersededJob { id } } }
    }
  }
`);

let batchId: number;
beforeAll(async () => {
  const type = await makeType(database(), "parse", { name: "scene" });
  await makeRecipe(database(), type);
  batchId = await runBatch(database(), type, { all_jobs: true });
});

describe("node", () => {
  it.each(["Batch", "RecipeType", "Recipe", "Job", "JobType"] as const)("gives any %s by the id that the object shows", async (type) => {
    const { batch } = await query(everyId, { batch: batchId });
    const ids = {
      Batch: [batch?.id],
      RecipeType: [batch?.recipeType.id],
      Recipe: batch?.recipes.nodes.flatMap(({ recipe, supersededRecipe }) => [recipe?.id, supersededRecipe?.id]),
      Job: [batch?.creatorJob?.id, ...(batch?.jobs.nodes.flatMap(({ job, supersededJob }) => [job.id, supersededJob?.id]) ?? [])],
      JobType: [batch?.creatorJob?.jobType.id, ...(batch?.recipeType.jobTypes.map(({ id }) => id) ?? [])],
    }[type];
    expect(ids?.length).toBeGreaterThan(0);
    for (const id of ids ?? []) {
      expect((await query(anyNode, { id: id as string })).node).toMatchObject({ __typename: type, id });
    }
  });

  it("gives whole objects", async () => {
    const { node } = await query(anyNode, { id: globalId("Batch", batchId) });
    expect(node).toEqual({ __typename: "Batch", id: globalId("Batch", batchId), databaseId: batchId, recipeType: { name: "scene" } });
  });

  it.each([
    ["an id of nothing", globalId("Batch", 999_999)],
    ["an id of no type", globalId("Banana", 1)],
    ["an id of a type that is no node", globalId("TriggerEvent", 1)],
    ["an integer: it does not say of what", "1"],
    ["an id with more behind it", globalId("Batch:1", 1)],
    ["an id that no integer can hold", Buffer.from("Batch:99999999999").toString("base64url")],
    ["an empty id", ""],
    ["anything else", "💥 no id"],
  ])("is null for %s", async (_what, id) => {
    expect(await query(anyNode, { id })).toEqual({ node: null });
  });
});
