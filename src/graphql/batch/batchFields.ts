import type { GraphQLResolveInfo } from "graphql";
import { type BatchColumn, type BatchRow, batchColumns } from "../../domain/batch/findBatches.js";
import { selectedProperties } from "../selectedProperties.js";

/** What the resolvers of a batch read, whatever is selected. */
const always = ["id", "status", "recipeTypeId", "eventId", "creatorJobId", "createdCount", "failedCount", "totalCount"] as const;

/** What a batch is read with where it is not known what is selected of it. */
export const defaultBatchColumns = [...always, "title", "description", "definition", "created", "lastModified", "retryOfId"] as const;

/** A batch as its resolvers get it. */
export type BatchSource = BatchRow<(typeof always)[number]> & Partial<BatchRow<BatchColumn>>;

/** Where a batch's row has the properties of its trigger event, … */
const eventColumns = {
  id: "eventId",
  type: "eventType",
  ruleId: "eventRuleId",
  occurred: "eventOccurred",
  description: "eventDescription",
} as const satisfies Record<string, BatchColumn>;

/** … and those of its creator job. */
const creatorJobColumns = {
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
} as const satisfies Record<string, BatchColumn>;

/** By selection: that of a document that was planned once is the same at each request. */
const knownColumns = new WeakMap<object, BatchColumn[]>();

/** The columns for a list of batches, from what is selected of them, of their events and of their creator jobs. */
export function selectedBatchColumns(info: GraphQLResolveInfo): BatchColumn[] {
  const known = knownColumns.get(info.fieldNodes);
  if (known) return known;
  const columns = new Set<BatchColumn>(always);
  const lists = [["edges", "node"], ["nodes"]];
  for (const property of selectedProperties(info, lists)) {
    if (Object.hasOwn(batchColumns, property)) columns.add(property as BatchColumn);
  }
  for (const [field, partColumns] of [
    ["event", eventColumns],
    ["creatorJob", creatorJobColumns],
  ] as const) {
    const properties = selectedProperties(
      info,
      lists.map((path) => [...path, field]),
    );
    for (const [property, column] of Object.entries(partColumns)) {
      if (properties.has(property)) columns.add(column);
    }
    // Even where nothing but ids is selected: this is how one sees that the object came with the row.
    if (properties.size > 0) columns.add(field === "event" ? "eventType" : "creatorStatus");
  }
  knownColumns.set(info.fieldNodes, [...columns]);
  return [...columns];
}

/** The trigger event, where it came with the row. */
export const eventInRow = (row: BatchSource): object | null => (row.eventType === undefined ? null : new EventInRow(row));

/** The creator job, where it came with the row. */
export const creatorJobInRow = (row: BatchSource): object | null => (row.creatorStatus === undefined ? null : new CreatorJobInRow(row));

/** An object whose properties stand in the row of another under other names. */
class InRow {
  constructor(readonly row: BatchSource) {}
}
class EventInRow extends InRow {}
class CreatorJobInRow extends InRow {}

for (const [view, columns] of [
  [EventInRow, eventColumns],
  [CreatorJobInRow, creatorJobColumns],
] as const) {
  for (const [property, column] of Object.entries(columns)) {
    Object.defineProperty(view.prototype, property, {
      get(this: InRow) {
        return this.row[column as BatchColumn];
      },
    });
  }
}
