/**
 * Renews the planner's statistics of the tables that recipes fill. Autovacuum does so a minute later at best; until then the
 * planner takes the tables to be as small as they were.
 */
export const analyzeRecipes = {
    isLong: true,
    text: "ANALYZE recipe, recipe_file, recipe_job, job, scale_file, trigger_event",
};
