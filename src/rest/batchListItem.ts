import { formatTime } from "../domain/time.js";
import { batchHead, batchTail, type CommonRow } from "./batchJson.js";
import { json } from "./json.js";

/** The JSON of what batches refer to, by id. */
export interface SharedJson {
  readonly recipeTypes: ReadonlyMap<number, string>;
  readonly jobTypes: ReadonlyMap<number, string>;
}

/** The JSON of one of the `results` of *Batch List*. */
export const batchListItem = (row: CommonRow, { recipeTypes, jobTypes }: SharedJson): string =>
  `{${batchHead(row)},"recipe_type":${recipeTypes.get(row.recipeTypeId)},"event":${eventJson(row)},` +
  `"creator_job":${creatorJson(row, jobTypes)},${batchTail(row)}}`;

const eventJson = (row: CommonRow): string =>
  `{"id":${row.eventId},"type":${json(row.eventType)},"rule":${reference(row.eventRuleId)},"occurred":"${formatTime(row.eventOccurred)}"}`;

const creatorJson = (row: CommonRow, jobTypes: SharedJson["jobTypes"]): string =>
  row.creatorJobId === null || row.creatorJobTypeId === null
    ? "null"
    : `{"id":${row.creatorJobId},"job_type":${jobTypes.get(row.creatorJobTypeId)},"job_type_rev":${reference(row.creatorJobTypeRevId)},` +
      `"event":${reference(row.creatorEventId)},"error":${reference(row.creatorErrorId)},"status":${json(row.creatorStatus)},` +
      `"priority":${row.creatorPriority},"num_exes":${row.creatorNumExes}}`;

/** An object that is only named. */
const reference = (id: number | null): string => (id === null ? "null" : `{"id":${id}}`);
