import type { BatchColumn, BatchRow } from "../../domain/batch/read/findBatches.js";
import type { CarriedObject } from "../execution/carried.js";

/** What the resolvers of a batch read, whatever is selected. */
export const alwaysRead = ["id", "status", "recipeTypeId", "eventId", "creatorJobId", "createdCount", "failedCount", "totalCount"] as const;

/** What a batch is read with where it is not known what is selected of it. */
export const defaultBatchColumns = [
  ...alwaysRead,
  "title",
  "description",
  "definition",
  "created",
  "lastModified",
  "stalledSince",
  "retryOfId",
] as const;

/** A batch as its resolvers get it. */
export type BatchSource = BatchRow<(typeof alwaysRead)[number]> & Partial<BatchRow<BatchColumn>>;

/** An object in a batch's row, and the columns of the list that it is read from. */
export interface CarriedByBatch extends CarriedObject {
  readonly mark: BatchColumn;
  readonly columns: Readonly<Record<string, BatchColumn>>;
  readonly objects?: Readonly<Record<string, CarriedByBatch>>;
}

/** What a batch's row carries, where it is selected. */
export const carriedByBatch = {
  recipeType: {
    mark: "recipeTypeName",
    columns: {
      id: "recipeTypeId",
      name: "recipeTypeName",
      version: "recipeTypeVersion",
      title: "recipeTypeTitle",
      description: "recipeTypeDescription",
      isActive: "recipeTypeIsActive",
      revisionNum: "recipeTypeRevisionNum",
      triggerRuleId: "recipeTypeTriggerRuleId",
      created: "recipeTypeCreated",
      archived: "recipeTypeArchived",
      lastModified: "recipeTypeLastModified",
    },
  },
  event: {
    mark: "eventType",
    columns: {
      id: "eventId",
      type: "eventType",
      ruleId: "eventRuleId",
      occurred: "eventOccurred",
      description: "eventDescription",
    },
  },
  creatorJob: {
    mark: "creatorStatus",
    columns: {
      id: "creatorJobId",
      jobTypeId: "creatorJobTypeId",
      jobTypeRevId: "creatorJobTypeRevId",
      eventId: "creatorEventId",
      errorId: "creatorErrorId",
      status: "creatorStatus",
      priority: "creatorPriority",
      numExes: "creatorNumExes",
      timeout: "creatorTimeout",
      maxTries: "creatorMaxTries",
      isSuperseded: "creatorIsSuperseded",
      supersededJobId: "creatorSupersededJobId",
      rootSupersededJobId: "creatorRootSupersededJobId",
      created: "creatorCreated",
      queued: "creatorQueued",
      started: "creatorStarted",
      ended: "creatorEnded",
      lastStatusChange: "creatorLastStatusChange",
      superseded: "creatorSuperseded",
      lastModified: "creatorLastModified",
    },
    objects: {
      jobType: {
        mark: "creatorTypeName",
        columns: {
          id: "creatorJobTypeId",
          name: "creatorTypeName",
          version: "creatorTypeVersion",
          title: "creatorTypeTitle",
          description: "creatorTypeDescription",
          category: "creatorTypeCategory",
          authorName: "creatorTypeAuthorName",
          authorUrl: "creatorTypeAuthorUrl",
          isSystem: "creatorTypeIsSystem",
          isLongRunning: "creatorTypeIsLongRunning",
          isActive: "creatorTypeIsActive",
          isOperational: "creatorTypeIsOperational",
          isPaused: "creatorTypeIsPaused",
          iconCode: "creatorTypeIconCode",
        },
      },
    },
  },
} as const satisfies Record<string, CarriedByBatch>;
