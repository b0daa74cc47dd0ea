import { Command, InvalidArgumentError } from "commander";
import { readInvocation } from "../config/invocation.js";
import { pruneSuperseded } from "../domain/prune/pruneSuperseded.js";
import { parseCommand } from "./parseCommand.js";
import { formatCount, print } from "./print.js";
import { exitCodeOf, refuseOutdated, withDatabase } from "./withDatabase.js";

const help = `
It removes what hangs on recipes and jobs that are superseded and done: executions with the ends of their logs, the data and results of
the jobs, and the links of the recipes to their input files. The recipes, jobs, batches and files themselves stay, and so do chains,
counts and what jobMetrics tells. It works in short steps that wait for no lock, beside gateways and workers; interrupted, it goes on
where it is started again.

The database is the one that the gateway uses: DATABASE_URL, or the embedded PostgreSQL under DATA_DIR.

Exit codes: 0 done, 1 an error, 2 wrong options or settings.`;

/** Reads `90d`. A claim can be repeated for a day, and names its executions. */
function readDays(text: string): number {
  const days = Number(/^(\d{1,5})d$/.exec(text)?.[1]);
  if (days >= 2 && days <= 36_500) return days;
  throw new InvalidArgumentError("It must be a number of days, from 2d to 36500d.");
}

/** `npm run prune`: see its --help. @returns the exit code */
async function prune(args: readonly string[]): Promise<number> {
  const command = new Command()
    .description("Removes what is superseded and done from the gateway's database.")
    .requiredOption("--older-than <DAYS>", "only what was superseded, and had ended, so many days ago, such as 90d", readDays)
    .option("--dry-run", "remove nothing, and say how much it would be");
  parseCommand(command, args, readInvocation("prune"), help);
  const { olderThan, dryRun = false } = command.opts<{ olderThan: number; dryRun?: boolean }>();
  return withDatabase(async (database, signal) => {
    const { jobs, executions, recipeFiles } = await pruneSuperseded(database, olderThan, dryRun, signal);
    const parts = [
      `${formatCount(executions)} executions`,
      `the data and results of ${formatCount(jobs)} jobs`,
      `${formatCount(recipeFiles)} links of recipes to files`,
    ];
    print(`${dryRun ? "It would remove" : "Removed"} ${parts.join(", ")}.`);
    return 0;
  }, refuseOutdated);
}

process.exitCode = await prune(process.argv.slice(2)).catch((error: unknown) =>
  exitCodeOf(error, "Interrupted. What was removed until then stays removed; start it again to go on."),
);
