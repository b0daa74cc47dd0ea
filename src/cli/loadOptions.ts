import { Command, InvalidArgumentError } from "commander";
import type { Invocation } from "../config/invocation.js";
import { type Instant, parseInstant } from "../domain/time.js";
import { parseCommand } from "./parseCommand.js";
import { describeWrongRange, readEnd, readInteger, readStart } from "./readOption.js";

const maxRecipes = 10_000_000;

export interface LoadOptions {
  readonly files: readonly string[];
  readonly sample: boolean;
  /** Scale's database. */
  readonly fromScale: string | null;
  /** Recipes to make of each loaded recipe type. */
  readonly recipes: { readonly count: number; readonly from: Instant; readonly to: Instant } | null;
}

interface Given {
  readonly sample?: boolean;
  readonly fromScale?: string;
  readonly recipes?: number;
  readonly from?: Instant;
  readonly to?: Instant;
}

const help = (name: string): string => `
A FILE is a recipe type as Scale's GET /recipe-types/{id}/ answers, and as the gateway's own does: the recipe type, its
definition, its trigger rule and its job types; - is standard input. Each file is loaded whole or not at all, and loading
it again changes nothing. A changed definition makes a new revision of the recipe type, a changed interface one of the job
type.

--recipes adds N recipes of each of the recipe types, each time. They are of the current revision, and all their jobs are
COMPLETED.

--from-scale takes over recipe types, job types, their revisions, trigger rules and events, files, recipes, jobs and batches,
with their ids, into an empty gateway: one snapshot of Scale's database, all or nothing. What was left out is told. Give the
password in PGPASSWORD or in ~/.pgpass, where other users of the machine don't see it.

The database is the one that the gateway uses: DATABASE_URL, or the embedded PostgreSQL under DATA_DIR.

Examples:
  ${name} --sample
  ${name} landsat8.json worldview.json
  ${name} --from-scale postgresql://scale@db.example.com/scale
  ${name} landsat8.json --recipes 10000 --from 2016-01-01 --to 2016-12-31
  curl -s https://scale.example.com/api/v4/recipe-types/7/ | ${name} -

Exit codes: 0 all was loaded, 1 a file was refused, 2 wrong options or settings.`;

/** Reads a bound as the command `batch` does, into the domain's form. */
const readDate =
  (read: (text: string) => string) =>
  (text: string): Instant => {
    const instant = parseInstant(read(text));
    if (instant !== null) return instant;
    throw new InvalidArgumentError("It must be of the years 1 to 9999.");
  };

/** Reads the command line, as `parseCommand` does. */
export function readLoadOptions(args: readonly string[], invocation: Invocation): LoadOptions {
  const command = new Command()
    .description("Loads recipe types into the gateway's database.")
    .argument("[FILE...]", "recipe type documents (JSON); - is standard input")
    .option("--sample", "load a small sample: one recipe type in two revisions, and 200 recipes of 2016")
    .option("--from-scale <URL>", "take over the database of a running Scale 4, which is only read: postgresql://USER@HOST/NAME")
    .option("--recipes <N>", "also make N recipes of each loaded recipe type, so many times N in all", readInteger(1, maxRecipes))
    .option("--from <TIME>", "the recipes are created from then on: a day, 2016-01-31, or 2016-01-31T12:00:00Z", readDate(readStart))
    .option("--to <TIME>", "... and until then; a day is meant to its end, UTC", readDate(readEnd));
  parseCommand(command, args, invocation, help(invocation.name));
  const files = command.args;
  const { sample = false, fromScale = null, recipes, from, to } = command.opts<Given>();
  const wrong = (message: string): never => command.error(`error: ${message}`);

  if (fromScale !== null) {
    if (sample || files.length > 0 || recipes !== undefined) wrong("option '--from-scale' goes without FILE, '--sample' and '--recipes'");
    // What was given is not repeated: it may hold a password.
    if (!/^postgres(ql)?:\/\/./.test(fromScale) || !URL.canParse(fromScale)) wrong("option '--from-scale' takes a postgresql:// URL");
  } else if (files.length === 0 && !sample) wrong("name at least one FILE, --sample or --from-scale");
  if (sample && (files.length > 0 || recipes !== undefined)) wrong("option '--sample' goes without FILE and '--recipes'");
  if (recipes === undefined) {
    if (from !== undefined || to !== undefined) wrong(`option '--${from === undefined ? "to" : "from"}' goes with '--recipes' only`);
    return { files, sample, fromScale, recipes: null };
  }
  if (from === undefined) return wrong("option '--recipes' needs '--from <TIME>'");
  if (to === undefined) return wrong("option '--recipes' needs '--to <TIME>'");
  const wrongRange = describeWrongRange(from, to);
  if (wrongRange) wrong(wrongRange);
  return { files, sample, fromScale, recipes: { count: recipes, from, to } };
}
