import { makeRecipes } from "../../../src/domain/recipe/makeRecipes.js";
import type { Dataset } from "./databases.js";
import { createThreeJobType } from "./recipeTypes.js";

/** The recipe types of the dataset below, by name. */
export const bulkType = "bulk";
export const warmUpType = "warm-up";
export const warmUpCount = 3000;

/** Recipes of three COMPLETED jobs and a file each, and some more of another type to warm a worker up with. */
export const recipes = (count: number): Dataset => ({
  name: `recipes_${count}`,
  fill: async (database) => {
    const range = { from: "2016-01-01T00:00:00.000000Z", to: "2016-12-31T00:00:00.000000Z" };
    for (const [name, size] of [
      [bulkType, count],
      [warmUpType, warmUpCount],
    ] as const) {
      await makeRecipes(database, { recipeTypeId: await createThreeJobType(database, name), count: size, ...range });
    }
  },
});
