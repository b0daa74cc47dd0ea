import type { GraphQLResolveInfo } from "graphql";
import { type BatchColumn, type BatchRow, batchColumns } from "../../domain/batch/findBatches.js";
import type { CarriedObject } from "../carried.js";
import { rootFields, selectedProperties } from "../selectedProperties.js";

/** What the resolvers of a batch read, whatever is selected. */
const always = ["id", "status", "recipeTypeId", "eventId", "creatorJobId", "createdCount", "failedCount", "totalCount"] as const;

/** What a batch is read with where it is not known what is selected of it. */
export const defaultBatchColumns = [...always, "title", "description", "definition", "created", "lastModified", "retryOfId"] as const;

/** A batch as its resolvers get it. */
export type BatchSource = BatchRow<(typeof always)[number]> & Partial<BatchRow<BatchColumn>>;

interface CarriedByBatch extends CarriedObject {
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

/** By selection: that of a document that was planned once is the same at each request. */
const knownColumns = new WeakMap<object, readonly BatchColumn[]>();
/** By the names in them: equal lists are one, as long as clients do not ask for very many different ones. */
const lists = new Map<string, readonly BatchColumn[]>();
const mostLists = 1000;

/** The columns for a list of batches, from what is selected of them and of what their rows can carry. */
export const selectedListColumns = (info: GraphQLResolveInfo): readonly BatchColumn[] =>
  knownOr(info, () => selectedColumns(info, info.fieldNodes, [["edges", "node"], ["nodes"]]));

/** The columns for a batch by its id: what all of the operation's fields for one need, so that a batch is read once for all of them. */
export const selectedBatchColumns = (info: GraphQLResolveInfo): readonly BatchColumn[] =>
  knownOr(info, () => selectedColumns(info, rootFields(info), [[]]));

function knownOr({ fieldNodes }: GraphQLResolveInfo, find: () => readonly BatchColumn[]): readonly BatchColumn[] {
  const known = knownColumns.get(fieldNodes);
  if (known) return known;
  const found = find();
  const columns = lists.get(found.join()) ?? found;
  if (lists.size < mostLists) lists.set(columns.join(), columns);
  knownColumns.set(fieldNodes, columns);
  return columns;
}

type Paths = readonly (readonly string[])[];

function selectedColumns(info: GraphQLResolveInfo, fields: GraphQLResolveInfo["fieldNodes"], paths: Paths): BatchColumn[] {
  const columns = new Set<BatchColumn>(always);
  for (const property of selectedProperties(info, fields, paths)) {
    if (Object.hasOwn(batchColumns, property)) columns.add(property as BatchColumn);
  }
  const addCarried = (objects: Readonly<Record<string, CarriedByBatch>>, paths: Paths) => {
    for (const [field, carried] of Object.entries(objects)) {
      const pathsToIt = paths.map((path) => [...path, field]);
      const properties = selectedProperties(info, fields, pathsToIt);
      if (properties.size === 0) continue;
      columns.add(carried.mark);
      for (const [property, column] of Object.entries(carried.columns)) if (properties.has(property)) columns.add(column);
      addCarried(carried.objects ?? {}, pathsToIt);
    }
  };
  addCarried(carriedByBatch, paths);
  return [...columns];
}
