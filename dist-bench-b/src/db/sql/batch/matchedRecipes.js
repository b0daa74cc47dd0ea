export function matchedRecipes(match, parameters) {
    const { failures, conditions } = partsOf(match, parameters);
    const where = conditions.join(" AND ");
    if (failures === null)
        return { from: `FROM recipe r WHERE ${where}`, failedJobs: null };
    return { from: `FROM recipe r JOIN (${failures}) f ON f.recipe_id = r.id WHERE ${where}`, failedJobs: "f.failed_jobs" };
}
/** The conditions as one about `recipe r`. */
export function matchesRecipe(match, parameters) {
    const { failures, conditions } = partsOf(match, parameters);
    const where = conditions.join(" AND ");
    return failures === null ? where : `EXISTS (SELECT FROM (${failures}) f WHERE f.recipe_id = r.id AND ${where})`;
}
/**
 * The conditions as SQL about `recipe r` and, where there are failures to look for, a row `f` of them. Input files are looked for with
 * EXISTS, so a recipe counts once, however many of its files match. A join with DISTINCT would sort every matched recipe. Scale 4.1 joined
 * without DISTINCT, and matched recipes several times.
 */
function partsOf(match, parameters) {
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
    if (match.recipeIds !== null)
        conditions.push(`r.id = ANY(${parameters.add(match.recipeIds, "int[]")})`);
    const { type, started, ended } = match.dateRange ?? {};
    for (const [bound, operator] of [
        [started, ">="],
        [ended, "<="],
    ]) {
        if (bound === undefined)
            continue;
        const time = parameters.add(bound, "timestamptz");
        conditions.push(type === "data" ? hasFile(operator, time) : `r.created ${operator} ${time}`);
    }
    return { failures, conditions };
}
const hasFile = (operator, time) => `EXISTS (
    SELECT FROM recipe_file rf JOIN scale_file f ON f.id = rf.scale_file_id
    WHERE rf.recipe_id = r.id AND (f.data_started ${operator} ${time} OR f.data_ended ${operator} ${time}))`;
/**
 * What failed in a batch, each recipe once: `recipe_id`, and the `failed_jobs` to run again. They are the recipes that it failed to
 * re-process, with the failed jobs that it would have run again, and the recipes that it made whose jobs have failed, whoever made these.
 */
const failuresOf = (batch) => `
  SELECT superseded_recipe_id AS recipe_id, coalesce(failed_jobs, '{}') AS failed_jobs
  FROM batch_recipe WHERE batch_id = ${batch} AND failure_code IS NOT NULL
  UNION ALL ${failedJobsOf(batch)}`;
/** The recipes that a batch made, that are not superseded, and that have FAILED jobs: `recipe_id`, and their names as `failed_jobs`. */
export const failedJobsOf = (batch) => `
  SELECT made.recipe_id, array_agg(failed.job_name::text ORDER BY failed.job_name)
  FROM batch_job own JOIN job ON job.id = own.job_id
    JOIN recipe_job failed ON failed.job_id = job.id
    JOIN batch_recipe made ON made.recipe_id = failed.recipe_id
    JOIN recipe ON recipe.id = made.recipe_id
  WHERE own.batch_id = ${batch} AND job.status = 'FAILED' AND made.batch_id = ${batch} AND NOT recipe.is_superseded
  GROUP BY made.recipe_id`;
/** SQL for a number that is the same for the same set of recipes. For any other set it is another number, but for a chance of 2^-64. */
export const fingerprint = (table) => `coalesce(bit_xor(hashint8extended(${table}.id, 0)), 0)::text`;
