import type { BatchOrder, BatchOrderField } from "../domain/batch/findBatches.js";
import type { Problem } from "../domain/errors.js";

/**
 * The names that `order` takes: the fields of a batch as the list shows them, those of the objects it refers to after `__`, and
 * the names that Scale's callers know besides. An object's own name stands for its id.
 */
const names = {
  id: "id",
  pk: "id",
  title: "title",
  description: "description",
  status: "isNotCreated",
  created_count: "createdCount",
  failed_count: "failedCount",
  total_count: "totalCount",
  created: "created",
  last_modified: "lastModified",

  recipe_type: "recipeTypeId",
  recipe_type_id: "recipeTypeId",
  recipe_type__id: "recipeTypeId",
  recipe_type__name: "recipeTypeName",
  recipe_type__version: "recipeTypeVersion",
  recipe_type__title: "recipeTypeTitle",
  recipe_type__description: "recipeTypeDescription",
  recipe_type__is_active: "recipeTypeIsActive",
  recipe_type__revision_num: "recipeTypeRevisionNum",
  recipe_type__created: "recipeTypeCreated",
  recipe_type__archived: "recipeTypeArchived",
  recipe_type__last_modified: "recipeTypeLastModified",

  event: "eventId",
  event_id: "eventId",
  event__id: "eventId",
  event__type: "eventType",
  event__rule: "eventRuleId",
  event__rule__id: "eventRuleId",
  event__occurred: "eventOccurred",

  creator_job: "creatorJobId",
  creator_job_id: "creatorJobId",
  creator_job__id: "creatorJobId",
  creator_job__status: "creatorStatus",
  creator_job__priority: "creatorPriority",
  creator_job__num_exes: "creatorNumExes",
  creator_job__event: "creatorEventId",
  creator_job__event__id: "creatorEventId",
  creator_job__error: "creatorErrorId",
  creator_job__error__id: "creatorErrorId",
  creator_job__created: "creatorCreated",
  creator_job__queued: "creatorQueued",
  creator_job__started: "creatorStarted",
  creator_job__ended: "creatorEnded",
  creator_job__last_status_change: "creatorLastStatusChange",
  creator_job__last_modified: "creatorLastModified",
  creator_job__job_type_rev: "creatorTypeRevId",
  creator_job__job_type_rev__id: "creatorTypeRevId",
  creator_job__job_type: "creatorTypeId",
  creator_job__job_type__id: "creatorTypeId",
  creator_job__job_type__name: "creatorTypeName",
  creator_job__job_type__version: "creatorTypeVersion",
  creator_job__job_type__title: "creatorTypeTitle",
  creator_job__job_type__category: "creatorTypeCategory",
} as const satisfies Record<string, BatchOrderField>;

const isName = (name: string): name is keyof typeof names => Object.hasOwn(names, name);

/** The names that `order` takes, for the API's description. */
export const batchOrderNames: readonly string[] = Object.keys(names);

/** Reads the values of `order`: a field's name, with `-` before it to reverse. A field that is named again changes nothing. */
export function readBatchOrder(values: readonly string[], problems: Problem[]): BatchOrder[] {
  const order = new Map<BatchOrderField, BatchOrder>();
  for (const value of values) {
    const descending = value.startsWith("-");
    const name = descending ? value.slice(1) : value;
    if (!isName(name)) {
      problems.push({ code: "INVALID", path: ["order"], message: `"${value}" is not a field that batches can be ordered by` });
    } else if (!order.has(names[name])) {
      order.set(names[name], { field: names[name], descending });
    }
  }
  return [...order.values()];
}
