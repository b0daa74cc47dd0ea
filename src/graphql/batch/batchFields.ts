import type { BatchColumn, BatchRow } from "../../domain/batch/findBatches.js";

/** The columns that the GraphQL type Batch is made from. */
export const batchFields = [
  "id",
  "title",
  "description",
  "status",
  "recipeTypeId",
  "eventId",
  "creatorJobId",
  "definition",
  "createdCount",
  "failedCount",
  "totalCount",
  "created",
  "lastModified",
  "retryOfId",
] as const satisfies BatchColumn[];

/** A batch as its resolvers get it. */
export type BatchSource = BatchRow<(typeof batchFields)[number]>;
