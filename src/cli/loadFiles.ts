import path from "node:path";
import { addAbortSignal } from "node:stream";
import type { Db } from "../db/database.js";
import { DomainError } from "../domain/errors.js";
import type { Loaded } from "../domain/loaded.js";
import { loadRecipeType } from "../domain/recipe/loadRecipeType.js";
import { describeLoaded } from "./describeLoaded.js";
import { print, printProblems } from "./print.js";
import { readDocument } from "./readDocument.js";

/** In place of a file: the document is read from standard input. */
const standardInput = "-";

/**
 * Loads recipe type documents, each whole or not at all, and says what it did. A refused file doesn't keep the others from
 * being loaded.
 * @param directory that the files are relative to
 * @returns the loaded recipe types, each once, and how many files were refused
 */
export async function loadFiles(
  db: Db,
  files: readonly string[],
  directory: string,
  signal: AbortSignal,
): Promise<{ recipeTypes: readonly Loaded[]; refused: number }> {
  const recipeTypes = new Map<number, Loaded>();
  let refused = 0;
  for (const file of files) {
    if (signal.aborted) break;
    const isInput = file === standardInput;
    const name = isInput ? "standard input" : file;
    const source = isInput ? addAbortSignal(signal, process.stdin) : path.resolve(directory, file);
    try {
      const { recipeType, all, warnings } = await loadRecipeType(db, await readDocument(source));
      recipeTypes.set(recipeType.id, recipeType);
      print([name, ...all.map(describeLoaded), ...warnings.map((warning) => `warning: ${warning}`)].join("\n  "));
    } catch (error) {
      if (signal.aborted) break;
      if (!(error instanceof DomainError)) throw error;
      refused += 1;
      printProblems(`${name}: refused, nothing of it was loaded`, error.problems);
    }
  }
  return { recipeTypes: [...recipeTypes.values()], refused };
}
