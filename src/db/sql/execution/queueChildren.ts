import type { Statement } from "../../database.js";
import { queuePending } from "./queuePending.js";

/** $1 recipes, which are locked, $2 jobs that have just been completed. Queues those of their children that can run. */
export const queueChildren: Statement = {
  name: "queue_children",
  text: queuePending(
    `held JOIN recipe_job d ON d.recipe_id = held.id AND d.job_id = ANY($2::int[])
        JOIN edge ON edge.rev_id = held.rev_id AND edge.parent = d.job_name
        JOIN recipe_job c ON c.recipe_id = held.id AND c.job_name = edge.child`,
    // A child of one parent alone has been found by that.
    "cardinality(node.parents) = 1",
  ),
};
