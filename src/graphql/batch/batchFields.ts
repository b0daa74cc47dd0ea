import type { GraphQLResolveInfo } from "graphql";
import type { BatchColumn, BatchRow } from "../../domain/batch/findBatches.js";
import { selectedFields } from "../selectedFields.js";

/** The columns that every batch is read with. */
const always = [
  "id",
  "title",
  "description",
  "status",
  "recipeTypeId",
  "eventId",
  "creatorJobId",
  "createdCount",
  "failedCount",
  "totalCount",
  "created",
  "lastModified",
  "retryOfId",
] as const satisfies BatchColumn[];

/** The columns that are read with a batch only where the field is selected; else its resolver loads what it needs. */
const whereSelected = {
  definition: ["definition"],
  event: ["eventType", "eventRuleId", "eventOccurred", "eventDescription"],
  creatorJob: [
    "creatorJobTypeId",
    "creatorJobTypeRevId",
    "creatorEventId",
    "creatorErrorId",
    "creatorStatus",
    "creatorPriority",
    "creatorNumExes",
    "creatorTimeout",
    "creatorMaxTries",
    "creatorIsSuperseded",
    "creatorSupersededJobId",
    "creatorRootSupersededJobId",
    "creatorCreated",
    "creatorQueued",
    "creatorStarted",
    "creatorEnded",
    "creatorLastStatusChange",
    "creatorSuperseded",
    "creatorLastModified",
  ],
} as const satisfies Record<string, readonly BatchColumn[]>;

type Extra = (typeof whereSelected)[keyof typeof whereSelected][number];

/** A batch as its resolvers get it. */
export type BatchSource = BatchRow<(typeof always)[number]> & Partial<BatchRow<Extra>>;

/** What a batch is read with where it is not known what is selected of it. */
export const defaultBatchColumns = [...always, "definition"] as const;

/** The columns for a list of batches, from what is selected of them. */
export function selectedBatchColumns(info: GraphQLResolveInfo): BatchColumn[] {
  const fields = selectedFields(info, ["edges", "node"], ["nodes"]);
  const extras = Object.entries(whereSelected).filter(([field]) => fields.has(field));
  return [...always, ...extras.flatMap(([, columns]) => columns)];
}

/** The trigger event that came with the row; null where it did not. */
export function eventOf(batch: BatchSource) {
  const { eventType, eventOccurred } = batch;
  if (eventType === undefined || eventOccurred === undefined) return null;
  return {
    id: batch.eventId,
    type: eventType,
    ruleId: batch.eventRuleId ?? null,
    occurred: eventOccurred,
    description: batch.eventDescription,
  };
}

/** The creator job that came with the row; null where it did not. */
export function creatorJobOf(batch: BatchSource) {
  if (batch.creatorStatus === undefined) return null;
  return {
    id: batch.creatorJobId,
    jobTypeId: batch.creatorJobTypeId,
    jobTypeRevId: batch.creatorJobTypeRevId,
    eventId: batch.creatorEventId,
    errorId: batch.creatorErrorId,
    status: batch.creatorStatus,
    priority: batch.creatorPriority,
    numExes: batch.creatorNumExes,
    timeout: batch.creatorTimeout,
    maxTries: batch.creatorMaxTries,
    isSuperseded: batch.creatorIsSuperseded,
    supersededJobId: batch.creatorSupersededJobId,
    rootSupersededJobId: batch.creatorRootSupersededJobId,
    created: batch.creatorCreated,
    queued: batch.creatorQueued,
    started: batch.creatorStarted,
    ended: batch.creatorEnded,
    lastStatusChange: batch.creatorLastStatusChange,
    superseded: batch.creatorSuperseded,
    lastModified: batch.creatorLastModified,
  };
}
