import type { Statement } from "../../database.js";

/** $1 ids of `recipe_file`. Deletes these rows, but for those that somebody has locked. The files and the recipes stay. */
export const pruneRecipeFiles: Statement = {
  name: "prune_recipe_files",
  text: `
    DELETE FROM recipe_file WHERE id IN (SELECT id FROM recipe_file WHERE id = ANY($1::bigint[]) FOR UPDATE SKIP LOCKED)
    RETURNING id`,
};
