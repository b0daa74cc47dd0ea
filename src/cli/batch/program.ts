import { Command } from "commander";
import { addChangeCommands } from "./changeBatch.js";
import { addConnectionOptions } from "./connectionOptions.js";
import { addCreateCommand } from "./createBatch.js";
import { addListCommand } from "./listBatches.js";
import { addShowCommand } from "./showBatch.js";
import { addValidateCommand } from "./validateBatch.js";
import { addWatchCommand } from "./watchBatch.js";

const examples = `
Each command has options of its own: npm run batch -- create --help

Examples:
  npm run batch -- list --status CREATING,PAUSED
  npm run batch -- create --recipe-type landsat-scene --from 2016-01-01 --to 2016-12-31 --jobs cloud-mask --watch
  npm run batch -- watch 16
  npm run --silent batch -- show 16 --json | jq .progress`;

const exitCodes = `
Exit codes:
  0  done
  1  refused: by the gateway, or by you when asked; or the batch that was watched ended FAILED or CANCELED
  2  wrong usage
  3  the gateway can't be reached
  130 (143)  interrupted by Ctrl-C (SIGTERM); a batch that exists goes on`;

/** The command line. It throws what stops it, commander's own errors too, once their message has been printed. */
export function createProgram(): Command {
  const program = addConnectionOptions(new Command("npm run batch --"))
    .description("Lists, creates and watches batches at a running gateway.")
    .configureHelp({ showGlobalOptions: true })
    .addHelpText("after", examples)
    .addHelpText("afterAll", exitCodes)
    .exitOverride();
  addListCommand(program);
  addShowCommand(program);
  addValidateCommand(program);
  addCreateCommand(program);
  addWatchCommand(program);
  addChangeCommands(program);
  return program;
}
