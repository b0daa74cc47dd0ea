import type { BatchColumn, BatchRow } from "../domain/batch/read/findBatches.js";
import { Batch, BatchSummary } from "./schemas/batchSchemas.js";
import { toJson } from "./toJson.js";

/** What the list shows of a batch, and the details too. */
export const batchSummaryColumns = [
  "id",
  "title",
  "description",
  "status",
  "eventId",
  "eventType",
  "eventRuleId",
  "eventOccurred",
  "creatorJobId",
  "creatorJobTypeId",
  "creatorJobTypeRevId",
  "creatorEventId",
  "creatorErrorId",
  "creatorStatus",
  "creatorPriority",
  "creatorNumExes",
  "createdCount",
  "failedCount",
  "totalCount",
  "created",
  "lastModified",
  "recipeTypeId",
  "recipeTypeName",
  "recipeTypeVersion",
  "recipeTypeTitle",
  "recipeTypeDescription",
  "creatorTypeName",
  "creatorTypeVersion",
  "creatorTypeTitle",
  "creatorTypeDescription",
  "creatorTypeCategory",
  "creatorTypeAuthorName",
  "creatorTypeAuthorUrl",
  "creatorTypeIsSystem",
  "creatorTypeIsLongRunning",
  "creatorTypeIsActive",
  "creatorTypeIsOperational",
  "creatorTypeIsPaused",
  "creatorTypeIconCode",
] as const satisfies readonly BatchColumn[];
export const batchColumns = [
  ...batchSummaryColumns,
  "definition",
  "recipeTypeIsActive",
  "recipeTypeDefinition",
  "recipeTypeRevisionNum",
  "recipeTypeTriggerRuleId",
  "recipeTypeCreated",
  "recipeTypeArchived",
  "recipeTypeLastModified",
  "eventDescription",
  "ruleType",
  "ruleName",
  "ruleIsActive",
  "ruleConfiguration",
  "creatorRevisionNum",
  "creatorEventType",
  "creatorEventRuleId",
  "creatorEventOccurred",
  "creatorTimeout",
  "creatorMaxTries",
  "creatorCpusRequired",
  "creatorMemRequired",
  "creatorDiskInRequired",
  "creatorDiskOutRequired",
  "creatorIsSuperseded",
  "creatorRootSupersededJobId",
  "creatorSupersededJobId",
  "creatorSupersededByJobId",
  "creatorDeleteSuperseded",
  "creatorErrorName",
  "creatorErrorTitle",
  "creatorErrorDescription",
  "creatorErrorCategory",
  "creatorErrorIsBuiltin",
  "creatorCreated",
  "creatorQueued",
  "creatorStarted",
  "creatorEnded",
  "creatorLastStatusChange",
  "creatorSuperseded",
  "creatorLastModified",
] as const satisfies readonly BatchColumn[];

type SummaryRow = BatchRow<(typeof batchSummaryColumns)[number]>;
type Row = BatchRow<(typeof batchColumns)[number]>;

/** A row of a batch that has what the columns with a prefix belong to: those of them that have a value are not null. */
type With<Row, Prefix extends string> = {
  readonly [Column in keyof Row]: Column extends `${Prefix}${string}` ? NonNullable<Row[Column]> : Row[Column];
};

const hasJob = <R extends SummaryRow>(row: R): row is R & With<R, "creator"> => row.creatorJobId !== null;
const hasRule = (row: Row): row is Row & With<Row, "rule" | "eventRule"> => row.eventRuleId !== null;

type Part<Row, Prefix extends string> = {
  [Column in keyof Row as Column extends `${Prefix}${infer Name}` ? Uncapitalize<Name> : never]: Row[Column];
};

/**
 * Takes one of the objects out of a flat row: for the prefix `creator`, the column `creatorStatus` is its `status`.
 */
function partOf<Prefix extends string, Column extends string>(prefix: Prefix, columns: readonly Column[]) {
  const fields = columns
    .filter((column) => column.startsWith(prefix))
    .map((column) => ({ column, name: column.charAt(prefix.length).toLowerCase() + column.slice(prefix.length + 1) }));
  return <Row extends Readonly<Record<Column, unknown>>>(row: Row): Part<Row, Prefix> => {
    const part: Record<string, unknown> = {};
    for (const { column, name } of fields) part[name] = row[column];
    return part as Part<Row, Prefix>;
  };
}

const recipeTypeOf = partOf("recipeType", batchColumns);
const recipeTypeSummaryOf = partOf("recipeType", batchSummaryColumns);
const eventOf = partOf("event", batchColumns);
const ruleOf = partOf("rule", batchColumns);
const creatorOf = partOf("creator", batchColumns);
const creatorTypeOf = partOf("creatorType", batchSummaryColumns);
const creatorErrorOf = partOf("creatorError", batchColumns);
const creatorEventOf = partOf("creatorEvent", batchColumns);

const makeSummary = toJson(BatchSummary);
const make = toJson(Batch);

/** REST knows the two states of Scale: what is not CREATED is on its way there, as far as its callers can tell. */
const shownStatus = (status: string): string => (status === "CREATED" ? "CREATED" : "SUBMITTED");

/** The JSON of the `results` of *Batch List*. */
export const batchSummaryJson = (rows: readonly SummaryRow[]) =>
  rows.map((row) =>
    makeSummary({
      ...row,
      status: shownStatus(row.status),
      recipeType: recipeTypeSummaryOf(row),
      event: { id: row.eventId, type: row.eventType, ruleId: row.eventRuleId, occurred: row.eventOccurred },
      creatorJob: hasJob(row)
        ? {
            id: row.creatorJobId,
            jobType: { ...creatorTypeOf(row), id: row.creatorJobTypeId },
            jobTypeRevId: row.creatorJobTypeRevId,
            eventId: row.creatorEventId,
            errorId: row.creatorErrorId,
            status: row.creatorStatus,
            priority: row.creatorPriority,
            numExes: row.creatorNumExes,
          }
        : null,
    }),
  );

/** The JSON of *Batch Details*. */
export const batchJson = (row: Row) =>
  make({
    ...row,
    status: shownStatus(row.status),
    recipeType: recipeTypeOf(row),
    event: { ...eventOf(row), rule: hasRule(row) ? { ...ruleOf(row), id: row.eventRuleId } : null },
    creatorJob: hasJob(row)
      ? {
          ...creatorOf(row),
          id: row.creatorJobId,
          jobType: { ...creatorTypeOf(row), id: row.creatorJobTypeId },
          jobTypeRev: { id: row.creatorJobTypeRevId, jobTypeId: row.creatorJobTypeId, revisionNum: row.creatorRevisionNum },
          event: creatorEventOf(row),
          error: row.creatorErrorId === null ? null : creatorErrorOf(row),
        }
      : null,
  });
