import type { Command } from "commander";
import { askGateway } from "../../gateway/askGateway.js";
import { noBatch } from "../../gateway/gatewayErrors.js";
import { formatCount, plainText, print, printJson } from "../../print.js";
import { readInteger } from "../../readOption.js";
import { type ExitCode, exitCode } from "../exitCode.js";
import { showDocument } from "../gateway/documents.js";
import { action, type ConnectionOptions } from "../options/connectionOptions.js";
import { countOf, formatSecond } from "../output/formats.js";
import { table } from "../output/table.js";
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
  else
    print(
      [describeBatch(batch), describeHistory(batch), describeFailures(batch, program), describeFailedJobs(batch, program)]
        .filter(Boolean)
        .join("\n\n"),
    );
  return exitCode.ok;
}

const historyColumns = [{ head: "History (UTC)" }, { head: "Status" }, { head: "By", min: 8 }, { head: "Reason", wraps: true, min: 16 }];

/** The changes of its status and of its work's state, in their order. */
function describeHistory({ events, workEvents }: ShownBatch): string {
  const changes = [
    ...events.map((event) => ({ ...event, to: styledStatus(event.to) })),
    ...workEvents.map((event) => ({ ...event, to: `work ${event.to}` })),
  ].sort((one, other) => Date.parse(one.occurred) - Date.parse(other.occurred));
  return table(
    historyColumns,
    changes.map(({ occurred, to, actor, reason }) => [formatSecond(occurred), to, plainText(actor), plainText(reason ?? "")]),
  );
}

const failureColumns = [
  { head: "Recipe", align: "right" },
  { head: "Reason", wraps: true, min: 16 },
] as const;

function describeFailures({ databaseId, failedCount, recipes: { nodes } }: ShownBatch, program: string): string {
  if (failedCount === 0) return "";
  const rows = nodes.map(({ supersededRecipe, failure }) => [
    String(supersededRecipe?.databaseId ?? ""),
    plainText(`${failure?.code}: ${failure?.message}`),
  ]);
  const shown = nodes.length < failedCount ? `the first ${formatCount(nodes.length)} of ${formatCount(failedCount)}` : "all of them";
  return [
    styled("bold", `${countOf(failedCount, "recipe")} failed (here ${shown})`),
    ...(rows.length > 0 ? [table(failureColumns, rows)] : []),
    `To try them again: ${program} retry ${databaseId}`,
  ].join("\n");
}

const failedJobColumns = [
  { head: "Job", align: "right" },
  { head: "Type", min: 8 },
  { head: "Tries", align: "right" },
  { head: "Error", wraps: true, min: 16 },
] as const;

/** The failed jobs, each with what its last execution left behind. */
function describeFailedJobs({ databaseId, progress, jobs: { nodes } }: ShownBatch, program: string): string {
  const { failed } = progress.jobs;
  if (failed === 0) return "";
  const rows = nodes.map(({ job: { databaseId: id, jobType, error, executions } }) => {
    const last = executions.at(-1);
    const log = last?.logTail?.trimEnd().split("\n").at(-1);
    const words = [error?.name, last?.message, typeof last?.exitCode === "number" && `exit code ${last.exitCode}`, log && `log: ${log}`];
    return [
      String(id),
      plainText(`${jobType.name} ${jobType.version}`),
      String(executions.length),
      plainText(words.filter(Boolean).join("; ")),
    ];
  });
  const shown = nodes.length < failed ? `the first ${formatCount(nodes.length)} of ${formatCount(failed)}` : "all of them";
  return [
    styled("bold", `${countOf(failed, "job")} failed (here ${shown})`),
    ...(rows.length > 0 ? [table(failedJobColumns, rows)] : []),
    `To run them again: ${program} requeue ${databaseId}`,
  ].join("\n");
}
