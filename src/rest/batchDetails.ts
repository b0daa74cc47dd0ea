import type { Db } from "../db/database.js";
import { type BatchColumn, findBatch } from "../domain/batch/read/findBatches.js";
import { batchHead, batchTail, commonColumns, creatorType } from "./batchJson.js";
import { eventFields } from "./eventJson.js";
import { errorFields, jobFields } from "./jobJson.js";
import { json, partOf } from "./json.js";
import { recipeTypeFields } from "./recipeTypeJson.js";

const detailColumns = [
  ...commonColumns,
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

const recipeTypeOf = partOf("recipeType", detailColumns);
const eventOf = partOf("event", detailColumns);
const ruleOf = partOf("rule", detailColumns);
const creatorOf = partOf("creator", detailColumns);
const creatorErrorOf = partOf("creatorError", detailColumns);
const creatorEventOf = partOf("creatorEvent", detailColumns);

/** Reads the JSON of *Batch Details*. @returns null where there is no such batch */
export async function batchDetails(db: Db, id: number): Promise<string | null> {
  const row = await findBatch(db, detailColumns, id);
  if (!row) return null;
  const event = eventFields(eventOf(row), row.eventRuleId === null ? null : { ...ruleOf(row), id: row.eventRuleId });
  const { jobId, revisionNum, supersededByJobId, ...creator } = creatorOf(row);
  const error = row.creatorErrorId === null ? null : errorFields(creatorErrorOf(row));
  const relations = { jobType: creatorType(row), revisionNum, event: creatorEventOf(row), supersededByJobId };
  const creatorJob = jobId === null ? null : { ...jobFields({ ...creator, id: jobId }, relations), error };
  return (
    `{${batchHead(row)},"recipe_type":${json(recipeTypeFields(recipeTypeOf(row)))},"event":${json(event)},` +
    `"creator_job":${json(creatorJob)},"definition":${json(row.definition)},${batchTail(row)}}`
  );
}
