import type { Db } from "../db/database.js";
import { type BatchColumn, type BatchRow, findBatch } from "../domain/batch/findBatches.js";
import { findJobTypeSummariesById, type JobTypeSummary } from "../domain/job/findJobs.js";
import { findRecipeTypesById, type RecipeType } from "../domain/recipe/findRecipeTypes.js";
import { formatTime } from "../domain/time.js";
import { batchHead, batchTail, commonColumns, jobTypeFields, json } from "./batchJson.js";

const detailColumns = [
  ...commonColumns,
  "definition",
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
  "creatorCreated",
  "creatorQueued",
  "creatorStarted",
  "creatorEnded",
  "creatorLastStatusChange",
  "creatorSuperseded",
  "creatorLastModified",
] as const satisfies readonly BatchColumn[];

type DetailRow = BatchRow<(typeof detailColumns)[number]>;

/** Reads the JSON of *Batch Details*. @returns null where there is no such batch */
export async function batchDetails(db: Db, id: number): Promise<string | null> {
  const row = await findBatch(db, detailColumns, id);
  if (!row) return null;
  const [[recipeType], [jobType]] = await Promise.all([
    findRecipeTypesById(db, [row.recipeTypeId]),
    findJobTypeSummariesById(db, row.creatorJobTypeId === null ? [] : [row.creatorJobTypeId]),
  ]);
  const recipeTypeJson = json(recipeTypeFields(recipeType as RecipeType));
  const creatorJson = json(jobType ? creatorFields(row, jobType) : null);
  return (
    `{${batchHead(row)},"recipe_type":${recipeTypeJson},"event":${json(eventFields(row))},"creator_job":${creatorJson},` +
    `"definition":${json(row.definition)},${batchTail(row)}}`
  );
}

const recipeTypeFields = (recipeType: RecipeType) => ({
  id: recipeType.id,
  name: recipeType.name,
  version: recipeType.version,
  title: recipeType.title,
  description: recipeType.description,
  is_active: recipeType.isActive,
  definition: recipeType.definition,
  revision_num: recipeType.revisionNum,
  created: time(recipeType.created),
  last_modified: time(recipeType.lastModified),
  archived: time(recipeType.archived),
  trigger_rule: reference(recipeType.triggerRuleId),
});

const eventFields = (row: DetailRow) => ({
  id: row.eventId,
  type: row.eventType,
  rule: row.eventRuleId === null ? null : ruleFields(row),
  occurred: time(row.eventOccurred),
  description: row.eventDescription,
});

const ruleFields = (row: DetailRow) => ({
  id: row.eventRuleId,
  type: row.ruleType,
  name: row.ruleName,
  is_active: row.ruleIsActive,
  configuration: row.ruleConfiguration,
});

const creatorFields = (row: DetailRow, jobType: JobTypeSummary) => ({
  id: row.creatorJobId,
  job_type: jobTypeFields(jobType),
  job_type_rev: { id: row.creatorJobTypeRevId, job_type: reference(jobType.id), revision_num: row.creatorRevisionNum },
  event: {
    id: row.creatorEventId,
    type: row.creatorEventType,
    rule: reference(row.creatorEventRuleId),
    occurred: time(row.creatorEventOccurred),
  },
  error: reference(row.creatorErrorId),
  status: row.creatorStatus,
  priority: row.creatorPriority,
  num_exes: row.creatorNumExes,
  timeout: row.creatorTimeout,
  max_tries: row.creatorMaxTries,
  cpus_required: row.creatorCpusRequired,
  mem_required: row.creatorMemRequired,
  disk_in_required: row.creatorDiskInRequired,
  disk_out_required: row.creatorDiskOutRequired,
  is_superseded: row.creatorIsSuperseded,
  root_superseded_job: reference(row.creatorRootSupersededJobId),
  superseded_job: reference(row.creatorSupersededJobId),
  superseded_by_job: reference(row.creatorSupersededByJobId),
  delete_superseded: row.creatorDeleteSuperseded,
  created: time(row.creatorCreated),
  queued: time(row.creatorQueued),
  started: time(row.creatorStarted),
  ended: time(row.creatorEnded),
  last_status_change: time(row.creatorLastStatusChange),
  superseded: time(row.creatorSuperseded),
  last_modified: time(row.creatorLastModified),
});

/** An object that is only named. */
const reference = (id: number | null) => (id === null ? null : { id });

const time = (value: string | Date | null) => (value === null ? null : formatTime(value));
