import type { Command } from "commander";
import { askGateway } from "../../gateway/askGateway.js";
import { noBatch } from "../../gateway/gatewayErrors.js";
import { printError } from "../../print.js";
import { readInteger } from "../../readOption.js";
import { isGood, isOver, type Progress } from "../batchStatus.js";
import { type ExitCode, exitCode } from "../exitCode.js";
import { findBatchDocument } from "../gateway/documents.js";
import { followProgress } from "../gateway/followProgress.js";
import { action, type ConnectionOptions } from "../options/connectionOptions.js";
import { barView } from "../output/barView.js";
import { jsonView, lineView } from "../output/progressView.js";

export interface WatchOptions {
  /** Seconds. */
  readonly patience: number;
  readonly untilCreated?: boolean;
}

export const addWatchOptions = (command: Command): Command =>
  command
    .option("--patience <SECONDS>", "while watching, wait so long for a gateway that went away", readInteger(0, 86_400), 60)
    .option("--until-created", "watch only until all recipes and jobs are made, not until the jobs have run");

export const addWatchCommand = (program: Command): Command =>
  addWatchOptions(
    program
      .command("watch")
      .description("Watch a batch until its jobs have run: progress bars, or a line for each change where there is no terminal.")
      .argument("<ID>", "the batch's id"),
  ).action(action(watchBatch));

const signals = ["SIGINT", "SIGTERM"] as const;

/** Shows a batch's progress until it ends. Interrupting it leaves the batch as it is. */
export async function watchBatch(connection: ConnectionOptions & WatchOptions, id: string): Promise<ExitCode> {
  const { program, json, patience, untilCreated = false } = connection;
  const { batch } = await askGateway(connection, findBatchDocument, { id });
  if (!batch) throw noBatch(id);
  const { databaseId } = batch;
  const view = json ? jsonView(databaseId) : process.stdout.isTTY ? barView(batch, program, !untilCreated) : lineView();
  const interruption = new AbortController();
  const interrupt = (signal: NodeJS.Signals) => interruption.abort(signal);
  for (const signal of signals) process.on(signal, interrupt);
  let last: Progress | undefined;
  try {
    const options = { patienceSeconds: patience, creationOnly: untilCreated, signal: interruption.signal, onLost: view.lost };
    for await (const progress of followProgress(connection, batch.id, options)) {
      view.show(progress);
      last = progress;
    }
  } finally {
    view.stop(last);
    for (const signal of signals) process.off(signal, interrupt);
  }
  if (last && isOver(last)) return isGood(last) ? exitCode.ok : exitCode.refused;
  printError(`The batch was left as it is. To watch it again: ${program} watch ${databaseId}`);
  return interruption.signal.reason === "SIGINT" ? exitCode.interrupted : exitCode.terminated;
}
