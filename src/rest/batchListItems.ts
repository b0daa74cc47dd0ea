import { formatTime } from "../domain/time.js";
import { batchHead, batchTail, type CommonRow, commonColumns, creatorType } from "./batchJson.js";
import { jobTypeFields } from "./jobJson.js";
import { json, partOf } from "./json.js";
import { recipeTypeSummaryFields } from "./recipeTypeJson.js";

const recipeTypeOf = partOf("recipeType", commonColumns);

/** Makes the JSON of the `results` of *Batch List*: what many batches refer to, once. */
export function batchListItems(rows: readonly CommonRow[]): string[] {
  const recipeTypes = new Map<number, string>();
  const jobTypes = new Map<number | null, string>();
  return rows.map((row) => {
    const recipeType = recipeTypes.get(row.recipeTypeId) ?? json(recipeTypeSummaryFields(recipeTypeOf(row)));
    recipeTypes.set(row.recipeTypeId, recipeType);
    const jobType = jobTypes.get(row.creatorJobTypeId) ?? json(jobTypeFields(creatorType(row)));
    jobTypes.set(row.creatorJobTypeId, jobType);
    return (
      `{${batchHead(row)},"recipe_type":${recipeType},"event":${eventJson(row)},` +
      `"creator_job":${creatorJson(row, jobType)},${batchTail(row)}}`
    );
  });
}

const eventJson = (row: CommonRow): string =>
  `{"id":${row.eventId},"type":${json(row.eventType)},"rule":${reference(row.eventRuleId)},"occurred":"${formatTime(row.eventOccurred)}"}`;

const creatorJson = (row: CommonRow, jobType: string): string =>
  row.creatorJobId === null
    ? "null"
    : `{"id":${row.creatorJobId},"job_type":${jobType},"job_type_rev":${reference(row.creatorJobTypeRevId)},` +
      `"event":${reference(row.creatorEventId)},"error":${reference(row.creatorErrorId)},"status":${json(row.creatorStatus)},` +
      `"priority":${row.creatorPriority},"num_exes":${row.creatorNumExes}}`;

/** An object that is only named. */
const reference = (id: number | null): string => (id === null ? "null" : `{"id":${id}}`);
