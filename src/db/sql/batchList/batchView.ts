import type { Path, ValueAt } from "./tables.js";
import { viewOf } from "./view.js";

/** What can be read of a batch, in one flat row. A statement takes the columns that are asked for and only the joins that they need. */
export const batchView = viewOf("batch", "b");

/** A path to a column of a batch, or of what a batch leads to, such as `creatorJob.jobType.iconCode`. */
export type BatchPath = Path<"batch">;

type BatchValues = { readonly [P in BatchPath]: ValueAt<"batch", P> };

/** A row with some columns, each called by its path. */
export type BatchRow<P extends BatchPath> = Pick<BatchValues, P>;

/** What batches can be sorted by: all paths of a batch, and also paths along a chain of superseded jobs, which can be of any length. */
export type BatchOrderField = BatchPath | `creatorJob.${"rootSupersededJob" | "supersededJob" | "supersededByJob"}.${string}`;
