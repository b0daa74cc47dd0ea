/** $1 jobs. Finds the recipes that `lockRecipes` locks, without locking them: those that hold the jobs and are not superseded. */
export const selectRecipesOf = {
    name: "select_recipes_of",
    isLong: true,
    text: `
    SELECT r.id FROM recipe r
    WHERE r.id IN (SELECT recipe_id FROM recipe_job WHERE job_id = ANY($1::int[])) AND NOT r.is_superseded`,
};
