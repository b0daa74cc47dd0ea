import type { Command } from "commander";
import { askGateway } from "../../gateway/askGateway.js";
import { refuseAll } from "../../gateway/gatewayErrors.js";
import type { CancelBatchMutationVariables, ChangedBatchFragment, TypedDocumentString } from "../../generated/graphql.js";
import { formatCount, print, printJson } from "../../print.js";
import { workWords } from "../batchStatus.js";
import { type ExitCode, exitCode } from "../exitCode.js";
import { cancelDocument, pauseDocument, resumeDocument, retryDocument } from "../gateway/documents.js";
import { action, type ConnectionOptions } from "../options/connectionOptions.js";
import { countOf } from "../output/formats.js";

type ChangeDocument = TypedDocumentString<{ change: ChangedBatchFragment }, CancelBatchMutationVariables>;
type ChangedBatch = NonNullable<ChangedBatchFragment["batch"]>;
/** @param program what is typed before a command */
type Describe = (batch: ChangedBatch, program: string) => string;

export function addChangeCommands(program: Command): void {
  const add = (name: string, description: string, document: ChangeDocument, describe: Describe) =>
    program
      .command(name)
      .description(description)
      .argument("<ID>", "the batch's id")
      .action(
        action((options: ConnectionOptions & { reason?: string }, id) =>
          changeBatch(options, document, { id, reason: options.reason }, describe),
        ),
      );

  add(
    "cancel",
    "Stop a batch for good: its jobs that have not started are canceled, those that run are told to stop.",
    cancelDocument,
    describeCanceled,
  ).option("--reason <TEXT>", "stands in the batch's history");
  add("pause", "Stop a batch until it is resumed; its jobs that run go on.", pauseDocument, describeState).option(
    "--reason <TEXT>",
    "stands in its history",
  );
  add("resume", "Let a batch that is paused or held, or has failed, go on where it stopped.", resumeDocument, describeState);
  add(
    "retry",
    "Create a new batch over what failed in an ended one: recipes, also those that it never came to, and jobs.",
    retryDocument,
    describeRetry,
  );
}

/** Changes a batch, and prints what it is then. */
export async function changeBatch<Variables>(
  options: ConnectionOptions,
  document: TypedDocumentString<{ change: ChangedBatchFragment }, Variables>,
  variables: Variables,
  describe: Describe,
): Promise<ExitCode> {
  const { change } = await askGateway(options, document, variables);
  refuseAll(change.errors);
  if (options.json) printJson(change);
  else if (change.batch) print(describe(change.batch, options.program));
  return exitCode.ok;
}

function describeState({ databaseId, status, createdCount, failedCount, totalCount, work }: ChangedBatch): string {
  const counts = `${formatCount(createdCount)} made and ${formatCount(failedCount)} failed of ${countOf(totalCount, "recipe")}`;
  // Before the recipes are made, and where it is canceled, the status says it all.
  return `Batch ${databaseId} is ${status}: ${counts}.${status === "CREATED" ? ` Its work ${workWords[work.state]}.` : ""}`;
}

const describeCanceled = (batch: ChangedBatch): string =>
  `${describeState(batch)} ${countOf(batch.progress.jobs.canceled, "job")} canceled.`;

const describeRetry = ({ databaseId, retryOf }: ChangedBatch, program: string): string =>
  `Created batch ${databaseId}: it tries again what failed in batch ${retryOf?.databaseId}.\nTo watch it: ${program} watch ${databaseId}`;
