import type { ShowBatchQuery } from "../../generated/graphql.js";
import { formatCount } from "../../print.js";
import { describeDefinition } from "../output/describeDefinition.js";
import { formatSecond, plainText } from "../output/formats.js";
import { table } from "../output/table.js";
import { styled, styledStatus } from "../output/terminal.js";

/** A batch as `show` reads it. */
export type ShownBatch = NonNullable<ShowBatchQuery["batch"]>;

const columns = [{ head: "" }, { head: "", wraps: true, min: 20 }];

/** What there is to say about a batch itself. */
export function describeBatch(batch: ShownBatch): string {
  const { recipeType, creatorJob, retryOf, events } = batch;
  const rows: (readonly [string, string | null])[] = [
    ["Batch", String(batch.databaseId)],
    ["Title", batch.title],
    ["Description", batch.description],
    ["Status", styledStatus(batch.status)],
    ["Stalled", batch.stalledSince && `nothing has been made since ${formatSecond(batch.stalledSince)} UTC`],
    ["Recipe type", `${recipeType.name} ${recipeType.version} (id ${recipeType.databaseId})`],
    ["Definition", describeDefinition(batch.definition)],
    ["Recipes", describeCounts(batch)],
    ["Jobs made", describeJobs(batch)],
    ["", describeWaiting(batch)],
    ["Retry of", retryOf && `batch ${retryOf.databaseId}`],
    ["Creator job", creatorJob && `${creatorJob.databaseId} (${creatorJob.status})`],
    ["Created", `${formatSecond(batch.created)} UTC${events[0] ? ` by ${events[0].actor}` : ""}`],
    ["Last modified", `${formatSecond(batch.lastModified)} UTC`],
  ];
  const shown = rows.flatMap(([name, value]) => (value ? [[styled("bold", name), isStyled(name) ? value : plainText(value)]] : []));
  return table(columns, shown);
}

const isStyled = (name: string): boolean => name === "Status";

function describeCounts({ totalCount, createdCount, failedCount, progress: { percent } }: ShownBatch): string {
  const share = percent === null ? "" : ` (${Math.floor(percent)} %)`;
  return `${formatCount(createdCount)} made and ${formatCount(failedCount)} failed of ${formatCount(totalCount)} matched${share}`;
}

function describeJobs({ progress: { jobs } }: ShownBatch): string {
  const { total, ...counts } = jobs;
  const parts = Object.entries(counts).flatMap(([status, count]) => (count > 0 ? [`${formatCount(count)} ${status}`] : []));
  return [formatCount(total), parts.join(", ")].filter(Boolean).join(": ");
}

/** Says who runs the batch's jobs, where some wait. */
const describeWaiting = ({ progress: { jobs } }: ShownBatch): string | null =>
  jobs.queued + jobs.pending > 0
    ? "The gateway makes jobs and does not run them: whatever runs your algorithms takes the queued ones from its database. A pending job waits for the jobs before it."
    : null;
