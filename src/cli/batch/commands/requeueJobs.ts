import type { Command } from "commander";
import { askGateway } from "../../gateway/askGateway.js";
import { noBatch, refuseAll } from "../../gateway/gatewayErrors.js";
import type { JobStatus } from "../../generated/graphql.js";
import { print, printJson } from "../../print.js";
import { type ExitCode, exitCode } from "../exitCode.js";
import { requeueDocument } from "../gateway/documents.js";
import { action, type ConnectionOptions } from "../options/connectionOptions.js";
import { readList } from "../options/readList.js";
import { countOf } from "../output/formats.js";

interface RequeueOptions {
  readonly job?: string[];
  readonly canceled?: boolean;
  readonly reason?: string;
}

export const addRequeueCommand = (program: Command): Command =>
  program
    .command("requeue")
    .description("Run the failed jobs of a batch again, with new tries; what is blocked behind them follows.")
    .argument("[ID]", "the batch's id")
    .option("--job <ID,...>", "only these jobs, at most 1000, instead of all of a batch", readList)
    .option("--canceled", "also jobs that were canceled")
    .option("--reason <TEXT>", "stands in the batch's history")
    .hook("preAction", (_, command) => {
      const { job } = command.opts<RequeueOptions>();
      if ((job === undefined) === (command.args.length === 0))
        command.error("error: exactly one of the batch's id and '--job' is required");
    })
    .action(action(requeueJobs));

async function requeueJobs(options: RequeueOptions & ConnectionOptions, id: string): Promise<ExitCode> {
  const { json, job, canceled, reason } = options;
  const status: JobStatus[] = canceled ? ["FAILED", "CANCELED"] : ["FAILED"];
  const input = { ...(job ? { jobIds: job } : { batchId: id }), status, ...(reason !== undefined && { reason }) };
  const { requeueJobs: answer } = await askGateway(options, requeueDocument, { input });
  // The gateway names its field, which nobody has typed here.
  if (answer.errors.some(({ code, path }) => code === "NOT_FOUND" && path[0] === "batchId")) throw noBatch(id);
  refuseAll(answer.errors);
  if (json) printJson(answer);
  else print(`${countOf(answer.count, "job")} requeued.`);
  return exitCode.ok;
}
