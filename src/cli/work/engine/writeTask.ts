import { writeFile } from "node:fs/promises";
import path from "node:path";
import type { WorkConfig } from "../config/workConfig.js";
import { prepareCommand } from "../run/prepareCommand.js";
import type { ClaimedJob } from "../run/runner.js";

/** A text as one word of a shell's. */
export const quote = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

/**
 * The script of an array of tasks, which runs one of them, once: `started` can be made only once. Where a task has been given back, its
 * folder is gone. At SIGTERM it leaves no record, for then the engine knows why it has ended; the command gets the signal, too.
 * @param recordsFolder where the exit code is left, all at once
 */
export const taskScript = (folder: string, recordsFolder: string, array: string): string => `umask 077
cd ${quote(folder)}/"$1" && mkdir started || exit 0
trap 'exit 143' TERM
sh ./command
echo $? >ended
mv ended ${quote(recordsFolder)}/${array}."$1"
`;

/** Writes what a task's command needs into its folder, which is there: beside the files that every command has, the script `command`. */
export async function writeTask(claimed: ClaimedJob, config: WorkConfig, folder: string): Promise<void> {
  const { program, args, work, environment } = await prepareCommand(claimed, config, folder);
  const { traceparent } = claimed.claim;
  const variables = { ...environment, ...(traceparent && { TRACEPARENT: traceparent }) };
  // By `export`, as the arguments of a program such as `env` can be read by everybody on the node.
  const lines = Object.entries(variables).map(([name, value]) => `export ${name}=${quote(value)}`);
  const command = `exec ${[program, ...args].map(quote).join(" ")} <../data.json >../stdout 2>../stderr`;
  const script = [`cd ${quote(work)} || exit`, ...lines, command, ""].join("\n");
  await writeFile(path.join(folder, "command"), script, { mode: 0o600 });
}
