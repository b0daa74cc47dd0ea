import type { Statement } from "../../database.js";

/** $1 batch. Finds the recipes that keep jobs which the batch has made. Other batches have made these recipes. */
export const selectKeepingRecipes: Statement = {
  text: `
    SELECT DISTINCT r.id FROM batch_job b JOIN recipe_job x ON x.job_id = b.job_id JOIN recipe r ON r.id = x.recipe_id
    WHERE b.batch_id = $1::int AND b.is_original AND NOT x.is_original AND NOT r.is_superseded`,
  isLong: true,
};
