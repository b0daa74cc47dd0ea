import { pathToFileURL } from "node:url";
import type { Db } from "../db/database.js";
import type { Loaded } from "../domain/loaded.js";
import { loadRecipeType } from "../domain/recipe/loadRecipeType.js";
import { makeRecipes } from "../domain/recipe/makeRecipes.js";
import { describeLoaded } from "./describeLoaded.js";
import { print } from "./print.js";
import { sampleCatalogue } from "./sampleCatalogue.js";
import { sampleScript } from "./sampleFiles.js";

/** Recipes of each of the sample's two revisions: the second one came in late in the year. */
const fillings = [
  { count: 190, from: "2016-01-01T00:00:00.000000Z", to: "2016-12-15T00:00:00.000000Z" },
  { count: 10, from: "2016-12-15T00:00:00.000000Z", to: "2017-01-01T00:00:00.000000Z" },
] as const;

/**
 * Loads the sample into a database that does not have it, in one transaction, and says what it did.
 * @param folder gets the files of the recipes: 1,400 small ones
 */
export async function loadSample(db: Db, folder: string): Promise<void> {
  const [{ name, version }] = sampleCatalogue;
  const stored = await db.prisma.recipeType.findUnique({ where: { name_version: { name, version } } });
  if (stored) {
    print(`The sample is already loaded: recipe type ${name} ${version}, revision ${stored.revisionNum}. Nothing was changed.`);
    return;
  }
  const filesUri = `${pathToFileURL(folder)}/`;
  const lines = await db.transaction(async (tx) => {
    const said: string[] = [];
    for (const [i, document] of sampleCatalogue.entries()) {
      const { recipeType, all } = await loadRecipeType(tx, document);
      const made = await makeRecipes(tx, { recipeTypeId: recipeType.id, ...fillings[i as 0 | 1], filesUri });
      said.push(
        ...all.filter(isNews).map(describeLoaded),
        `recipe type ${recipeType.name}: made ${made.recipes} recipes with ${made.jobs} jobs`,
      );
    }
    await writeFiles(tx, folder, filesUri);
    return said;
  });
  print(["Sample", ...lines].join("\n  "));
}

async function writeFiles(db: Db, folder: string, filesUri: string): Promise<void> {
  const files = await db.prisma.scaleFile.findMany({ where: { uri: { startsWith: filesUri } }, select: { fileName: true } });
  const scenes = (await import(sampleScript("scenes.mjs").href)) as SceneMaker;
  await scenes.writeFiles(
    folder,
    files.map(({ fileName }) => fileName),
  );
}

interface SceneMaker {
  writeFiles(folder: string, names: readonly string[]): Promise<void>;
}

const isNews = ({ action }: Loaded): boolean => action !== "UNCHANGED";
