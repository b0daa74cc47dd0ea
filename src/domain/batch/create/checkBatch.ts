import type { Db } from "../../../db/database.js";
import { maxProblems, type Problem } from "../../errors.js";
import { findRecipeTypeRowsById, type RecipeTypeRow } from "../../recipe/findRecipeTypes.js";
import { isId, storableJson } from "../../storable.js";
import { checkText, isLonger, maxDescription, maxTitle } from "../../textLimits.js";
import { type BatchDefinition, type DateRange, readBatchDefinition } from "../batchDefinition.js";
import { type BatchLimits, type BatchLimitsInput, checkLimits } from "../batchLimits.js";
import { type BatchSelection, wholeSelection } from "../batchSelection.js";
import { checkSelection, type SelectionInput } from "./checkSelection.js";

/** What a caller asks for. Both doors translate to this; nothing in it has been checked. */
export interface BatchInput {
  /** Null where what the caller sent can't be an id. */
  readonly recipeTypeId: number | null | undefined;
  readonly title: string | null;
  readonly description: string | null;
  readonly definition: unknown;
  readonly limits?: BatchLimitsInput | undefined;
  readonly selection?: SelectionInput | undefined;
}

/** A batch that may be created. */
export interface CheckedBatch {
  readonly recipeType: RecipeTypeRow;
  readonly title: string | null;
  readonly description: string | null;
  readonly definition: BatchDefinition;
  readonly dateRange: DateRange | null;
  readonly limits: BatchLimits;
  readonly selection: BatchSelection;
}

/**
 * Checks the rules for a new batch. Validation returns the problems, and creation refuses the batch because of them.
 * @returns the checked batch, or the problems that were found
 */
export async function checkBatch(
  db: Db,
  input: BatchInput,
): Promise<{ batch: CheckedBatch; problems: readonly [] } | { batch: null; problems: readonly Problem[] }> {
  const { title, description, limits = {} } = input;
  const { definition, dateRange, problems: definitionProblems } = readBatchDefinition(input.definition);
  const [recipeType] = isId(input.recipeTypeId) ? await findRecipeTypeRowsById(db, [input.recipeTypeId]) : [];
  const problems = [
    ...checkTexts({ title, description }),
    ...definitionProblems,
    ...storableJson(definition?.job_names, ["definition", "jobNames"]),
    ...checkLimits(limits),
  ];
  if (input.recipeTypeId === undefined) problems.unshift({ code: "REQUIRED", path: ["recipeTypeId"], message: "is required" });
  else if (!recipeType) problems.unshift({ code: "NOT_FOUND", path: ["recipeTypeId"], message: "names no recipe type" });
  const selected = recipeType && input.selection ? await checkSelection(db, recipeType.id, input.selection) : null;
  if (selected) problems.push(...selected.problems);
  if (!recipeType || !definition || problems.length > 0) return { batch: null, problems: problems.slice(0, maxProblems) };
  const { maxRunningJobs = null, stopAfterFailedJobs = null } = limits;
  const batch = { recipeType, title, description, definition, dateRange, limits: { maxRunningJobs, stopAfterFailedJobs } };
  return { batch: { ...batch, selection: selected?.selection ?? wholeSelection }, problems: [] };
}

/** The recipes of all revisions. */
export const countOf = (matches: readonly { readonly count: number }[]): number => matches.reduce((sum, { count }) => sum + count, 0);

export const tooManyRecipes = (count: number, max: number): Problem[] =>
  count > max
    ? [{ code: "TOO_LARGE", path: ["definition"], message: `matches ${count} recipes, and a batch may have at most ${max}` }]
    : [];

/** Checks the title and the description of a new or a changed batch. A text that is undefined is not checked. */
export function checkTexts({ title, description }: { title?: string | null; description?: string | null }): Problem[] {
  const titleProblems: Problem[] =
    title && isLonger(title, maxTitle)
      ? [{ code: "INVALID", path: ["title"], message: `must be at most ${maxTitle} characters` }]
      : storableJson(title, ["title"]);
  return [...titleProblems, ...checkText(["description"], description, maxDescription)];
}
