import { makeRecipes } from "../../../src/domain/recipe/makeRecipes.js";
import { createThreeJobType } from "./recipeTypes.js";
/** Names of the recipe types that are measured with. */
export const bulkTypes = (count) => Array.from({ length: count }, (_, i) => `bulk-${i + 1}`);
/** The recipe type to warm a worker up with. */
export const warmUpType = "warm-up";
const warmUpCount = 3000;
/** Recipes of three COMPLETED jobs and a file each. @param each of how many, of each type */
export const recipes = (types, each) => ({
    name: `recipes_${types}_${each}`,
    fill: async (database) => {
        const range = { from: "2016-01-01T00:00:00.000000Z", to: "2016-12-31T00:00:00.000000Z" };
        const sizes = [[warmUpType, warmUpCount], ...bulkTypes(types).map((name) => [name, each])];
        for (const [name, count] of sizes) {
            await makeRecipes(database, { recipeTypeId: await createThreeJobType(database, name), count, ...range });
        }
    },
});
