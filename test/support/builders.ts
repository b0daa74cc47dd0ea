import type { Db } from "../../src/db/database.js";
import type { RecipeType } from "../../src/db/generated/client.js";
import { anonymous } from "../../src/domain/actor.js";
import type { BatchInput } from "../../src/domain/batch/checkBatch.js";
import { createBatch } from "../../src/domain/batch/createBatch.js";
import { loadRecipeType } from "../../src/domain/recipe/loadRecipeType.js";
import { makeRecipes } from "../../src/domain/recipe/makeRecipes.js";
import { type DefinitionJson, definition, input, job } from "./graphs.js";

/** What is of interest about a recipe type; the rest has defaults. */
export interface RecipeTypeSketch {
  readonly name?: string;
  readonly version?: string;
  readonly title?: string | null;
  readonly description?: string | null;
  readonly isActive?: boolean;
  readonly definition?: DefinitionJson;
  /** The name of the INGEST rule that makes its recipes. */
  readonly triggerRule?: string;
}

/** Two jobs, "parse" and after it "publish", over one file. */
export const smallDefinition = definition(
  [job("parse", { inputs: { infile: "scene" } }), job("publish", { parents: { parse: { infile: "outfile" } } })],
  [input("scene")],
);

/**
 * Creates a recipe type, and the job types that its definition uses. One that has the name and version already gets what is
 * new; a new definition makes a new revision of it.
 */
export async function createRecipeType(db: Db, sketch: RecipeTypeSketch = {}): Promise<RecipeType> {
  const { name = "scene", version = "1.0", title = "Scene", description = "Processes a scene", isActive = true, triggerRule } = sketch;
  const { definition = smallDefinition } = sketch;
  const { recipeType } = await loadRecipeType(db, {
    name,
    version,
    title,
    description,
    is_active: isActive,
    definition,
    trigger_rule: triggerRule === undefined ? null : { type: "INGEST", name: triggerRule, is_active: true, configuration: { of: name } },
    job_types: [...new Map(definition.jobs.map(({ job_type }) => [`${job_type.name} ${job_type.version}`, job_type])).values()].map(
      (jobType) => ({ ...jobType, job_type_interface: { version: "1.0", input_data: [], output_data: [] } }),
    ),
  });
  return db.prisma.recipeType.findUniqueOrThrow({ where: { id: recipeType.id } });
}

/** Creates recipes of a recipe type's current revision, whose jobs are COMPLETED, spread evenly over a range of time. */
export async function createRecipes(
  db: Db,
  recipeType: Pick<RecipeType, "id">,
  count: number,
  { from = "2016-01-01T00:00:00.000000Z", to = "2016-02-01T00:00:00.000000Z" } = {},
): Promise<void> {
  await makeRecipes(db, { recipeTypeId: recipeType.id, count, from, to });
}

/** Creates a batch as either door does. @returns its id */
export async function createTestBatch(
  db: Db,
  recipeType: Pick<RecipeType, "id">,
  { title = null, description = null, definition = { all_jobs: true } }: Partial<Omit<BatchInput, "recipeTypeId">> = {},
  actor = anonymous,
): Promise<number> {
  return (await createBatch(db, actor, { recipeTypeId: recipeType.id, title, description, definition })).id;
}
