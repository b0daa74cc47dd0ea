import type { Db } from "../../src/db/database.js";
import type { Actor } from "../../src/domain/actor.js";
import type { BatchInput } from "../../src/domain/batch/create/checkBatch.js";
import { type CreateOptions, createBatch } from "../../src/domain/batch/create/createBatch.js";
import { expandBatch, type Pace } from "../../src/domain/batch/expand/expandBatch.js";
import { failTurn } from "../../src/domain/batch/expand/failTurn.js";
import type { KeyChecks } from "../../src/domain/batch/expand/keyChecks.js";
import type { JobStatus } from "../../src/domain/job/jobStatus.js";
import { loadRecipeType } from "../../src/domain/recipe/loadRecipeType.js";
import { makeRecipes } from "../../src/domain/recipe/makeRecipes.js";
import type { Instant } from "../../src/domain/time.js";

/** A recipe type that a test has loaded. */
export interface TestType {
  readonly id: number;
  readonly name: string;
  /** By default 1. */
  readonly version?: string;
}

export interface TypeOptions {
  /** The name of an existing type, given with its version: the graph becomes the type's next revision. */
  readonly name?: string;
  readonly version?: string;
  readonly title?: string;
  readonly description?: string;
  /** `scene:file note?:property`: names and types; a question mark makes one optional. */
  readonly inputs?: string;
  readonly isActive?: boolean;
  /** The name of the INGEST rule that makes its recipes; by default a new type has none. */
  readonly triggerRule?: string;
  /** Fields of job types that shall differ from the defaults, by the job type's name. */
  readonly jobTypes?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/**
 * A recipe definition from a line such as `parse mask=masker@2<parse merge<parse+mask`: the job "mask" is of job type "masker"
 * version 2 and takes an output of "parse". The type's name is the job's unless given, its version 1. What has no parent is fed
 * by the recipe's first input.
 */
export function definitionOf(graph: string, inputs = "scene:file") {
  const input_data = inputs.split(" ").map((word) => {
    const [name = "", type = "file"] = word.split(":");
    return { name: name.replace("?", ""), type, required: !name.endsWith("?") };
  });
  const jobs = graph.split(" ").map((word) => {
    const [, name = "", type = name, version = "1", parents] = /^([\w-]+)(?:=([\w-]+))?(?:@([\w.]+))?(?:<(.+))?$/.exec(word) ?? [];
    const feed = { recipe_input: input_data[0]?.name, job_input: "in" };
    return {
      name,
      job_type: { name: type, version },
      recipe_inputs: parents ? [] : [feed],
      dependencies: (parents?.split("+") ?? []).map((parent, i) => ({
        name: parent,
        connections: [{ output: "out", input: `in-${i}` }],
      })),
    };
  });
  return { version: "1.0", input_data, jobs };
}

let types = 0;

/** Loads a recipe type with the job types it uses. */
export async function makeType(db: Db, graph: string, options: TypeOptions = {}): Promise<TestType> {
  const { name = `type-${++types}`, version = "1", title, description, inputs, isActive = true, triggerRule, jobTypes = {} } = options;
  const definition = definitionOf(graph, inputs);
  const used = new Map(definition.jobs.map(({ job_type }) => [`${job_type.name} ${job_type.version}`, job_type]));
  const job_types = [...used.values()].map((key) => ({ ...key, job_type_interface: { version: "1.0" }, ...jobTypes[key.name] }));
  const trigger_rule = triggerRule && { type: "INGEST", name: triggerRule, is_active: true, configuration: { of: name } };
  const document = { name, version, title, description, is_active: isActive, definition, job_types, trigger_rule };
  const { recipeType } = await loadRecipeType(db, document);
  return { id: recipeType.id, name, version };
}

/** Loads the next revision of a recipe type. */
export const revise = (db: Db, { name, version = "1" }: TestType, graph: string, options: TypeOptions = {}): Promise<TestType> =>
  makeType(db, graph, { ...options, name, version });

export interface RecipeOptions {
  readonly created?: Instant;
  /** The data times, started and ended, of its input files. */
  readonly files?: readonly (readonly [Instant | null, Instant | null])[];
  /** The statuses of its jobs, by name; the others are COMPLETED. */
  readonly jobs?: Readonly<Record<string, JobStatus>>;
}

/** Makes a recipe of a recipe type's current revision. @returns its id */
export async function makeRecipe(db: Db, type: TestType, { created = "2016-01-01T00:00:00Z", files, jobs = {} }: RecipeOptions = {}) {
  await makeRecipes(db, { recipeTypeId: type.id, count: 1, from: created, to: created });
  const { id } = await db.prisma.recipe.findFirstOrThrow({ where: { recipeTypeId: type.id }, orderBy: { id: "desc" } });
  for (const [jobName, status] of Object.entries(jobs)) {
    await db.prisma.job.updateMany({ where: { recipeJobs: { some: { recipeId: id, jobName } } }, data: { status } });
  }
  if (files) {
    await db.prisma.recipeFile.deleteMany({ where: { recipeId: id } });
    const text = `
      WITH file AS (
        INSERT INTO scale_file (file_name, media_type, data_started, data_ended)
        SELECT 'file', 'image/tiff', s, e FROM unnest($2::timestamptz[], $3::timestamptz[]) AS f (s, e) RETURNING id
      ) INSERT INTO recipe_file (recipe_id, scale_file_id) SELECT $1::int, id FROM file`;
    // As those of an older release, the recipe does not carry its files' times.
    await db.prisma.recipe.update({ where: { id }, data: { sourceStarted: null, sourceEnded: null } });
    await db.query({ text }, [id, files.map(([started]) => started), files.map(([, ended]) => ended)]);
  }
  return id;
}

/** Makes recipes of a recipe type's current revision, spread evenly over a range of time. @returns their ids, in order */
export async function makeManyRecipes(
  db: Db,
  type: TestType,
  count: number,
  { from = "2016-01-01T00:00:00Z", to = "2016-02-01T00:00:00Z" } = {},
): Promise<number[]> {
  await makeRecipes(db, { recipeTypeId: type.id, count, from, to });
  const recipes = await db.prisma.recipe.findMany({ where: { recipeTypeId: type.id }, orderBy: { id: "desc" }, take: count });
  return recipes.map(({ id }) => id).reverse();
}

export const ada: Actor = { name: "ada", role: "OPERATOR" };

/** What a caller sends for a batch over a recipe type. */
export const batchInput = (type: TestType, definition: unknown = {}): BatchInput => ({
  recipeTypeId: type.id,
  title: null,
  description: null,
  definition,
});

/** Creates a batch. @returns its id */
export async function submit(
  db: Db,
  type: TestType,
  definition: unknown = {},
  { title = null, description = null, ...options }: CreateOptions & Partial<Pick<BatchInput, "title" | "description">> = {},
): Promise<number> {
  return (await createBatch(db, ada, { ...batchInput(type, definition), title, description }, options)).id;
}

/** A slice at a time. A chunk that fails is not made smaller: its error is thrown. */
const pace: Pace = {
  slices: 1,
  record: () => {},
  halve: ({ cause }) => {
    throw cause;
  },
};

/** As by default. Where the role may not do that, each chunk is done again with its foreign keys checked row by row. */
const checks: KeyChecks = "BY_CHUNK";

/** Begins a batch, without taking any of its recipes in hand. */
export const begin = (db: Db, batchId: number): Promise<void> => expandBatch(db, { batchId, lane: 1, isOver: () => true, pace, checks });

/** Takes one turn at a batch, which lasts until nothing is left. */
export const expand = (db: Db, batchId: number, lane = 1): Promise<void> =>
  expandBatch(db, { batchId, lane, isOver: () => false, pace, checks });

/** Takes a turn of one chunk. */
export function expandOneChunk(db: Db, batchId: number): Promise<void> {
  let chunks = 0;
  return expandBatch(db, { batchId, lane: 1, isOver: () => chunks++ > 0, pace, checks });
}

/** Creates a batch and expands it to its end. @returns its id */
export async function runBatch(db: Db, type: TestType, definition: unknown = {}): Promise<number> {
  const id = await submit(db, type, definition);
  await expand(db, id);
  return id;
}

/** Lets the turns of a batch's creator fail until the creator gives the batch up. */
export async function failBatch(db: Db, batchId: number): Promise<void> {
  while ((await failTurn(db, { batchId, lane: 1 }, new Error("broken"))) > 0);
}
