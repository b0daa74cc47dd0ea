import { mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { printError } from "../../print.js";
import { fillIn } from "../config/placeholders.js";
import type { WorkConfig } from "../config/workConfig.js";
import { inputValues, jobInput } from "./jobInput.js";
import type { ClaimedJob } from "./runner.js";

/** A command line that is to be run without a shell, in its folder `work`. */
export interface PreparedCommand {
  readonly program: string;
  readonly args: readonly string[];
  readonly work: string;
  /** The variables that the configuration and the job give it. */
  readonly environment: Readonly<Record<string, string>>;
  /** What it reads on standard input; it stands in the file `data.json`, too. */
  readonly input: string;
}

/** Makes what a job's command needs in a folder: the folder `work`, and `data.json`. The command may write `results.json` beside them. */
export async function prepareCommand({ claim, jobType }: ClaimedJob, config: WorkConfig, folder: string): Promise<PreparedCommand> {
  const { job, attempt } = claim;
  const [work, data, results] = ["work", "data.json", "results.json"].map((name) => path.join(folder, name)) as [string, string, string];
  const input = jobInput(claim);
  const text = JSON.stringify(input);
  await mkdir(work, { recursive: true });
  await writeFile(data, text);
  const id = String(job.databaseId);
  const texts = { data, results, work, config: config.folder, node: process.execPath, job: id, attempt: String(attempt) };
  const replacements = { texts, input: (name: string) => inputValues(input.input_data, name) };
  const [program = "", ...args] = jobType.command.flatMap((argument) => fillIn(argument, replacements));
  const environment = {
    ...config.environment,
    ...jobType.environment,
    ...{ JOB_ID: id, JOB_ATTEMPT: texts.attempt, JOB_TYPE: job.jobType.name, JOB_TYPE_VERSION: job.jobType.version },
    ...{ JOB_DATA: data, JOB_RESULTS: results },
  };
  return { program, args, work, environment, input: text };
}

/** Removes what a job has left behind. Where that fails, it stays there: the report of the job's end does not depend on it. */
export const remove = (folder: string): Promise<void> =>
  rm(folder, { recursive: true, force: true }).catch((error: Error) => printError(`${folder} can't be removed: ${error.message}`));
