import type { Command } from "commander";
import { askGateway } from "../../gateway/askGateway.js";
import { refuseAll } from "../../gateway/gatewayErrors.js";
import { print, printJson } from "../../print.js";
import { type ExitCode, exitCode } from "../exitCode.js";
import { limitDocument } from "../gateway/documents.js";
import { action, type ConnectionOptions } from "../options/connectionOptions.js";
import { addLimitOptions, type LimitOptions, toLimits } from "../options/limitOptions.js";
import { describeLimits } from "../output/describeLimits.js";

export const addLimitCommand = (program: Command): Command =>
  addLimitOptions(program.command("limit").description("Set or remove the limits of a batch's work.").argument("<ID>", "the batch's id"))
    .hook("preAction", (_, command) => {
      const { maxRunning, stopAfterFailed } = command.opts<LimitOptions>();
      if (maxRunning === undefined && stopAfterFailed === undefined)
        command.error("error: option '--max-running' or '--stop-after-failed' is required");
    })
    .action(action(limitBatch));

async function limitBatch(options: LimitOptions & ConnectionOptions, id: string): Promise<ExitCode> {
  const { change } = await askGateway(options, limitDocument, { id, limits: toLimits(options) });
  refuseAll(change.errors);
  if (options.json) printJson(change);
  else if (change.batch) print(`Batch ${change.batch.databaseId}: ${describeLimits(change.batch.limits) || "no limits"}.`);
  return exitCode.ok;
}
