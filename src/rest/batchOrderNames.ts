import { batchPaths, isBatchPath } from "../domain/batch/read/findBatches.js";
import { type OrderFields, orderNames } from "./orderNames.js";

/** What batches can be ordered by: the fields that the list shows, and all columns of what they refer to. */
export const batchOrderFields: OrderFields = {
  own: [...["id", "title", "description", "status"], ...["createdCount", "failedCount", "totalCount", "created", "lastModified"]],
  has: isBatchPath,
};

/** The names that `order` takes. Superseded jobs, which lead to jobs again, are left out. */
export const batchOrderNames = orderNames(batchOrderFields, batchPaths);
