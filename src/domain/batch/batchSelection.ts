/** In which order recipes are re-processed, and their jobs queued: the order in which they were made, or its reverse. */
export const recipeOrders = ["OLDEST_FIRST", "NEWEST_FIRST"] as const;
export type RecipeOrder = (typeof recipeOrders)[number];

/** Which recipes a batch may match besides what its definition says, and their order. It is stored with the batch. */
export interface BatchSelection {
  /** Only these, in ascending order. Null: all. */
  readonly recipeIds: readonly number[] | null;
  /**
   * Only the recipes at which this batch failed, and those that it made and that have FAILED jobs. The failed jobs run again, even where
   * nothing changed. Null: all.
   */
  readonly failedInBatchId: number | null;
  readonly order: RecipeOrder;
}

export const wholeSelection: BatchSelection = { recipeIds: null, failedInBatchId: null, order: "OLDEST_FIRST" };

/** Whether a selection selects nothing, and has the order that all batches have by default. */
export const isWhole = ({ recipeIds, failedInBatchId, order }: BatchSelection): boolean =>
  recipeIds === null && failedInBatchId === null && order === wholeSelection.order;

/** The most recipes that a selection names. */
export const maxRecipeIds = 10_000;

export const storedSelection = (stored: unknown): BatchSelection => (stored as BatchSelection | null) ?? wholeSelection;
