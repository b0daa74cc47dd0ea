import type { Command } from "commander";
import { limitDocument } from "../gateway/documents.js";
import { action, type ConnectionOptions } from "../options/connectionOptions.js";
import { addLimitOptions, type LimitOptions, toLimits } from "../options/limitOptions.js";
import { describeLimits } from "../output/describeLimits.js";
import { changeBatch } from "./changeBatch.js";

export const addLimitCommand = (program: Command): Command =>
  addLimitOptions(program.command("limit").description("Set or remove the limits of a batch's work.").argument("<ID>", "the batch's id"))
    .hook("preAction", (_, command) => {
      const { maxRunning, stopAfterFailed } = command.opts<LimitOptions>();
      if (maxRunning === undefined && stopAfterFailed === undefined)
        command.error("error: option '--max-running' or '--stop-after-failed' is required");
    })
    .action(
      action((options: LimitOptions & ConnectionOptions, id) =>
        changeBatch(
          options,
          limitDocument,
          { id, limits: toLimits(options) },
          ({ databaseId, limits }) => `Batch ${databaseId}: ${describeLimits(limits) || "no limits"}.`,
        ),
      ),
    );
