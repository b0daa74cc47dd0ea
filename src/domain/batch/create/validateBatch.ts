import type { Db } from "../../../db/database.js";
import { countMatchedFiles, countMatches, findOverlaps } from "../../../db/sql/batch/countMatches.js";
import { maxProblems, type Problem } from "../../errors.js";
import { currentRevisionId } from "../../recipe/findRecipeTypeRevisions.js";
import type { RecipeTypeRow } from "../../recipe/findRecipeTypes.js";
import { type BatchDefinition, forcedJobs, forcesJobs, storedDateRange } from "../batchDefinition.js";
import { storedSelection } from "../batchSelection.js";
import { runningStatuses } from "../batchStatus.js";
import { batchMatch, type MatchingBatch } from "../expand/batchMatch.js";
import { planBatch, type RevisionPlan } from "../expand/planBatch.js";
import { type BatchInput, type CheckedBatch, checkBatch, countOf, tooManyRecipes } from "./checkBatch.js";
import { planToken } from "./planToken.js";

/** Something odd about a batch that may be created all the same. `id` is for programs, `details` for people. */
export interface BatchWarning {
  readonly id: BatchWarningId;
  readonly details: string;
}

type BatchWarningId =
  | "NO_RECIPES"
  | "UNKNOWN_JOB_NAME"
  | "JOB_NAMES_IGNORED"
  | "DATE_RANGE_IN_FUTURE"
  | "CANNOT_REPROCESS"
  | "RECIPE_TYPE_INACTIVE"
  | "RECIPES_LEFT_OUT"
  | "RUNNING_BATCH";

/** What a batch would do. */
export interface BatchPreview {
  readonly problems: readonly Problem[];
  /** How many recipes it would match; null where the input is not valid. */
  readonly recipeCount: number | null;
  /** How many input files these have, each counted once; null where it was not asked for, or the input is not valid. */
  readonly fileCount: number | null;
  readonly warnings: readonly BatchWarning[];
  /** One plan for each revision among the matched recipes, and for each set of failed jobs that run again. */
  readonly plan: readonly (RevisionPlan & { readonly recipeCount: number })[];
  /** What `createBatch` takes to create just what was shown; null where there are problems. */
  readonly planToken: string | null;
}

/**
 * Says what a batch would do, without creating it.
 * @param options.withFiles whether to count the files, too, which reads all of them
 * @param options.maxRecipes the most recipes that it may match; null: any number
 */
export async function validateBatch(
  db: Db,
  input: BatchInput,
  { withFiles = false, maxRecipes = null }: { withFiles?: boolean; maxRecipes?: number | null } = {},
): Promise<BatchPreview> {
  const { batch, problems } = await checkBatch(db, input);
  if (!batch) return { problems, recipeCount: null, fileCount: null, warnings: [], plan: [], planToken: null };
  const { recipeType, definition } = batch;
  const revisionId = await currentRevisionId(db, recipeType);
  const match = batchMatch(revisionId, matchingBatch(batch));
  const matches = await countMatches(db, match);
  const target = { revisionId, isActive: recipeType.isActive, forced: forcedJobs(definition) };
  const plans = await planBatch(db, target, matches);
  const plan = plans.map(({ count, fingerprint, ...revision }) => ({ ...revision, recipeCount: count }));
  const recipeCount = countOf(matches);
  const tooMany = maxRecipes === null ? [] : tooManyRecipes(recipeCount, maxRecipes);
  return {
    problems: tooMany,
    recipeCount,
    fileCount: withFiles ? await countMatchedFiles(db, match) : null,
    warnings: [
      ...oddDefinition(batch),
      ...(await unknownJobNames(db, batch, revisionId, plan)),
      ...oddMatches(recipeType, plan),
      ...(await recipesLeftOut(db, batch, recipeCount)),
      ...(recipeCount === 0 ? [await noRecipes(db, batch, revisionId)] : []),
      ...(await runningBatches(db, recipeType.id, revisionId, match)),
    ],
    plan,
    planToken: tooMany.length > 0 ? null : planToken(batch, matches),
  };
}

const matchingBatch = ({ recipeType, ...batch }: CheckedBatch): MatchingBatch => ({
  ...batch,
  recipeTypeId: recipeType.id,
  retryOfId: null,
});

function oddDefinition({ definition: { job_names, all_jobs, date_range }, dateRange }: CheckedBatch): BatchWarning[] {
  const warnings: BatchWarning[] = [];
  if (all_jobs && job_names && job_names.length > 0) {
    warnings.push({ id: "JOB_NAMES_IGNORED", details: "To name jobs makes no difference where all of them are re-processed" });
  }
  if (dateRange?.started && dateRange.started.first > new Date().toISOString()) {
    warnings.push({ id: "DATE_RANGE_IN_FUTURE", details: `The date range lies wholly in the future: it starts at ${date_range?.started}` });
  }
  return warnings;
}

/**
 * Warns of job names that no matched revision has. If nothing matched, there is no plan to look in. Then the names are looked for among the
 * jobs of the current revision.
 */
async function unknownJobNames(
  db: Db,
  { definition, recipeType }: CheckedBatch,
  revisionId: number,
  plan: readonly RevisionPlan[],
): Promise<BatchWarning[]> {
  const names = definition.job_names ?? [];
  if (names.length === 0 || definition.all_jobs) return [];
  const target = { revisionId, isActive: true, forced: [] };
  const known = plan.length > 0 ? plan : await planBatch(db, target, [{ revisionId, failedJobs: [] }]);
  const jobs = new Set(known.flatMap((revision) => revision.jobs.map((job) => job.name)));
  return [...new Set(names)]
    .filter((name) => !jobs.has(name))
    .slice(0, maxProblems)
    .map((name) => ({
      id: "UNKNOWN_JOB_NAME",
      details: `No matched revision of ${recipeType.name} ${recipeType.version} has a job named "${name}"`,
    }));
}

function oddMatches(recipeType: RecipeTypeRow, plan: BatchPreview["plan"]): BatchWarning[] {
  const warnings: BatchWarning[] = [];
  if (!recipeType.isActive) {
    warnings.push({
      id: "RECIPE_TYPE_INACTIVE",
      details: `The recipe type ${recipeType.name} ${recipeType.version} is not active: every recipe will fail`,
    });
  }
  for (const { failure, revisionNum, recipeCount: count } of plan) {
    if (failure && failure.code !== "RECIPE_TYPE_INACTIVE") {
      const recipes = count === 1 ? "1 recipe" : `${count} recipes`;
      warnings.push({ id: "CANNOT_REPROCESS", details: `${recipes} of revision ${revisionNum} will fail. ${failure.message}` });
    }
  }
  return warnings;
}

/** Warns of recipes that the selection names and that don't match. */
async function recipesLeftOut(db: Db, { selection: { recipeIds } }: CheckedBatch, recipeCount: number): Promise<BatchWarning[]> {
  if (recipeIds === null || recipeIds.length === recipeCount) return [];
  const superseded = await db.prisma.recipe.count({ where: { id: { in: [...recipeIds] }, isSuperseded: true } });
  const leftOut = `${recipeIds.length - recipeCount} of the ${recipeIds.length} recipes that it names`;
  return [{ id: "RECIPES_LEFT_OUT", details: `The batch leaves out ${leftOut}; of these, ${superseded} are superseded` }];
}

/**
 * Warns that nothing matches. If there are recipes in the range, but all are of the current revision, the warning says so: that surprises
 * people most.
 */
async function noRecipes(db: Db, batch: CheckedBatch, revisionId: number): Promise<BatchWarning> {
  const { definition, recipeType } = batch;
  const forced = { ...matchingBatch(batch), definition: { ...definition, all_jobs: true } };
  const current = forcesJobs(definition) ? [] : await countMatches(db, batchMatch(revisionId, forced));
  const count = countOf(current);
  const recipes = count === 1 ? "the 1 recipe" : `all ${count} recipes`;
  const reason = `: ${recipes} that it could match are of the current revision, ${recipeType.revisionNum}, and no job is to run again`;
  return { id: "NO_RECIPES", details: `The batch matches no recipe${count === 0 ? "" : reason}` };
}

/**
 * The most running batches of the recipe type that a new one is compared with, from the latest on. Each comparison can take as long as
 * counting what matches.
 */
const maxRunningBatches = 50;

async function runningBatches(
  db: Db,
  recipeTypeId: number,
  revisionId: number,
  match: ReturnType<typeof batchMatch>,
): Promise<BatchWarning[]> {
  const latest = await db.prisma.batch.findMany({
    where: { recipeTypeId, status: { in: [...runningStatuses] } },
    select: { id: true, status: true, definition: true, selection: true, retryOfId: true },
    orderBy: { id: "desc" },
    take: maxRunningBatches,
  });
  const running = latest.toReversed();
  const others = running.map(({ definition: stored, selection, retryOfId }) => {
    const definition = stored as unknown as BatchDefinition;
    const dateRange = storedDateRange(definition);
    return batchMatch(revisionId, { recipeTypeId, definition, dateRange, selection: storedSelection(selection), retryOfId });
  });
  const overlaps = await findOverlaps(db, match, others);
  return running
    .filter((_batch, i) => overlaps[i])
    .map(({ id, status }) => ({
      id: "RUNNING_BATCH",
      details: `Batch ${id} (${status}) is re-processing some of the same recipes`,
    }));
}
