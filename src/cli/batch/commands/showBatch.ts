import type { Command } from "commander";
import { formatCount, print, printJson } from "../../print.js";
import { type ExitCode, exitCode } from "../exitCode.js";
import { askGateway } from "../gateway/askGateway.js";
import { showDocument } from "../gateway/documents.js";
import { noBatch } from "../gateway/refusal.js";
import { action, type ConnectionOptions } from "../options/connectionOptions.js";
import { readInteger } from "../options/readInteger.js";
import { countOf, formatSecond, plainText } from "../output/formats.js";
import { table } from "../output/table.js";
import { styled, styledStatus } from "../output/terminal.js";
import { describeBatch, type ShownBatch } from "./describeBatch.js";

export const addShowCommand = (program: Command): Command =>
  program
    .command("show")
    .description("Show a batch: its definition, its progress, its history and the recipes that failed.")
    .argument("<ID>", "the batch's id")
    .option("--failures <N>", "at most so many failed recipes, 0 to 1000", readInteger(0, 1000), 10)
    .action(action(showBatch));

async function showBatch({ url, program, json, failures }: { failures: number } & ConnectionOptions, id: string): Promise<ExitCode> {
  const { batch } = await askGateway(url, showDocument, { id, failures });
  if (!batch) throw noBatch(id);
  if (json) printJson(batch);
  else print([describeBatch(batch), describeHistory(batch), describeFailures(batch, program)].filter(Boolean).join("\n\n"));
  return exitCode.ok;
}

const historyColumns = [{ head: "History (UTC)" }, { head: "Status" }, { head: "By", min: 8 }, { head: "Reason", wraps: true, min: 16 }];

const describeHistory = ({ events }: ShownBatch): string =>
  table(
    historyColumns,
    events.map(({ occurred, to, actor, reason }) => [formatSecond(occurred), styledStatus(to), plainText(actor), plainText(reason ?? "")]),
  );

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
