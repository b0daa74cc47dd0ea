import { createBatch } from "../../../src/domain/batch/create/createBatch.js";
import { expandBatch } from "../../../src/domain/batch/expand/expandBatch.js";
import { makeRecipes } from "../../../src/domain/recipe/makeRecipes.js";
import { createThreeJobType } from "./recipeTypes.js";
const range = { from: "2016-01-01T00:00:00.000000Z", to: "2016-12-31T00:00:00.000000Z" };
/** A batch of so many recipes, each with a chain of three jobs of which the first can run. */
export const work = (recipes) => ({
    name: `work_${recipes}`,
    fill: async (database) => {
        const recipeTypeId = await createThreeJobType(database, "chain");
        await makeRecipes(database, { recipeTypeId, count: recipes, ...range });
        const definition = { version: "1.0", all_jobs: true };
        const { id } = await createBatch(database, { name: "bench", role: "OPERATOR" }, { recipeTypeId, title: null, description: null, definition });
        const pace = { slices: 50, record: () => { }, halve: () => { } };
        await expandBatch(database, { batchId: id, lane: 1, isOver: () => false, pace, checks: "BY_CHUNK" });
    },
});
