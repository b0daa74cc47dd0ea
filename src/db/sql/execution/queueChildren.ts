import type { Statement } from "../../database.js";
import { queuePending } from "./queuePending.js";

/** $1 recipes, which are locked, $2 jobs that have just been completed. Queues those of their children that can run. */
export const queueChildren: Statement = {
  name: "queue_children",
  text: queuePending(
    // OFFSET 0 has these joined in this order. PostgreSQL expects few jobs, and would otherwise look for each edge of each recipe.
    `(SELECT held.*, edge.child FROM (SELECT recipe_id, job_name FROM recipe_job WHERE job_id = ANY($2::int[]) OFFSET 0) AS d
          JOIN held ON held.id = d.recipe_id JOIN edge ON edge.rev_id = held.rev_id AND edge.parent = d.job_name OFFSET 0
        ) AS held JOIN recipe_job c ON c.recipe_id = held.id AND c.job_name = held.child`,
    // A child of one parent alone has been found by that.
    "cardinality(node.parents) = 1",
  ),
};
