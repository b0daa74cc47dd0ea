import type { Command } from "commander";
import { refuseAll } from "../../gateway/gatewayErrors.js";
import { print, printJson } from "../../print.js";
import { type ExitCode, exitCode } from "../exitCode.js";
import { addBatchInputOptions, type BatchInputOptions } from "../options/batchInputOptions.js";
import { action, type ConnectionOptions } from "../options/connectionOptions.js";
import { describePreview } from "./describePreview.js";
import { previewBatch, unknownJobs } from "./previewBatch.js";

export const addValidateCommand = (program: Command): Command =>
  addBatchInputOptions(program.command("validate").description("Say what a batch would do, without creating it.")).action(
    action(validateBatch),
  );

async function validateBatch(options: BatchInputOptions & ConnectionOptions): Promise<ExitCode> {
  const preview = await previewBatch(options);
  refuseAll(preview.answer.errors);
  if (options.json) printJson(preview.answer);
  else print(describePreview(preview));
  return unknownJobs(preview).length > 0 ? exitCode.refused : exitCode.ok;
}
