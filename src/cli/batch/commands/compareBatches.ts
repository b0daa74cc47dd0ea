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
  else print([describeBatches(comparison), ...comparison.jobs.map((job) => describeJob(job, comparison))].join("\n\n"));
  return exitCode.ok;
}

type Comparison = CompareBatchesQuery["compareBatches"];
type Job = Comparison["jobs"][number];

const batchColumns: readonly Column[] = [
  { head: "ID", align: "right" },
  { head: "Recipe type", min: 10 },
  { head: "Title", min: 8, optional: true },
  { head: "Work" },
  { head: "Previous", align: "right" },
  { head: "Created (UTC)", optional: true },
];

const describeBatches = ({ batches }: Comparison): string =>
  table(
    batchColumns,
    batches.map(({ databaseId, recipeType, title, work, previous, created }) => [
      String(databaseId),
      plainText(`${recipeType.name} ${recipeType.version}`),
      plainText(title ?? ""),
      work.state,
      String(previous?.databaseId ?? ""),
      formatMinute(created),
    ]),
  );

const jobColumns: readonly Column[] = [
  { head: "Batch", align: "right" },
  { head: "Done", align: "right" },
  { head: "Failed", align: "right" },
  { head: "Shortest", align: "right", optional: true },
  { head: "Mean", align: "right" },
  { head: "", align: "right" },
  { head: "p95", align: "right" },
  { head: "", align: "right" },
  { head: "Longest", align: "right", optional: true },
];

/** A table of one job, with a row for each batch that has it, and by how much its mean and its p95 differ from those of the first of them. */
function describeJob({ jobName, metrics }: Job, { batches }: Comparison): string {
  const first = metrics.find((one) => one !== null && one.count > 0);
  const rows = metrics.flatMap((one, i) => {
    if (one === null) return [];
    const differences = one === first ? ["", ""] : [difference(one.mean, first?.mean), difference(one.p95, first?.p95)];
    return [
      [
        String(batches[i]?.databaseId),
        formatCount(one.count),
        formatCount(one.failed),
        formatSeconds(one.shortest),
        formatSeconds(one.mean),
        differences[0] ?? "",
        formatSeconds(one.p95),
        differences[1] ?? "",
        formatSeconds(one.longest),
      ],
    ];
  });
  return `${styled("bold", plainText(jobName))}\n${table(jobColumns, rows)}`;
}

/** `+12 %`, `-50 %`, `±0 %`; empty where one of the two is missing. */
function difference(seconds: number | null, first: number | null | undefined): string {
  if (seconds === null || !first) return "";
  const percent = Math.round((seconds / first - 1) * 100);
  return `${percent > 0 ? "+" : percent === 0 ? "±" : ""}${formatCount(percent)} %`;
}
