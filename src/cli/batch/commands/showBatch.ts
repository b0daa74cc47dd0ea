import type { Command } from "commander";
import { askGateway } from "../../gateway/askGateway.js";
import { noBatch } from "../../gateway/gatewayErrors.js";
import { formatCount, plainText, print, printJson } from "../../print.js";
import { readInteger } from "../../readOption.js";
import { type ExitCode, exitCode } from "../exitCode.js";
import { showDocument } from "../gateway/documents.js";
import { action, type ConnectionOptions } from "../options/connectionOptions.js";
import { countOf, formatSecond } from "../output/formats.js";
import { type Column, table } from "../output/table.js";
import { styled, styledStatus } from "../output/terminal.js";
import { describeBatch, type ShownBatch } from "./describeBatch.js";

export const addShowCommand = (program: Command): Command =>
  program
    .command("show")
    .description("Show a batch: its definition, its progress, its history, and the recipes and jobs that failed.")
    .argument("<ID>", "the batch's id")
    .option("--failures <N>", "at most so many failed recipes, and as many failed jobs, 0 to 1000", readInteger(0, 1000), 10)
    .action(action(showBatch));

async function showBatch(options: { failures: number } & ConnectionOptions, id: string): Promise<ExitCode> {
  const { program, json, failures } = options;
  const { batch } = await askGateway(options, showDocument, { id, failures });
  if (!batch) throw noBatch(id);
  if (json) printJson(batch);
  else print([describeBatch(batch), describeHistory(batch), ...describeFailures(batch, program)].filter(Boolean).join("\n\n"));
  return exitCode.ok;
}

type Change = (ShownBatch["events"] | ShownBatch["workEvents"])[number] & { readonly shown: string };

const historyColumns: readonly Column<Change>[] = [
  { head: "History (UTC)", cell: ({ occurred }) => formatSecond(occurred) },
  { head: "Status", cell: ({ shown }) => shown },
  { head: "By", cell: ({ actor }) => plainText(actor), min: 8 },
  { head: "Reason", cell: ({ reason }) => plainText(reason ?? ""), wraps: true, min: 16 },
];

/** The changes of its status and of its work's state, in their order. */
function describeHistory({ events, workEvents }: ShownBatch): string {
  const changes = [
    ...events.map((event) => ({ ...event, shown: styledStatus(event.to) })),
    ...workEvents.map((event) => ({ ...event, shown: `work ${event.to}` })),
  ].sort((one, other) => Date.parse(one.occurred) - Date.parse(other.occurred));
  return table(historyColumns, changes);
}

const failureColumns: readonly Column<ShownBatch["recipes"]["nodes"][number]>[] = [
  { head: "Recipe", cell: ({ supersededRecipe }) => String(supersededRecipe?.databaseId ?? ""), align: "right" },
  { head: "Reason", cell: ({ failure }) => plainText(`${failure?.code}: ${failure?.message}`), wraps: true, min: 16 },
];

type FailedJob = ShownBatch["jobs"]["nodes"][number];

const failedJobColumns: readonly Column<FailedJob>[] = [
  { head: "Job", cell: ({ job }) => String(job.databaseId), align: "right" },
  { head: "Type", cell: ({ job: { jobType } }) => plainText(`${jobType.name} ${jobType.version}`), min: 8 },
  { head: "Tries", cell: ({ job }) => String(job.executions.length), align: "right" },
  { head: "Error", cell: describeError, wraps: true, min: 16 },
];

/** What the last execution of a job has left behind. */
function describeError({ job: { error, executions } }: FailedJob): string {
  const last = executions.at(-1);
  const log = last?.logTail?.trimEnd().split("\n").at(-1);
  const words = [error?.name, last?.message, typeof last?.exitCode === "number" && `exit code ${last.exitCode}`, log && `log: ${log}`];
  return plainText(words.filter(Boolean).join("; "));
}

const describeFailures = ({ databaseId, failedCount, recipes, progress, jobs }: ShownBatch, program: string): string[] => [
  describeFailed(failedCount, "recipe", failureColumns, recipes.nodes, `To try them again: ${program} retry ${databaseId}`),
  describeFailed(progress.jobs.failed, "job", failedJobColumns, jobs.nodes, `To run them again: ${program} requeue ${databaseId}`),
];

/** Recipes or jobs that failed, as far as they were asked for, and what to do about them; empty where none has. */
function describeFailed<Row>(count: number, noun: string, columns: readonly Column<Row>[], rows: readonly Row[], next: string): string {
  if (count === 0) return "";
  const shown = rows.length < count ? `the first ${formatCount(rows.length)} of ${formatCount(count)}` : "all of them";
  return [styled("bold", `${countOf(count, noun)} failed (here ${shown})`), ...(rows.length > 0 ? [table(columns, rows)] : []), next].join(
    "\n",
  );
}
