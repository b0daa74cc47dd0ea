import type { Command } from "commander";
import { askGateway } from "../../gateway/askGateway.js";
import type { CompareBatchesQuery } from "../../generated/graphql.js";
import { formatCount, plainText, print, printJson } from "../../print.js";
import { type ExitCode, exitCode } from "../exitCode.js";
import { compareDocument } from "../gateway/documents.js";
import { action, type ConnectionOptions } from "../options/connectionOptions.js";
import { formatMinute, formatSeconds } from "../output/formats.js";
import { type Column, table } from "../output/table.js";
import { styled } from "../output/terminal.js";

export const addCompareCommand = (program: Command): Command =>
  program
    .command("compare")
    .description(
      "Compare batches, such as those of a chain: how long each job took and how often it failed, and how that differs from the first.",
    )
    .argument("<ID...>", "the batches' ids, at most 20")
    .action(action(compareBatches));

async function compareBatches(options: ConnectionOptions, ...ids: string[]): Promise<ExitCode> {
  const { compareBatches: comparison } = await askGateway(options, compareDocument, { ids });
  if (options.json) printJson(comparison);
  else print([table(batchColumns, comparison.batches), ...comparison.jobs.map((job) => describeJob(job, comparison))].join("\n\n"));
  return exitCode.ok;
}

type Comparison = CompareBatchesQuery["compareBatches"];
type Job = Comparison["jobs"][number];

const batchColumns: readonly Column<Comparison["batches"][number]>[] = [
  { head: "ID", cell: ({ databaseId }) => String(databaseId), align: "right" },
  { head: "Recipe type", cell: ({ recipeType }) => plainText(`${recipeType.name} ${recipeType.version}`), min: 10 },
  { head: "Title", cell: ({ title }) => plainText(title ?? ""), min: 8, optional: true },
  { head: "Work", cell: ({ work }) => work.state },
  { head: "Previous", cell: ({ previous }) => String(previous?.databaseId ?? ""), align: "right" },
  { head: "Created (UTC)", cell: ({ created }) => formatMinute(created), optional: true },
];

/** One job in one of the batches, and in the first one that has it. */
interface Row {
  readonly batchId: number | undefined;
  readonly job: NonNullable<Job["metrics"][number]>;
  readonly first: Job["metrics"][number] | undefined;
}

const jobColumns: readonly Column<Row>[] = [
  { head: "Batch", cell: ({ batchId }) => String(batchId), align: "right" },
  { head: "Done", cell: ({ job }) => formatCount(job.count), align: "right" },
  { head: "Failed", cell: ({ job }) => formatCount(job.failed), align: "right" },
  { head: "Shortest", cell: ({ job }) => formatSeconds(job.shortest), align: "right", optional: true },
  { head: "Mean", cell: ({ job }) => formatSeconds(job.mean), align: "right" },
  { head: "", cell: ({ job, first }) => (job === first ? "" : difference(job.mean, first?.mean)), align: "right" },
  { head: "p95", cell: ({ job }) => formatSeconds(job.p95), align: "right" },
  { head: "", cell: ({ job, first }) => (job === first ? "" : difference(job.p95, first?.p95)), align: "right" },
  { head: "Longest", cell: ({ job }) => formatSeconds(job.longest), align: "right", optional: true },
];

/** A table of one job, with a row for each batch that has it, and by how much its mean and its p95 differ from those of the first of them. */
function describeJob({ jobName, metrics }: Job, { batches }: Comparison): string {
  const first = metrics.find((job) => job !== null && job.count > 0);
  const rows = metrics.flatMap((job, i) => (job ? { batchId: batches[i]?.databaseId, job, first } : []));
  return `${styled("bold", plainText(jobName))}\n${table(jobColumns, rows)}`;
}

/** `+12 %`, `-50 %`, `±0 %`; empty where one of the two is missing. */
function difference(seconds: number | null, first: number | null | undefined): string {
  if (seconds === null || !first) return "";
  const percent = Math.round((seconds / first - 1) * 100);
  return `${percent > 0 ? "+" : percent === 0 ? "±" : ""}${formatCount(percent)} %`;
}
