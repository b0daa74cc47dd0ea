import type { ShowBatchQuery } from "../../generated/graphql.js";
import { formatCount, plainText } from "../../print.js";
import { workWords } from "../batchStatus.js";
import { describeDefinition } from "../output/describeDefinition.js";
import { describeLimits } from "../output/describeLimits.js";
import { formatSecond } from "../output/formats.js";
import { type Column, table } from "../output/table.js";
import { styled, styledStatus } from "../output/terminal.js";

/** A batch as `show` reads it. */
export type ShownBatch = NonNullable<ShowBatchQuery["batch"]>;

const columns: readonly Column<readonly [string, string]>[] = [
  { head: "", cell: ([name]) => styled("bold", name) },
  { head: "", cell: ([name, value]) => (isStyled(name) ? value : plainText(value)), wraps: true, min: 20 },
];

/** What there is to say about a batch itself. */
export function describeBatch(batch: ShownBatch): string {
  const { recipeType, creatorJob, retryOf, previous, root, events } = batch;
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
    ["Work", describeWork(batch)],
    ["Limits", describeLimits(batch.limits)],
    ["", describeWaiting(batch)],
    ["Retry of", retryOf && `batch ${retryOf.databaseId}`],
    [
      "Previous",
      previous &&
        `batch ${previous.databaseId}${root && root.databaseId !== previous.databaseId ? `, and first batch ${root.databaseId}` : ""}`,
    ],
    ["Creator job", creatorJob && `${creatorJob.databaseId} (${creatorJob.status})`],
    ["Created", `${formatSecond(batch.created)} UTC${events[0] ? ` by ${events[0].actor}` : ""}`],
    ["Last modified", `${formatSecond(batch.lastModified)} UTC`],
  ];
  return table(
    columns,
    rows.flatMap(([name, value]) => (value ? [[name, value] as const] : [])),
  );
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

function describeWork({ work: { state, percent, finished, estimate, recipesCompleted } }: ShownBatch): string {
  const share = percent === null ? "" : ` (${Math.floor(percent)} %)`;
  const time = finished ? `finished ${formatSecond(finished)} UTC` : estimate ? `about until ${formatSecond(estimate)} UTC` : "";
  return [`${workWords[state]}${share}`, `${formatCount(recipesCompleted)} recipes completed`, time].filter(Boolean).join(", ");
}

/** Says who runs the batch's jobs, where some wait and nobody has come. */
const describeWaiting = ({ progress: { jobs }, work }: ShownBatch): string | null =>
  work.state === "WAITING" && jobs.queued + jobs.pending > 0
    ? "No worker has taken a job yet. A worker, such as npm run work, takes the queued ones. A pending job waits for the jobs before it."
    : null;
