import type { Db } from "../../db/database.js";
import { analyzeRecipes } from "../../db/sql/catalogue/analyzeRecipes.js";
import { type InputRow, insertRecipes, type NodeRow } from "../../db/sql/catalogue/insertRecipes.js";
import type { Instant } from "../time.js";
import { currentRevisionId } from "./currentRevisionId.js";
import type { RecipeGraph } from "./graph.js";
import { readRecipeDefinition } from "./recipeDefinition.js";

/**
 * About how many rows a chunk writes. A chunk is one transaction, and takes under a second. Between chunks, progress is shown and Ctrl-C is
 * heeded.
 */
const rowsOfChunk = 40_000;
/** From this many recipes on, PostgreSQL's statistics of the tables are renewed, so that it plans for what is there. */
const analyzeFrom = 1000;

/** The recipes to make. */
export interface RecipeOrder {
  readonly recipeTypeId: number;
  readonly count: number;
  /** Their `created` is spread evenly over this range. */
  readonly from: Instant;
  readonly to: Instant;
}

/** How to follow the making of many recipes, and how to end it early. */
export interface MakingOptions {
  /** Is called after each chunk with how many recipes have been made. */
  readonly onProgress?: (recipes: number) => void;
  /** When it is aborted, the chunk in hand is finished and stays. */
  readonly signal?: AbortSignal;
}

export interface MadeRecipes {
  readonly recipes: number;
  readonly jobs: number;
}

/**
 * Makes recipes of a recipe type's current revision, each with its own input files and trigger event, and all of their jobs
 * COMPLETED: what a catalogue's users would have after some time of operation.
 */
export async function makeRecipes(db: Db, order: RecipeOrder, { onProgress, signal }: MakingOptions = {}): Promise<MadeRecipes> {
  const { count, from, to } = order;
  const recipeType = await db.prisma.recipeType.findUniqueOrThrow({ where: { id: order.recipeTypeId } });
  const revisionId = await currentRevisionId(db, recipeType);
  const { graph } = readRecipeDefinition(recipeType.definition);
  if (!graph) throw new Error(`The definition of recipe type ${recipeType.id} is not valid`);
  const [nodes, inputs] = [nodeRows(graph), inputRows(graph, recipeType.definition)];
  const rowsOfRecipe = 2 + 2 * nodes.length + 2 * inputs.reduce((sum, { files }) => sum + files, 0);
  const chunk = Math.max(1, Math.floor(rowsOfChunk / rowsOfRecipe));
  const plan = [revisionId, JSON.stringify(nodes), JSON.stringify(inputs), from, to, count];
  let made: MadeRecipes = { recipes: 0, jobs: 0 };
  while (made.recipes < count && !signal?.aborted) {
    const size = Math.min(chunk, count - made.recipes);
    const [added] = await db.query<MadeRecipes>(insertRecipes, [...plan, made.recipes, size]);
    made = { recipes: made.recipes + size, jobs: made.jobs + (added?.jobs ?? 0) };
    onProgress?.(made.recipes);
  }
  if (made.recipes >= analyzeFrom) await db.query(analyzeRecipes);
  return made;
}

function nodeRows({ nodes }: RecipeGraph): NodeRow[] {
  const depths = new Map<string, number>();
  return [...nodes.values()].map(({ name, jobType, parents }) => {
    const depth = Math.max(0, ...parents.map((parent) => (depths.get(parent.name) ?? 0) + 1));
    depths.set(name, depth);
    return { name, type_name: jobType.name, type_version: jobType.version, depth };
  });
}

/** Every file input gets one file, or two if it takes several. A property gets a value only if it is required. */
function inputRows({ inputs }: RecipeGraph, definition: unknown): InputRow[] {
  const filesOf = { property: 0, file: 1, files: 2 };
  return [...inputs.values()]
    .filter(({ type, required }) => type !== "property" || required)
    .map(({ name, type }, position) => {
      const mediaType = mediaTypeOf(definition, name);
      const extension = `.${/\/([\w.+-]{1,20})$/.exec(mediaType)?.[1] ?? "dat"}`;
      return { position, name, type, files: filesOf[type], media_type: mediaType, extension };
    });
}

/**
 * The media type of an input's files. The graph leaves out which ones an input accepts, so they are read from the definition, where nothing
 * has checked them.
 */
function mediaTypeOf(definition: unknown, inputName: string): string {
  const { input_data: inputs } = definition as { input_data: readonly { name: string; media_types?: unknown }[] };
  const accepted = inputs.find(({ name }) => name === inputName)?.media_types;
  const [first] = Array.isArray(accepted) ? (accepted as unknown[]) : [];
  return typeof first === "string" && first !== "" && [...first].length <= 250 ? first : "application/octet-stream";
}
