import { queuePending } from "./queuePending.js";
/** $1 recipes, which are locked. Queues those of their jobs that can run. */
export const queueReady = {
    name: "queue_ready",
    isLong: true,
    text: queuePending("held JOIN recipe_job c ON c.recipe_id = held.id"),
};
