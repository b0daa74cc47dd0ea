import { SingleBar } from "cli-progress";
import type { Db } from "../db/database.js";
import type { Loaded } from "../domain/loaded.js";
import { makeRecipes } from "../domain/recipe/makeRecipes.js";
import type { LoadOptions } from "./loadOptions.js";
import { formatCount, print } from "./print.js";

/** Makes recipes of each of the recipe types, with a progress bar on a terminal, and says in a line what it made. */
export async function fillRecipeTypes(
  db: Db,
  recipeTypes: readonly Loaded[],
  order: NonNullable<LoadOptions["recipes"]>,
  signal: AbortSignal,
): Promise<void> {
  for (const { id, name } of recipeTypes) {
    if (signal.aborted) return;
    const format = `${name} [{bar}] {value} of {total} recipes, {eta_formatted} left`;
    const bar = new SingleBar({ format, stream: process.stdout, clearOnComplete: true, etaBuffer: 30 });
    const start = performance.now();
    bar.start(order.count, 0);
    try {
      const made = await makeRecipes(db, { recipeTypeId: id, ...order }, { onProgress: (recipes) => bar.update(recipes), signal });
      bar.stop();
      const seconds = ((performance.now() - start) / 1000).toFixed(1);
      const missing = made.recipes < order.count ? ` of ${formatCount(order.count)}` : "";
      print(`recipe type ${name}: made ${formatCount(made.recipes)}${missing} recipes with ${formatCount(made.jobs)} jobs in ${seconds} s`);
    } finally {
      bar.stop();
    }
  }
}
