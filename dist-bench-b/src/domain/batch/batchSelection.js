/** In which order recipes are re-processed, and their jobs queued: the order in which they were made, or its reverse. */
export const recipeOrders = ["OLDEST_FIRST", "NEWEST_FIRST"];
export const wholeSelection = { recipeIds: null, failedInBatchId: null, order: "OLDEST_FIRST" };
/** Whether a selection selects nothing, and has the order that all batches have by default. */
export const isWhole = ({ recipeIds, failedInBatchId, order }) => recipeIds === null && failedInBatchId === null && order === wholeSelection.order;
/** The most recipes that a selection names. */
export const maxRecipeIds = 10_000;
export const storedSelection = (stored) => stored ?? wholeSelection;
