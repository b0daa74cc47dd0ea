import type { Database } from "../../../src/db/database.js";
import { createBatch } from "../../../src/domain/batch/create/createBatch.js";
import { expandBatch } from "../../../src/domain/batch/expand/expandBatch.js";
import { makeRecipes } from "../../../src/domain/recipe/makeRecipes.js";
import type { Dataset } from "./databases.js";
import { createThreeJobType } from "./recipeTypes.js";

const range = { from: "2016-01-01T00:00:00.000000Z", to: "2016-12-31T00:00:00.000000Z" };

/** The batch that comes first, by which servers are warmed up. Its jobs are of types of their own, so that a claim can ask for them alone. */
export const warmUp = { recipes: 10_000, jobTypes: ["warm", "warmer", "hot"] };

/** A batch of so many recipes, each with a chain of three jobs of which the first can run. Before it, one to warm up with. */
export const work = (recipes: number): Dataset => ({
  name: `work_${recipes}`,
  fill: async (database) => {
    await makeBatch(database, await createThreeJobType(database, "warm-up", warmUp.jobTypes), warmUp.recipes);
    await makeBatch(database, await createThreeJobType(database, "chain"), recipes);
  },
});

async function makeBatch(database: Database, recipeTypeId: number, recipes: number): Promise<void> {
  await makeRecipes(database, { recipeTypeId, count: recipes, ...range });
  const definition = { version: "1.0", all_jobs: true };
  const { id } = await createBatch(
    database,
    { name: "bench", role: "OPERATOR" },
    { recipeTypeId, title: null, description: null, definition },
  );
  const pace = { slices: 50, record: () => {}, halve: () => {} };
  await expandBatch(database, { batchId: id, lane: 1, isOver: () => false, pace, checks: "BY_CHUNK" });
}
