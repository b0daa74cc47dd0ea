import type { Db } from "../../db/database.js";
import { analyzeRecipes } from "../../db/sql/catalogue/analyzeRecipes.js";
import { type InputRow, insertRecipes, type NodeRow, type OutputRow } from "../../db/sql/catalogue/insertRecipes.js";
import type { JobType } from "../job/findJobs.js";
import type { Instant } from "../time.js";
import { findJobTypesOf } from "./findJobTypesOf.js";
import { currentRevisionId } from "./findRecipeTypeRevisions.js";
import type { RecipeGraph } from "./graph.js";
import { readRecipeDefinition } from "./recipeDefinition.js";

/**
 * About how many rows a chunk writes. A chunk is one transaction, and takes under a second. Between chunks, progress is shown and Ctrl-C is
 * heeded.
 */
const rowsOfChunk = 40_000;
/** From this many recipes on, PostgreSQL's statistics of the tables are renewed, so that it plans for what is there. */
const analyzeFrom = 1000;

export interface RecipeOrder {
  readonly recipeTypeId: number;
  readonly count: number;
  /** Their `created` is spread evenly over this range. */
  readonly from: Instant;
  readonly to: Instant;
  /** The URI of the folder in which the files are, ending in a slash. Without it, files have no URIs: there are only their rows. */
  readonly filesUri?: string;
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
 * COMPLETED, with an output file for each that their interfaces name: what a catalogue's users would have after some time of operation.
 */
export async function makeRecipes(db: Db, order: RecipeOrder, { onProgress, signal }: MakingOptions = {}): Promise<MadeRecipes> {
  const { count, from, to, filesUri = null } = order;
  const recipeType = await db.prisma.recipeType.findUniqueOrThrow({ where: { id: order.recipeTypeId } });
  const revisionId = await currentRevisionId(db, recipeType);
  const { graph } = readRecipeDefinition(recipeType.definition);
  if (!graph) throw new Error(`The definition of recipe type ${recipeType.id} is not valid`);
  const [nodes, inputs] = [nodeRows(graph), inputRows(graph, recipeType.definition)];
  const outputs = (await findJobTypesOf(db, recipeType.definition)).flatMap(outputRows);
  const rowsOfRecipe = 2 + 2 * nodes.length + outputs.length + 2 * inputs.reduce((sum, { files }) => sum + files, 0);
  const chunk = Math.max(1, Math.floor(rowsOfChunk / rowsOfRecipe));
  const plan = [revisionId, JSON.stringify(nodes), JSON.stringify(inputs), from, to, count];
  const products = [JSON.stringify(outputs), filesUri];
  let made: MadeRecipes = { recipes: 0, jobs: 0 };
  while (made.recipes < count && !signal?.aborted) {
    const size = Math.min(chunk, count - made.recipes);
    const [added] = await db.query<MadeRecipes>(insertRecipes, [...plan, made.recipes, size, ...products]);
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
    .map(({ name, type }, position) => ({ position, name, type, files: filesOf[type], ...kindOfFile(acceptedBy(definition, name)) }));
}

/** The graph leaves out which media types an input accepts, so they are read from the definition, where nothing has checked them. */
function acceptedBy(definition: unknown, inputName: string): unknown {
  const { input_data: inputs } = definition as { input_data: readonly { name: string; media_types?: unknown }[] };
  const accepted = inputs.find(({ name }) => name === inputName)?.media_types;
  return Array.isArray(accepted) ? (accepted as unknown[])[0] : null;
}

/** Every output that takes files gets one. Nothing has checked an interface: what has no name or another type is left out. */
function outputRows({ name: type_name, version: type_version, interface: document }: JobType): OutputRow[] {
  const outputs = (document as { output_data?: unknown } | null)?.output_data;
  return (Array.isArray(outputs) ? (outputs as unknown[]) : []).flatMap((output, position) => {
    const { name, type, media_type } = (output ?? {}) as Record<string, unknown>;
    if (typeof name !== "string" || (type !== "property" && type !== "file" && type !== "files")) return [];
    return [{ type_name, type_version, position, name, type, ...kindOfFile(media_type) }];
  });
}

/** A media type that can be stored, and the end of its files' names. */
function kindOfFile(mediaType: unknown): { media_type: string; extension: string } {
  const isStorable = typeof mediaType === "string" && mediaType !== "" && [...mediaType].length <= 250;
  const media_type = isStorable ? mediaType : "application/octet-stream";
  return { media_type, extension: `.${/\/([\w.+-]{1,20})$/.exec(media_type)?.[1] ?? "dat"}` };
}
