import type { Command } from "commander";
import { askGateway } from "../../gateway/askGateway.js";
import type { BatchOrder, BatchStatus, ListBatchesQuery } from "../../generated/graphql.js";
import { formatCount, plainText, print, printJson } from "../../print.js";
import { readInteger } from "../../readOption.js";
import { batchStatuses } from "../batchStatus.js";
import { type ExitCode, exitCode } from "../exitCode.js";
import { listDocument } from "../gateway/documents.js";
import { action, type ConnectionOptions } from "../options/connectionOptions.js";
import { orderNames, readOrder, readStatuses } from "../options/readList.js";
import { formatMinute } from "../output/formats.js";
import { type Column, table } from "../output/table.js";
import { styledStatus } from "../output/terminal.js";
import { findRecipeTypes } from "./findRecipeTypes.js";

interface ListOptions {
  readonly status?: BatchStatus[];
  readonly recipeType?: string;
  readonly limit: number;
  readonly order?: BatchOrder[];
}

export const addListCommand = (program: Command): Command =>
  program
    .command("list")
    .description("List batches: the newest ones, newest last.")
    .option("--status <STATUS,...>", `only batches with one of these: ${batchStatuses.join(", ")}`, readStatuses)
    .option("--recipe-type <TYPE>", "only batches of this recipe type: NAME, NAME@VERSION or an id")
    .option("--limit <N>", "at most so many, 1 to 1000", readInteger(1, 1000), 20)
    .option("--order <FIELD,...>", `the first ones by these instead, -FIELD descending: ${orderNames.join(", ")}`, readOrder)
    .action(action(listBatches));

async function listBatches(options: ListOptions & ConnectionOptions): Promise<ExitCode> {
  const { json, status, recipeType, limit, order } = options;
  const types = recipeType === undefined ? null : await findRecipeTypes(options, recipeType);
  const { batches } = await askGateway(options, listDocument, {
    filter: { ...(status && { status }), ...(types && { recipeTypeId: types.map(({ id }) => id) }) },
    orderBy: order ?? [{ field: "CREATED", direction: "ASC" }],
    ...(order ? { first: limit } : { last: limit }),
  });
  if (json) printJson(batches);
  else printBatches(batches, order === undefined);
  return exitCode.ok;
}

type Batches = ListBatchesQuery["batches"];

const columns: readonly Column<Batches["nodes"][number]>[] = [
  { head: "ID", cell: ({ databaseId }) => String(databaseId), align: "right" },
  { head: "Status", cell: ({ status }) => styledStatus(status) },
  { head: "Recipe type", cell: ({ recipeType }) => plainText(`${recipeType.name} ${recipeType.version}`), min: 10, optional: true },
  { head: "Title", cell: ({ title }) => plainText(title ?? ""), min: 8, optional: true },
  { head: "Matched", cell: ({ totalCount }) => formatCount(totalCount), align: "right" },
  { head: "Made", cell: ({ createdCount }) => formatCount(createdCount), align: "right" },
  { head: "Failed", cell: ({ failedCount }) => formatCount(failedCount), align: "right" },
  { head: "Created (UTC)", cell: ({ created }) => formatMinute(created), optional: true },
];

function printBatches({ nodes, totalCount }: Batches, newest: boolean): void {
  print(nodes.length === 0 ? "No batches." : table(columns, nodes));
  if (nodes.length < totalCount)
    print(`\nThe ${newest ? "newest" : "first"} ${formatCount(nodes.length)} of ${formatCount(totalCount)} batches.`);
}
