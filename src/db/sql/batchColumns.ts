/**
 * What can be read of a batch in one flat row, and where it stands: the one list of columns, for both doors. A statement
 * takes the columns that are asked for and only the joins that they need.
 */
interface Column<Value> {
  readonly sql: string;
  readonly join: BatchJoin | null;
  /** Only for the type. */
  readonly value?: Value;
}

export type BatchJoin = keyof typeof batchJoins;

/** In the order in which they must stand: some join to what another has joined. */
export const batchJoins = {
  recipeType: { sql: "JOIN recipe_type rt ON rt.id = b.recipe_type_id", to: null },
  event: { sql: "JOIN trigger_event e ON e.id = b.event_id", to: null },
  rule: { sql: "LEFT JOIN trigger_rule er ON er.id = e.rule_id", to: "event" },
  creator: { sql: "LEFT JOIN job j ON j.id = b.creator_job_id", to: null },
  creatorRevision: { sql: "LEFT JOIN job_type_revision jr ON jr.id = j.job_type_rev_id", to: "creator" },
  creatorEvent: { sql: "LEFT JOIN trigger_event je ON je.id = j.event_id", to: "creator" },
  creatorType: { sql: "LEFT JOIN job_type jt ON jt.id = j.job_type_id", to: "creator" },
} as const;

const column =
  (join: BatchJoin | null) =>
  <Value>(sql: string): Column<Value> => ({ sql, join });
const batch = column(null);
const recipeType = column("recipeType");
const event = column("event");
const rule = column("rule");
const creator = column("creator");
const creatorRevision = column("creatorRevision");
const creatorEvent = column("creatorEvent");
const creatorType = column("creatorType");

export const batchColumns = {
  id: batch<number>("b.id"),
  title: batch<string | null>("b.title"),
  description: batch<string | null>("b.description"),
  status: batch<string>("b.status"),
  recipeTypeId: batch<number>("b.recipe_type_id"),
  eventId: batch<number>("b.event_id"),
  creatorJobId: batch<number | null>("b.creator_job_id"),
  definition: batch<unknown>("b.definition"),
  createdCount: batch<number>("b.created_count"),
  failedCount: batch<number>("b.failed_count"),
  totalCount: batch<number>("b.total_count"),
  created: batch<string>("b.created"),
  lastModified: batch<string>("b.last_modified"),
  stalledSince: batch<string | null>(
    "CASE WHEN b.status IN ('SUBMITTED', 'CREATING') AND b.last_modified < now() - interval '10 seconds' THEN b.last_modified END",
  ),
  retryOfId: batch<number | null>("b.retry_of_id"),
  recipeTypeRevId: batch<number | null>("b.recipe_type_rev_id"),

  recipeTypeName: recipeType<string>("rt.name"),
  recipeTypeVersion: recipeType<string>("rt.version"),
  recipeTypeTitle: recipeType<string | null>("rt.title"),
  recipeTypeDescription: recipeType<string | null>("rt.description"),
  recipeTypeIsActive: recipeType<boolean>("rt.is_active"),
  recipeTypeDefinition: recipeType<unknown>("rt.definition"),
  recipeTypeRevisionNum: recipeType<number>("rt.revision_num"),
  recipeTypeTriggerRuleId: recipeType<number | null>("rt.trigger_rule_id"),
  recipeTypeCreated: recipeType<string>("rt.created"),
  recipeTypeArchived: recipeType<string | null>("rt.archived"),
  recipeTypeLastModified: recipeType<string>("rt.last_modified"),

  eventType: event<string>("e.type"),
  eventRuleId: event<number | null>("e.rule_id"),
  eventOccurred: event<string>("e.occurred"),
  eventDescription: event<unknown>("e.description"),
  ruleType: rule<string | null>("er.type"),
  ruleName: rule<string | null>("er.name"),
  ruleIsActive: rule<boolean | null>("er.is_active"),
  ruleConfiguration: rule<unknown>("er.configuration"),

  creatorJobTypeId: creator<number | null>("j.job_type_id"),
  creatorJobTypeRevId: creator<number | null>("j.job_type_rev_id"),
  creatorEventId: creator<number | null>("j.event_id"),
  creatorErrorId: creator<number | null>("j.error_id"),
  creatorStatus: creator<string | null>("j.status"),
  creatorPriority: creator<number | null>("j.priority"),
  creatorNumExes: creator<number | null>("j.num_exes"),
  creatorTimeout: creator<number | null>("j.timeout"),
  creatorMaxTries: creator<number | null>("j.max_tries"),
  creatorCpusRequired: creator<number | null>("j.cpus_required"),
  creatorMemRequired: creator<number | null>("j.mem_required"),
  creatorDiskInRequired: creator<number | null>("j.disk_in_required"),
  creatorDiskOutRequired: creator<number | null>("j.disk_out_required"),
  creatorIsSuperseded: creator<boolean | null>("j.is_superseded"),
  creatorRootSupersededJobId: creator<number | null>("j.root_superseded_job_id"),
  creatorSupersededJobId: creator<number | null>("j.superseded_job_id"),
  creatorSupersededByJobId: creator<number | null>("(SELECT s.id FROM job s WHERE s.superseded_job_id = j.id)"),
  creatorDeleteSuperseded: creator<boolean | null>("j.delete_superseded"),
  creatorCreated: creator<string | null>("j.created"),
  creatorQueued: creator<string | null>("j.queued"),
  creatorStarted: creator<string | null>("j.started"),
  creatorEnded: creator<string | null>("j.ended"),
  creatorLastStatusChange: creator<string | null>("j.last_status_change"),
  creatorSuperseded: creator<string | null>("j.superseded"),
  creatorLastModified: creator<string | null>("j.last_modified"),
  creatorRevisionNum: creatorRevision<number | null>("jr.revision_num"),
  creatorEventType: creatorEvent<string | null>("je.type"),
  creatorEventRuleId: creatorEvent<number | null>("je.rule_id"),
  creatorEventOccurred: creatorEvent<string | null>("je.occurred"),
  creatorTypeName: creatorType<string | null>("jt.name"),
  creatorTypeVersion: creatorType<string | null>("jt.version"),
  creatorTypeTitle: creatorType<string | null>("jt.title"),
  creatorTypeDescription: creatorType<string | null>("jt.description"),
  creatorTypeCategory: creatorType<string | null>("jt.category"),
  creatorTypeAuthorName: creatorType<string | null>("jt.author_name"),
  creatorTypeAuthorUrl: creatorType<string | null>("jt.author_url"),
  creatorTypeIsSystem: creatorType<boolean | null>("jt.is_system"),
  creatorTypeIsLongRunning: creatorType<boolean | null>("jt.is_long_running"),
  creatorTypeIsActive: creatorType<boolean | null>("jt.is_active"),
  creatorTypeIsOperational: creatorType<boolean | null>("jt.is_operational"),
  creatorTypeIsPaused: creatorType<boolean | null>("jt.is_paused"),
  creatorTypeIconCode: creatorType<string | null>("jt.icon_code"),
} as const;

export type BatchColumn = keyof typeof batchColumns;

/** A row with all columns; times are PostgreSQL's text. */
export type BatchValues = { [C in BatchColumn]: (typeof batchColumns)[C] extends Column<infer Value> ? Value : never };

/** A row with some of them. */
export type BatchRow<C extends BatchColumn> = Pick<BatchValues, C>;
