import type { Statement } from "../../database.js";

/** A matched recipe that can't be re-processed. */
export interface UnusableRecipe {
  readonly id: number;
  /** True where it was superseded; false where it lacks a job. */
  readonly isSuperseded: boolean;
}

/** $1 ids of recipes that `reprocess` has left alone. */
export const whyUnusable: Statement = {
  text: `SELECT id, is_superseded AS "isSuperseded" FROM recipe WHERE id = ANY($1::int[]) ORDER BY id`,
};
