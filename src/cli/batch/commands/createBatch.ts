import type { Command } from "commander";
import { askGateway } from "../../gateway/askGateway.js";
import { refuseAll, Unreachable } from "../../gateway/gatewayErrors.js";
import type { CreateBatchMutation } from "../../generated/graphql.js";
import { print, printError, printJson, printJsonLine } from "../../print.js";
import { type ExitCode, exitCode } from "../exitCode.js";
import { createDocument } from "../gateway/documents.js";
import { addBatchInputOptions, type BatchInputOptions } from "../options/batchInputOptions.js";
import { action, type ConnectionOptions } from "../options/connectionOptions.js";
import { confirm, isInteractive } from "../output/terminal.js";
import { describePreview } from "./describePreview.js";
import { type Preview, previewBatch, unknownJobs } from "./previewBatch.js";
import { addWatchOptions, type WatchOptions, watchBatch } from "./watchBatch.js";

interface CreateOptions extends BatchInputOptions, ConnectionOptions, WatchOptions {
  readonly idempotencyKey?: string;
  readonly yes?: boolean;
  readonly watch?: boolean;
}

export const addCreateCommand = (program: Command): Command =>
  addWatchOptions(
    addBatchInputOptions(program.command("create").description("Show what a batch would do, ask, and create just that batch."))
      .option("--yes", "don't ask; required where there is no terminal, and with --json")
      .option("--idempotency-key <KEY>", "the same key and the same batch again create none, for at least 24 hours")
      .option("--watch", "go on watching the batch; with --json a line of JSON for each change follows"),
  )
    .hook("preAction", (_, command) => {
      const { yes, json } = command.optsWithGlobals<CreateOptions>();
      if (yes) return;
      if (json) command.error("error: option '--json' needs '--yes'");
      if (!isInteractive()) command.error("error: option '--yes' is required where there is no terminal to ask at");
    })
    .action(action(createBatch));

async function createBatch(options: CreateOptions): Promise<ExitCode> {
  const preview = await previewBatch(options);
  refuseAll(preview.answer.errors);
  refuseAll(unknownJobs(preview));
  if (!options.json) print(`${describePreview(preview)}\n`);
  if (!options.yes) {
    const answer = await confirm("Create this batch?");
    if (answer !== true) printError(`${answer === null ? "\n" : ""}Nothing was created.`);
    if (answer === null) return exitCode.interrupted;
    if (!answer) return exitCode.refused;
  }
  const created = await create(options, preview);
  refuseAll(created.errors);
  printCreated(created, preview, options);
  return options.watch && created.batch ? watchBatch(options, String(created.batch.databaseId)) : exitCode.ok;
}

type Created = CreateBatchMutation["createBatch"];

async function create(options: CreateOptions, { input, answer }: Preview): Promise<Created> {
  const { program, idempotencyKey } = options;
  const variables = { input, planToken: answer.planToken, idempotencyKey: idempotencyKey ?? null };
  try {
    return (await askGateway(options, createDocument, variables)).createBatch;
  } catch (error) {
    if (error instanceof Unreachable) {
      const safely = idempotencyKey === undefined ? `${program} list tells` : "with the same --idempotency-key you can safely try again";
      printError(`Whether the batch was created is not known: ${safely}.`);
    }
    throw error;
  }
}

function printCreated(
  created: Created,
  { answer: { recipeCount, warnings, plan } }: Preview,
  { program, json, watch }: CreateOptions,
): void {
  const { batch, replayed } = created;
  if (json) {
    const document = { ...created, preview: { recipeCount, warnings, plan } };
    (watch ? printJsonLine : printJson)(document);
    return;
  }
  const id = batch?.databaseId;
  print(replayed ? `Batch ${id} had been created with this key before. It is ${batch?.status}.` : `Created batch ${id}.`);
  if (!watch) print(`To watch it: ${program} watch ${id}`);
}
