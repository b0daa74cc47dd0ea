import { fromRow } from "./fromRow.js";
import { Batch, BatchSummary } from "./schemas/batchSchemas.js";

/** REST knows the two states of Scale. For its callers, a batch that is not CREATED is on its way there. */
const converts = { status: (status: string): string => (status === "CREATED" ? "CREATED" : "SUBMITTED") };

/** One of the `results` of *Batch List*. */
export const batchSummary = fromRow(BatchSummary, converts);

export const batchDetails = fromRow(Batch, converts);
