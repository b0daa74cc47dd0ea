import type { Db } from "../../../db/database.js";
import type { RecipeType } from "../../../db/generated/client.js";
import { mostProblems, type Problem } from "../../errors.js";
import { storableJson } from "../../storableJson.js";
import { checkText, isLonger, maxDescription, maxTitle } from "../../textLimits.js";
import { type BatchDefinition, readBatchDefinition } from "../batchDefinition.js";

/** What a caller asks for. Both doors translate to this; nothing in it has been checked. */
export interface BatchInput {
  /** Null where what the caller sent can't be an id. */
  readonly recipeTypeId: number | null | undefined;
  readonly title: string | null;
  readonly description: string | null;
  /** A batch definition document. */
  readonly definition: unknown;
}

/** A batch that may be created. */
export interface CheckedBatch {
  readonly recipeType: RecipeType;
  readonly title: string | null;
  readonly description: string | null;
  readonly definition: BatchDefinition;
}

const maxId = 2_147_483_647;

/**
 * The rules for a new batch: validation returns what it finds, creation refuses it.
 * @returns the checked batch, or the problems that were found
 */
export async function checkBatch(
  db: Db,
  input: BatchInput,
): Promise<{ batch: CheckedBatch; problems: readonly [] } | { batch: null; problems: readonly Problem[] }> {
  const { title, description } = input;
  const { definition, problems: definitionProblems } =
    input.definition === undefined ? { definition: null, problems: [required("definition")] } : readBatchDefinition(input.definition);
  const recipeType = isId(input.recipeTypeId) ? await db.prisma.recipeType.findUnique({ where: { id: input.recipeTypeId } }) : null;
  const problems = [...checkTexts({ title, description }), ...definitionProblems, ...storableJson({ definition })];
  if (input.recipeTypeId === undefined) problems.unshift(required("recipe_type_id"));
  else if (!recipeType) problems.unshift({ code: "NOT_FOUND", path: ["recipe_type_id"], message: "names no recipe type" });
  if (!recipeType || !definition || problems.length > 0) return { batch: null, problems: problems.slice(0, mostProblems) };
  return { batch: { recipeType, title, description, definition }, problems: [] };
}

/** The rules for what a batch is called, a new one's and a changed one's. Nothing is said about a text that is undefined. */
export function checkTexts({ title, description }: { title?: string | null; description?: string | null }): Problem[] {
  const titleProblems: Problem[] =
    title && isLonger(title, maxTitle)
      ? [{ code: "INVALID", path: ["title"], message: `must be at most ${maxTitle} characters` }]
      : storableJson(title, ["title"]);
  return [...titleProblems, ...checkText(["description"], description, maxDescription)];
}

/** The database would round a fraction to some other id, and fail over a number that its ids can't reach. */
const isId = (id: number | null | undefined): id is number => Number.isInteger(id) && (id as number) > 0 && (id as number) <= maxId;

const required = (field: string): Problem => ({ code: "REQUIRED", path: [field], message: "is required" });
