import type { BatchOrder, BatchPath, BatchRow } from "../../src/domain/batch/read/batchView.js";

/**
 * Nothing of this is run. It is `npm run check` that proves it: each mistake here must be an error of the compiler, and the rest must be
 * none.
 */
export const paths: readonly BatchPath[] = [
  "creatorJob.jobType.iconCode",
  "creatorJob.supersededJob.id",
  // @ts-expect-error There is no such column.
  "creatorJob.jobType.iconcode",
  // @ts-expect-error Of a job that a job leads to, a row has the id only.
  "creatorJob.supersededJob.status",
];

declare const row: BatchRow<"title" | "recipeType.title" | "recipeType.name" | "creatorJob.status">;
export const name: string = row["recipeType.name"];
// @ts-expect-error A recipe type need not have a title.
export const title: string = row["recipeType.title"];
// @ts-expect-error A batch need not have a creator job.
export const status: string = row["creatorJob.status"];
// @ts-expect-error The row was not read with its description.
export const description = row.description;

export const order: readonly BatchOrder[] = [
  { field: "creatorJob.supersededJob.jobType.name", descending: false },
  // @ts-expect-error A path is meant, not a name of REST's.
  { field: "recipe_type__name", descending: false },
];
