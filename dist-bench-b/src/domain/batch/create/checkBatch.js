import { maxProblems } from "../../errors.js";
import { isId, storableJson } from "../../storable.js";
import { checkText, isLonger, maxDescription, maxTitle } from "../../textLimits.js";
import { readBatchDefinition } from "../batchDefinition.js";
import { checkLimits } from "../batchLimits.js";
import { wholeSelection } from "../batchSelection.js";
import { checkSelection } from "./checkSelection.js";
/**
 * Checks the rules for a new batch. Validation returns the problems, and creation refuses the batch because of them.
 * @returns the checked batch, or the problems that were found
 */
export async function checkBatch(db, input) {
    const { title, description, limits = {} } = input;
    const { definition, dateRange, problems: definitionProblems } = readBatchDefinition(input.definition);
    const recipeType = isId(input.recipeTypeId) ? await db.prisma.recipeType.findUnique({ where: { id: input.recipeTypeId } }) : null;
    const problems = [
        ...checkTexts({ title, description }),
        ...definitionProblems,
        ...storableJson(definition?.job_names, ["definition", "jobNames"]),
        ...checkLimits(limits),
    ];
    if (input.recipeTypeId === undefined)
        problems.unshift({ code: "REQUIRED", path: ["recipeTypeId"], message: "is required" });
    else if (!recipeType)
        problems.unshift({ code: "NOT_FOUND", path: ["recipeTypeId"], message: "names no recipe type" });
    const selected = recipeType && input.selection ? await checkSelection(db, recipeType.id, input.selection) : null;
    if (selected)
        problems.push(...selected.problems);
    if (!recipeType || !definition || problems.length > 0)
        return { batch: null, problems: problems.slice(0, maxProblems) };
    const { maxRunningJobs = null, stopAfterFailedJobs = null } = limits;
    const batch = { recipeType, title, description, definition, dateRange, limits: { maxRunningJobs, stopAfterFailedJobs } };
    return { batch: { ...batch, selection: selected?.selection ?? wholeSelection }, problems: [] };
}
/** The recipes of all revisions. */
export const countOf = (matches) => matches.reduce((sum, { count }) => sum + count, 0);
export const tooManyRecipes = (count, max) => count > max
    ? [{ code: "TOO_LARGE", path: ["definition"], message: `matches ${count} recipes, and a batch may have at most ${max}` }]
    : [];
/** Checks the title and the description of a new or a changed batch. A text that is undefined is not checked. */
export function checkTexts({ title, description }) {
    const titleProblems = title && isLonger(title, maxTitle)
        ? [{ code: "INVALID", path: ["title"], message: `must be at most ${maxTitle} characters` }]
        : storableJson(title, ["title"]);
    return [...titleProblems, ...checkText(["description"], description, maxDescription)];
}
