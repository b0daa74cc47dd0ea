/** $1 ids of `recipe_file`. Deletes these rows, but for those that somebody has locked. The files and the recipes stay. */
export const pruneRecipeFiles = {
    name: "prune_recipe_files",
    text: `
    DELETE FROM recipe_file WHERE id IN (SELECT id FROM recipe_file WHERE id = ANY($1::int[]) FOR UPDATE SKIP LOCKED)
    RETURNING id`,
};
