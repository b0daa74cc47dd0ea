import { columnAt } from "./columnAt.js";

/**
 * What can be read of a batch in one flat row, and where it stands: the one list of columns, for both doors. A statement
 * takes the columns that are asked for and only the joins that they need.
 */
interface Column<Value> {
  readonly sql: string;
  readonly joins: readonly string[];
  /** Only for the type. */
  readonly value?: Value;
}

/** Finds the column of a batch, `b`, that a path leads to. @throws {Error} where there is none */
export function batchColumn(path: string) {
  const found = columnAt("batch", "b", path);
  if (!found) throw new Error(`No column of a batch is called ${path}`);
  return found;
}

const column = <Value>(path: string): Column<Value> => batchColumn(path);

export const batchColumns = {
  id: column<number>("id"),
  title: column<string | null>("title"),
  description: column<string | null>("description"),
  status: column<string>("status"),
  recipeTypeId: column<number>("recipeType.id"),
  eventId: column<number>("event.id"),
  creatorJobId: column<number | null>("creatorJob.id"),
  definition: column<unknown>("definition"),
  createdCount: column<number>("createdCount"),
  failedCount: column<number>("failedCount"),
  totalCount: column<number>("totalCount"),
  created: column<string>("created"),
  lastModified: column<string>("lastModified"),
  stalledSince: {
    sql: "CASE WHEN b.status IN ('SUBMITTED', 'CREATING') AND b.last_modified < now() - interval '10 seconds' THEN b.last_modified END",
    joins: [],
  } as Column<string | null>,
  retryOfId: column<number | null>("retryOfId"),
  recipeTypeRevId: column<number | null>("recipeTypeRevId"),

  recipeTypeName: column<string>("recipeType.name"),
  recipeTypeVersion: column<string>("recipeType.version"),
  recipeTypeTitle: column<string | null>("recipeType.title"),
  recipeTypeDescription: column<string | null>("recipeType.description"),
  recipeTypeIsActive: column<boolean>("recipeType.isActive"),
  recipeTypeDefinition: column<unknown>("recipeType.definition"),
  recipeTypeRevisionNum: column<number>("recipeType.revisionNum"),
  recipeTypeTriggerRuleId: column<number | null>("recipeType.triggerRule.id"),
  recipeTypeCreated: column<string>("recipeType.created"),
  recipeTypeArchived: column<string | null>("recipeType.archived"),
  recipeTypeLastModified: column<string>("recipeType.lastModified"),

  eventType: column<string>("event.type"),
  eventRuleId: column<number | null>("event.rule.id"),
  eventOccurred: column<string>("event.occurred"),
  eventDescription: column<unknown>("event.description"),
  ruleType: column<string | null>("event.rule.type"),
  ruleName: column<string | null>("event.rule.name"),
  ruleIsActive: column<boolean | null>("event.rule.isActive"),
  ruleConfiguration: column<unknown>("event.rule.configuration"),

  creatorJobTypeId: column<number | null>("creatorJob.jobType.id"),
  creatorJobTypeRevId: column<number | null>("creatorJob.jobTypeRev.id"),
  creatorEventId: column<number | null>("creatorJob.event.id"),
  creatorErrorId: column<number | null>("creatorJob.error.id"),
  creatorStatus: column<string | null>("creatorJob.status"),
  creatorPriority: column<number | null>("creatorJob.priority"),
  creatorNumExes: column<number | null>("creatorJob.numExes"),
  creatorTimeout: column<number | null>("creatorJob.timeout"),
  creatorMaxTries: column<number | null>("creatorJob.maxTries"),
  creatorCpusRequired: column<number | null>("creatorJob.cpusRequired"),
  creatorMemRequired: column<number | null>("creatorJob.memRequired"),
  creatorDiskInRequired: column<number | null>("creatorJob.diskInRequired"),
  creatorDiskOutRequired: column<number | null>("creatorJob.diskOutRequired"),
  creatorIsSuperseded: column<boolean | null>("creatorJob.isSuperseded"),
  creatorRootSupersededJobId: column<number | null>("creatorJob.rootSupersededJob.id"),
  creatorSupersededJobId: column<number | null>("creatorJob.supersededJob.id"),
  creatorSupersededByJobId: column<number | null>("creatorJob.supersededByJob.id"),
  creatorDeleteSuperseded: column<boolean | null>("creatorJob.deleteSuperseded"),
  creatorCreated: column<string | null>("creatorJob.created"),
  creatorQueued: column<string | null>("creatorJob.queued"),
  creatorStarted: column<string | null>("creatorJob.started"),
  creatorEnded: column<string | null>("creatorJob.ended"),
  creatorLastStatusChange: column<string | null>("creatorJob.lastStatusChange"),
  creatorSuperseded: column<string | null>("creatorJob.superseded"),
  creatorLastModified: column<string | null>("creatorJob.lastModified"),
  creatorErrorName: column<string | null>("creatorJob.error.name"),
  creatorErrorTitle: column<string | null>("creatorJob.error.title"),
  creatorErrorDescription: column<string | null>("creatorJob.error.description"),
  creatorErrorCategory: column<string | null>("creatorJob.error.category"),
  creatorErrorIsBuiltin: column<boolean | null>("creatorJob.error.isBuiltin"),
  creatorRevisionNum: column<number | null>("creatorJob.jobTypeRev.revisionNum"),
  creatorEventType: column<string | null>("creatorJob.event.type"),
  creatorEventRuleId: column<number | null>("creatorJob.event.rule.id"),
  creatorEventOccurred: column<string | null>("creatorJob.event.occurred"),
  creatorTypeName: column<string | null>("creatorJob.jobType.name"),
  creatorTypeVersion: column<string | null>("creatorJob.jobType.version"),
  creatorTypeTitle: column<string | null>("creatorJob.jobType.title"),
  creatorTypeDescription: column<string | null>("creatorJob.jobType.description"),
  creatorTypeCategory: column<string | null>("creatorJob.jobType.category"),
  creatorTypeAuthorName: column<string | null>("creatorJob.jobType.authorName"),
  creatorTypeAuthorUrl: column<string | null>("creatorJob.jobType.authorUrl"),
  creatorTypeIsSystem: column<boolean | null>("creatorJob.jobType.isSystem"),
  creatorTypeIsLongRunning: column<boolean | null>("creatorJob.jobType.isLongRunning"),
  creatorTypeIsActive: column<boolean | null>("creatorJob.jobType.isActive"),
  creatorTypeIsOperational: column<boolean | null>("creatorJob.jobType.isOperational"),
  creatorTypeIsPaused: column<boolean | null>("creatorJob.jobType.isPaused"),
  creatorTypeIconCode: column<string | null>("creatorJob.jobType.iconCode"),
} as const;

export type BatchColumn = keyof typeof batchColumns;

/** A row with all columns; times are PostgreSQL's text. */
export type BatchValues = { [C in BatchColumn]: (typeof batchColumns)[C] extends Column<infer Value> ? Value : never };

/** A row with some of them. */
export type BatchRow<C extends BatchColumn> = Pick<BatchValues, C>;
