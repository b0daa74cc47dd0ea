import type { BatchOrder } from "../../../db/sql/batchList/batchOrder.js";
import { type BatchOrderField, type BatchPath, batchView } from "../../../db/sql/batchList/batchView.js";

// The words in which batches are asked for. A path names a column of a batch, or of what the batch leads to, such as
// `creatorJob.jobType.iconCode`. Rows are flat: in a row, a value is called by its path.

export { columnsOf, FlatRow } from "../../../db/FlatRow.js";
export type { BatchFilter } from "../../../db/sql/batchList/batchConditions.js";
export type { BatchRow } from "../../../db/sql/batchList/batchView.js";
export type { BatchOrder, BatchOrderField, BatchPath };

/** The order of a list of batches where the caller names none. */
export const defaultBatchOrder: readonly BatchOrder[] = [{ field: "lastModified", descending: false }];

/** The paths that callers may sort batches by, without those that lead from a job on to another job. */
export const sortableBatchPaths: readonly BatchPath[] = batchView.sortable;

/** Whether callers may sort batches by a path. */
export const isSortableBatchPath = (path: string): path is BatchOrderField => batchView.isSortable(path);

const paths = new Set<string>(batchView.paths);
const references = new Set(batchView.paths.flatMap((path) => path.split(".").map((_, i, steps) => steps.slice(0, i).join("."))));

/** Whether a path leads to a column that can be in a row. Of the jobs that a job leads to, a row has the ids only. */
export const isBatchPath = (path: string): path is BatchPath =>
  paths.has(path) || (path.endsWith("Job.id") && batchView.find(path) !== null);

/** Whether a path, such as `creatorJob.jobType`, leads to an object whose columns can be in a row. */
export const isBatchReference = (path: string): boolean => references.has(path);
