import { Command } from "commander";
import type { Invocation } from "../../config/invocation.js";
import { version } from "../../domain/version.js";
import { addChangeCommands } from "./commands/changeBatch.js";
import { addCompareCommand } from "./commands/compareBatches.js";
import { addCreateCommand } from "./commands/createBatch.js";
import { addLimitCommand } from "./commands/limitBatch.js";
import { addListCommand } from "./commands/listBatches.js";
import { addRequeueCommand } from "./commands/requeueJobs.js";
import { addShowCommand } from "./commands/showBatch.js";
import { addValidateCommand } from "./commands/validateBatch.js";
import { addWatchCommand } from "./commands/watchBatch.js";
import { addConnectionOptions } from "./options/connectionOptions.js";

const examples = (name: string): string => `
Each command has options of its own: ${name} create --help

Examples:
  ${name} list --status CREATING,PAUSED
  ${name} create --recipe-type landsat-scene --from 2016-01-01 --to 2016-12-31 --jobs cloud-mask --watch
  ${name} watch 16
  ${name.replace("npm run", "npm run --silent")} show 16 --json | jq .progress`;

const exitCodes = `
Exit codes:
  0  done
  1  refused: by the gateway, or by you when asked; --jobs names a job that there is not; or the batch that was watched, or
     its work, ended FAILED or CANCELED
  2  wrong usage
  3  the gateway can't be reached
  130 (143)  interrupted by Ctrl-C (SIGTERM); a batch that exists goes on`;

/** The command line. It throws every error that ends it, commander's own too, once the error's message has been printed. */
export function createProgram({ name, directory }: Pick<Invocation, "name" | "directory">): Command {
  const program = addConnectionOptions(new Command(name), { directory })
    .description("Lists, creates and watches batches at a running gateway.")
    .version(version)
    .configureHelp({ showGlobalOptions: true })
    .addHelpText("after", examples(name))
    .addHelpText("afterAll", exitCodes)
    .exitOverride();
  addListCommand(program);
  addShowCommand(program);
  addValidateCommand(program);
  addCreateCommand(program);
  addWatchCommand(program);
  addChangeCommands(program);
  addCompareCommand(program);
  addRequeueCommand(program);
  addLimitCommand(program);
  return program;
}
