import type { Db } from "../db/database.js";
import { type BatchColumn, findBatch } from "../domain/batch/findBatches.js";
import { findJobTypeSummariesById } from "../domain/job/findJobs.js";
import { findRecipeTypesById, type RecipeType } from "../domain/recipe/findRecipeTypes.js";
import { batchHead, batchTail, commonColumns } from "./batchJson.js";
import { eventFields } from "./eventJson.js";
import { jobFields } from "./jobJson.js";
import { json, partOf } from "./json.js";
import { recipeTypeFields } from "./recipeTypeJson.js";

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

const eventOf = partOf("event", detailColumns);
const ruleOf = partOf("rule", detailColumns);
const creatorOf = partOf("creator", detailColumns);
const creatorEventOf = partOf("creatorEvent", detailColumns);

/** Reads the JSON of *Batch Details*. @returns null where there is no such batch */
export async function batchDetails(db: Db, id: number): Promise<string | null> {
  const row = await findBatch(db, detailColumns, id);
  if (!row) return null;
  const [[recipeType], [jobType]] = await Promise.all([
    findRecipeTypesById(db, [row.recipeTypeId]),
    findJobTypeSummariesById(db, row.creatorJobTypeId === null ? [] : [row.creatorJobTypeId]),
  ]);
  const event = eventFields(eventOf(row), row.eventRuleId === null ? null : { ...ruleOf(row), id: row.eventRuleId });
  const { jobId, revisionNum, supersededByJobId, ...creator } = creatorOf(row);
  const creatorJob =
    jobType && jobFields({ ...creator, id: jobId }, { jobType, revisionNum, event: creatorEventOf(row), supersededByJobId });
  return (
    `{${batchHead(row)},"recipe_type":${json(recipeTypeFields(recipeType as RecipeType))},"event":${json(event)},` +
    `"creator_job":${json(creatorJob ?? null)},"definition":${json(row.definition)},${batchTail(row)}}`
  );
}
