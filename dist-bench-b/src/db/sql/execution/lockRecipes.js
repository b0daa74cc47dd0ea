/**
 * $1 jobs. Locks the recipes that hold them and are not superseded, in the order of their ids: whoever moves jobs of a recipe on has this
 * lock, so two parents that end at once move their child on one after the other. The lock is the one that superseding takes.
 */
export const lockRecipes = {
    name: "lock_recipes",
    isLong: true,
    text: `
    SELECT r.id FROM recipe r
    WHERE r.id IN (SELECT recipe_id FROM recipe_job WHERE job_id = ANY($1::int[])) AND NOT r.is_superseded
    ORDER BY r.id FOR NO KEY UPDATE`,
};
