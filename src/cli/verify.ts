import { Command } from "commander";
import { readInvocation } from "../config/invocation.js";

import { findViolations, invariants } from "../domain/findViolations.js";
import { parseCommand } from "./parseCommand.js";
import { formatCount, print } from "./print.js";
import { exitCodeOf, refuseOutdated, withDatabase } from "./withDatabase.js";

const help = `
It checks that references lead somewhere, that kept counts are what is counted, that the states of jobs, recipes and batches
agree with each other, and that chains of superseded recipes and jobs are whole. It reads one snapshot and writes nothing, so it
can be run beside gateways and workers. The end of a batch's work is sometimes noticed a second late: if "Work that goes on has
jobs left" is violated beside running gateways, run it once more.

The database is the one that the gateway uses: DATABASE_URL, or the embedded PostgreSQL under DATA_DIR.

Exit codes: 0 all is as it must be, 1 something is not, 2 wrong options or settings.`;

/** `npm run verify`: see its --help. @returns the exit code */
async function verify(args: readonly string[]): Promise<number> {
  const command = new Command().description("Checks that what the gateway's database holds agrees with itself.");
  parseCommand(command, args, readInvocation("verify"), help);
  return withDatabase(async (database, signal) => {
    const start = performance.now();
    const violations = await findViolations(database, signal);
    for (const { invariant, subject, count, ids } of violations) {
      print(`Violated: ${invariant}. ${formatCount(count)} × ${subject}: ${ids.join(", ")}${count > ids.length ? ", …" : ""}`);
    }
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    const broken = new Set(violations.map(({ invariant }) => invariant)).size;
    print(`${invariants.length} invariants checked in ${seconds} s: ${broken === 0 ? "all hold" : `${broken} violated`}.`);
    return broken === 0 ? 0 : 1;
  }, refuseOutdated);
}

process.exitCode = await verify(process.argv.slice(2)).catch((error: unknown) => exitCodeOf(error, "Interrupted."));
