import type { Parameters } from "../parameters.js";
import { sourceTimes } from "../sourceTimes.js";

/** Which recipes a batch matches, as conditions. All of them must hold, but for those that a retry replaces. */
export interface Match {
  readonly recipeTypeId: number;
  /** The current revision, whose recipes are left out, unless failed jobs of theirs run again. Null: no revision is left out. */
  readonly exceptRevisionId: number | null;
  /** Inclusive bounds, ISO-8601 with a zone. */
  readonly dateRange: { readonly type: "created" | "data"; readonly started?: string; readonly ended?: string } | null;
  /** Only these recipes. Null: all. */
  readonly recipeIds: readonly number[] | null;
  /** Only the recipes at which this batch failed, and those that it made and that have FAILED jobs. Null: all. */
  readonly failedInBatchId: number | null;
  /**
   * The batch that is retried. Only the recipes match that it failed to re-process or never came to, whatever has become of them, and those
   * that it made and that have FAILED jobs. The other conditions do not apply. Null: the batch is no retry.
   */
  readonly retriedBatchId: number | null;
}

/** Matched recipes, as parts of a statement about `recipe r`. */
export interface MatchedRecipes {
  /** FROM and WHERE. */
  readonly from: string;
  /** The names of the failed jobs that run again, an expression of type text[]. Null: none runs again, whatever the recipe. */
  readonly failedJobs: string | null;
}

export function matchedRecipes(match: Match, parameters: Parameters): MatchedRecipes {
  const { failures, conditions } = partsOf(match, parameters);
  const where = conditions.join(" AND ");
  if (failures === null) return { from: `FROM recipe r WHERE ${where}`, failedJobs: null };
  return { from: `FROM recipe r JOIN (${failures}) f ON f.recipe_id = r.id WHERE ${where}`, failedJobs: "f.failed_jobs" };
}

/** The conditions as one about `recipe r`. */
export function matchesRecipe(match: Match, parameters: Parameters): string {
  const { failures, conditions } = partsOf(match, parameters);
  const where = conditions.join(" AND ");
  return failures === null ? where : `EXISTS (SELECT FROM (${failures}) f WHERE f.recipe_id = r.id AND ${where})`;
}

/**
 * The conditions as SQL about `recipe r` and, where there are failures to look for, a row `f` of them. A recipe counts once,
 * however many of its files match. Scale 4.1 joined the files, and matched recipes several times.
 */
function partsOf(match: Match, parameters: Parameters): { failures: string | null; conditions: readonly string[] } {
  if (match.retriedBatchId !== null) {
    const batch = parameters.add(match.retriedBatchId, "int");
    const left = `SELECT unnest(recipe_ids), failed_jobs FROM batch_slice WHERE batch_id = ${batch}`;
    return { failures: `${failuresOf(batch)} UNION ALL ${left}`, conditions: ["true"] };
  }
  const conditions = [`r.recipe_type_id = ${parameters.add(match.recipeTypeId, "int")}`, "NOT r.is_superseded"];
  const failures = match.failedInBatchId === null ? null : failuresOf(parameters.add(match.failedInBatchId, "int"));
  if (match.exceptRevisionId !== null) {
    const isOld = `r.recipe_type_rev_id <> ${parameters.add(match.exceptRevisionId, "int")}`;
    conditions.push(failures === null ? isOld : `(${isOld} OR f.failed_jobs <> '{}')`);
  }
  if (match.recipeIds !== null) conditions.push(`r.id = ANY(${parameters.add(match.recipeIds, "int[]")})`);
  const { type, started, ended } = match.dateRange ?? {};
  const times = type === "data" ? sourceTimes("r") : { started: "r.created", ended: "r.created" };
  if (started !== undefined) conditions.push(`${times.ended} >= ${parameters.add(started, "timestamptz")}`);
  if (ended !== undefined) conditions.push(`${times.started} <= ${parameters.add(ended, "timestamptz")}`);
  return { failures, conditions };
}

/**
 * What failed in a batch, each recipe once: `recipe_id`, and the `failed_jobs` to run again. They are the recipes that it failed to
 * re-process, with the failed jobs that it would have run again, and the recipes that it made whose jobs have failed, whoever made these.
 */
const failuresOf = (batch: string): string => `
  SELECT superseded_recipe_id AS recipe_id, coalesce(failed_jobs, '{}') AS failed_jobs
  FROM batch_recipe WHERE batch_id = ${batch} AND failure_code IS NOT NULL
  UNION ALL ${failedJobsOf(batch)}`;

/** The recipes that a batch made, that are not superseded, and that have FAILED jobs: `recipe_id`, and their names as `failed_jobs`. */
export const failedJobsOf = (batch: string): string => `
  SELECT made.recipe_id, array_agg(failed.job_name::text ORDER BY failed.job_name)
  FROM batch_job own JOIN job ON job.id = own.job_id
    JOIN recipe_job failed ON failed.job_id = job.id
    JOIN batch_recipe made ON made.recipe_id = failed.recipe_id
    JOIN recipe ON recipe.id = made.recipe_id
  WHERE own.batch_id = ${batch} AND job.status = 'FAILED' AND made.batch_id = ${batch} AND NOT recipe.is_superseded
  GROUP BY made.recipe_id`;

/** SQL for a number that is the same for the same set of recipes. For any other set it is another number, but for a chance of 2^-64. */
export const fingerprint = (table: string): string => `coalesce(bit_xor(hashint8extended(${table}.id, 0)), 0)::text`;
