import type { BatchJoin } from "./batchColumns.js";
import type { SortKey } from "./keyset.js";

interface OrderColumn {
  readonly sql: string;
  readonly type: SortKey["type"];
  readonly join?: BatchJoin;
  /** Where null sorts: as PostgreSQL does, behind every value ascending. */
  readonly nullable?: true;
}

/** What batches can be ordered by. */
export const batchOrderColumns = {
  id: { sql: "b.id", type: "int" },
  title: { sql: "b.title", type: "text", nullable: true },
  description: { sql: "b.description", type: "text", nullable: true },
  status: { sql: "b.status", type: "text" },
  /** Behind those that are CREATED, all the others: REST knows no more than these two states. */
  isNotCreated: { sql: "(b.status <> 'CREATED')", type: "boolean" },
  created: { sql: "b.created", type: "timestamptz" },
  lastModified: { sql: "b.last_modified", type: "timestamptz" },
  createdCount: { sql: "b.created_count", type: "int" },
  failedCount: { sql: "b.failed_count", type: "int" },
  totalCount: { sql: "b.total_count", type: "int" },
  recipeTypeId: { sql: "b.recipe_type_id", type: "int" },
  recipeTypeName: { sql: "rt.name", type: "text", join: "recipeType" },
  recipeTypeVersion: { sql: "rt.version", type: "text", join: "recipeType" },
  recipeTypeTitle: { sql: "rt.title", type: "text", join: "recipeType", nullable: true },
  recipeTypeDescription: { sql: "rt.description", type: "text", join: "recipeType", nullable: true },
  recipeTypeIsActive: { sql: "rt.is_active", type: "boolean", join: "recipeType" },
  recipeTypeRevisionNum: { sql: "rt.revision_num", type: "int", join: "recipeType" },
  recipeTypeTriggerRuleId: { sql: "rt.trigger_rule_id", type: "int", join: "recipeType", nullable: true },
  recipeTypeCreated: { sql: "rt.created", type: "timestamptz", join: "recipeType" },
  recipeTypeArchived: { sql: "rt.archived", type: "timestamptz", join: "recipeType", nullable: true },
  recipeTypeLastModified: { sql: "rt.last_modified", type: "timestamptz", join: "recipeType" },
  eventId: { sql: "b.event_id", type: "int" },
  eventType: { sql: "e.type", type: "text", join: "event" },
  eventRuleId: { sql: "e.rule_id", type: "int", join: "event", nullable: true },
  eventOccurred: { sql: "e.occurred", type: "timestamptz", join: "event" },
  ruleType: { sql: "er.type", type: "text", join: "rule", nullable: true },
  ruleName: { sql: "er.name", type: "text", join: "rule", nullable: true },
  creatorJobId: { sql: "b.creator_job_id", type: "int", nullable: true },
  creatorStatus: { sql: "j.status", type: "text", join: "creator", nullable: true },
  creatorPriority: { sql: "j.priority", type: "int", join: "creator", nullable: true },
  creatorNumExes: { sql: "j.num_exes", type: "int", join: "creator", nullable: true },
  creatorTimeout: { sql: "j.timeout", type: "int", join: "creator", nullable: true },
  creatorMaxTries: { sql: "j.max_tries", type: "int", join: "creator", nullable: true },
  creatorEventId: { sql: "j.event_id", type: "int", join: "creator", nullable: true },
  creatorEventType: { sql: "je.type", type: "text", join: "creatorEvent", nullable: true },
  creatorEventOccurred: { sql: "je.occurred", type: "timestamptz", join: "creatorEvent", nullable: true },
  creatorErrorId: { sql: "j.error_id", type: "int", join: "creator", nullable: true },
  creatorCreated: { sql: "j.created", type: "timestamptz", join: "creator", nullable: true },
  creatorQueued: { sql: "j.queued", type: "timestamptz", join: "creator", nullable: true },
  creatorStarted: { sql: "j.started", type: "timestamptz", join: "creator", nullable: true },
  creatorEnded: { sql: "j.ended", type: "timestamptz", join: "creator", nullable: true },
  creatorLastStatusChange: { sql: "j.last_status_change", type: "timestamptz", join: "creator", nullable: true },
  creatorLastModified: { sql: "j.last_modified", type: "timestamptz", join: "creator", nullable: true },
  creatorTypeId: { sql: "j.job_type_id", type: "int", join: "creator", nullable: true },
  creatorTypeRevId: { sql: "j.job_type_rev_id", type: "int", join: "creator", nullable: true },
  creatorRevisionNum: { sql: "jr.revision_num", type: "int", join: "creatorRevision", nullable: true },
  creatorTypeName: { sql: "jt.name", type: "text", join: "creatorType", nullable: true },
  creatorTypeVersion: { sql: "jt.version", type: "text", join: "creatorType", nullable: true },
  creatorTypeTitle: { sql: "jt.title", type: "text", join: "creatorType", nullable: true },
  creatorTypeDescription: { sql: "jt.description", type: "text", join: "creatorType", nullable: true },
  creatorTypeCategory: { sql: "jt.category", type: "text", join: "creatorType", nullable: true },
  creatorTypeAuthorName: { sql: "jt.author_name", type: "text", join: "creatorType", nullable: true },
  creatorTypeIconCode: { sql: "jt.icon_code", type: "text", join: "creatorType", nullable: true },
} as const satisfies Record<string, OrderColumn>;

export type BatchOrderField = keyof typeof batchOrderColumns;

export interface BatchOrder {
  readonly field: BatchOrderField;
  readonly descending: boolean;
}

const emptyValue = { int: "0", text: "''", timestamptz: "'epoch'::timestamptz" } as const;

/**
 * The sort keys of an order: none of them is ever null, so rows can be compared with a cursor, and the last is the id, so no two
 * rows are equal. A nullable column becomes two keys.
 */
export function batchSortKeys(order: readonly BatchOrder[]): { keys: SortKey[]; joins: BatchJoin[] } {
  const keys: SortKey[] = [];
  const joins: BatchJoin[] = [];
  for (const { field, descending } of order) {
    const column: OrderColumn = batchOrderColumns[field];
    if (column.join) joins.push(column.join);
    const { sql, type } = column;
    if (column.nullable) {
      keys.push({ sql: `(${sql} IS NULL)`, type: "boolean", descending });
      keys.push({ sql: `coalesce(${sql}, ${emptyValue[column.type as keyof typeof emptyValue]})`, type, descending });
    } else {
      keys.push({ sql, type, descending });
    }
    if (field === "id") return { keys, joins };
  }
  keys.push({ sql: batchOrderColumns.id.sql, type: "int", descending: order.at(-1)?.descending ?? false });
  return { keys, joins };
}
