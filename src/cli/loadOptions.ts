import { Command, InvalidArgumentError } from "commander";
import { type Instant, parseInstant } from "../domain/time.js";

const mostRecipes = 10_000_000;

/** What the command `load` is asked to do. */
export interface LoadOptions {
  readonly files: readonly string[];
  readonly sample: boolean;
  /** Recipes to make of each loaded recipe type. */
  readonly recipes: { readonly count: number; readonly from: Instant; readonly to: Instant } | null;
}

const help = `
A FILE is a recipe type as Scale's GET /recipe-types/{id}/ answers: the recipe type, its definition, its trigger rule
and its job types. Each file is loaded whole or not at all, and loading it again changes nothing. A changed definition
makes a new revision of the recipe type, a changed interface one of the job type.

--recipes adds N recipes each time. They are of the current revision, and all their jobs are COMPLETED.

The database is the one that the gateway uses: DATABASE_URL, or the embedded PostgreSQL under DATA_DIR.

Examples:
  npm run load -- --sample
  npm run load -- landsat8.json worldview.json
  npm run load -- landsat8.json --recipes 10000 --from 2016-01-01 --to 2016-12-31

Exit codes: 0 all was loaded, 1 a file was refused, 2 wrong options or settings.`;

/**
 * Reads the command line.
 * @param args without node and the script
 * @throws {CommanderError} for wrong options, whose message has been printed; also after --help, with the exit code 0
 */
export function readLoadOptions(args: readonly string[]): LoadOptions {
  const command = new Command("npm run load --")
    .description("Loads recipe types into the gateway's database.")
    .argument("[FILE...]", "recipe type documents (JSON)")
    .option("--sample", "load a small sample: one recipe type in two revisions, and 200 recipes of 2016")
    .option("--recipes <N>", "also make N recipes of each loaded recipe type", readCount)
    .option("--from <DATE>", "the recipes are created from then on: 2016-01-31, or a time with a zone, 2016-01-31T12:00:00Z", readDate)
    .option("--to <DATE>", "... until then; a date alone is its midnight, UTC", readDate)
    .addHelpText("after", help)
    .exitOverride()
    .parse([...args], { from: "user" });
  const files = command.args;
  const { sample = false, recipes, from, to } = command.opts<{ sample?: boolean; recipes?: number; from?: Instant; to?: Instant }>();
  const wrong = (message: string): never => command.error(`error: ${message}`);

  if (files.length === 0 && !sample) wrong("name at least one FILE, or --sample, behind the --");
  if (sample && (files.length > 0 || recipes !== undefined)) wrong("option '--sample' goes without FILE and '--recipes'");
  if (recipes === undefined) {
    if (from !== undefined || to !== undefined) wrong(`option '--${from === undefined ? "to" : "from"}' goes with '--recipes' only`);
    return { files, sample, recipes: null };
  }
  if (from === undefined) return wrong("option '--recipes' needs '--from <DATE>'");
  if (to === undefined) return wrong("option '--recipes' needs '--to <DATE>'");
  if (from > to) wrong("option '--from' must not be later than '--to'");
  return { files, sample, recipes: { count: recipes, from, to } };
}

function readCount(text: string): number {
  const count = Number(text);
  if (/^\d+$/.test(text) && count >= 1 && count <= mostRecipes) return count;
  throw new InvalidArgumentError(`It must be an integer from 1 to ${mostRecipes}.`);
}

function readDate(text: string): Instant {
  const instant = parseInstant(/^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T00:00:00Z` : text);
  if (instant !== null) return instant;
  throw new InvalidArgumentError("It must be a date, 2016-01-31, or a date and time with a zone, 2016-01-31T12:00:00Z.");
}
