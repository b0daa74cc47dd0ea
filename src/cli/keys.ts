import { Argument, Command, InvalidArgumentError, Option } from "commander";
import { readInvocation } from "../config/invocation.js";
import type { Db } from "../db/database.js";
import { type Role, roles } from "../domain/actor.js";
import { createKey } from "../domain/key/createKey.js";
import { findKeys, type KeyRow } from "../domain/key/findKeys.js";
import { revokeKey } from "../domain/key/revokeKey.js";
import { type Column, table } from "./batch/output/table.js";
import { parseCommand } from "./parseCommand.js";
import { plainText, print, printError, printJson } from "./print.js";
import { readEnd } from "./readOption.js";
import { exitCodeOf, withDatabase } from "./withDatabase.js";

const help = `
A key says by which name and role a program asks: it sends the key as "Authorization: Bearer KEY". The gateway takes keys where
API_KEYS=1 is set. A key is shown once, when it is created; what is kept is its hash. To replace a key without a gap: create
another one of the same name, hand it out, and revoke the old one. A revoked key ends within seconds, and its open connections too.

The database is the one that the gateway uses: DATABASE_URL, or the embedded PostgreSQL under DATA_DIR.

Exit codes: 0 done, 1 refused or failed, 2 wrong options or settings.`;

const never = "never";

/** Days for which a key works, where nothing else is said. */
const defaultDays = 365;

type Work = (db: Db) => Promise<void>;

/** Reads the command line. @returns the work that it asks for */
function readWork(args: readonly string[]): Work {
  let work: Work = async () => {};
  const program = new Command().description("Creates, lists and revokes the API keys of a gateway.");
  program
    .command("create")
    .description("Creates a key and prints it. It can't be shown again.")
    .requiredOption("--name <name>", "the name that histories show")
    .addOption(new Option("--role <role>", "what the key allows").choices(roles.map((role) => role.toLowerCase())).makeOptionMandatory())
    .option(
      "--expires <time>",
      `a day, a time or "never": until when it works (default: for ${defaultDays} days)`,
      readExpires,
      inDays(defaultDays),
    )
    .action(({ name, role, expires: end }: { name: string; role: string; expires: Date | typeof never }) => {
      const expires = end === never ? null : end;
      work = async (db) => {
        print(await createKey(db, { name, role: role.toUpperCase() as Role }, expires));
        printError(
          `The key of ${plainText(name)} works ${expires ? `until ${formatTime(expires)}` : "until it is revoked"}. It is not shown again.`,
        );
      };
    });
  program
    .command("list")
    .description("Lists the keys, without their secrets.")
    .option("--json", "as JSON")
    .action(({ json = false }: { json?: boolean }) => {
      work = (db) => listKeys(db, json);
    });
  program
    .command("revoke")
    .description("Ends a key for good, within seconds.")
    .addArgument(new Argument("<prefix>", "the key as it is listed: bg_ and eight characters"))
    .action((prefix: string) => {
      work = async (db) => {
        await revokeKey(db, prefix);
        print(`${prefix} is revoked.`);
      };
    });
  for (const command of program.commands) command.exitOverride();
  parseCommand(program, args, readInvocation("keys"), help);
  return work;
}

const inDays = (days: number): Date => new Date(Date.now() + days * 86_400_000);

/** It stays a word, because commander makes an empty text of null. */
function readExpires(text: string): Date | typeof never {
  if (text === never) return never;
  const end = new Date(readEnd(text));
  if (end.getTime() <= Date.now()) throw new InvalidArgumentError("It must be in the future.");
  return end;
}

const columns: readonly Column<KeyRow>[] = [
  { head: "Key", cell: ({ prefix }) => prefix },
  { head: "Name", cell: ({ name }) => plainText(name), min: 8 },
  { head: "Role", cell: ({ role }) => role },
  { head: "Created", cell: ({ created }) => formatTime(created) },
  { head: "Ends", cell: ({ expires, revoked }) => (revoked ? `revoked ${formatTime(revoked)}` : expires ? formatTime(expires) : never) },
  { head: "Last used", cell: ({ lastUsed }) => (lastUsed ? formatTime(lastUsed) : "never") },
];

async function listKeys(db: Db, isJson: boolean): Promise<void> {
  const keys = await findKeys(db);
  if (isJson) return printJson(keys.map(({ id, hash, ...shown }) => shown));
  if (keys.length === 0) return print("There are no keys.");
  print(table(columns, keys));
}

const formatTime = (time: Date): string => `${time.toISOString().slice(0, 16).replace("T", " ")}Z`;

/** `npm run keys`: see its --help. @returns the exit code */
async function keys(args: readonly string[]): Promise<number> {
  await withDatabase(readWork(args));
  return 0;
}

process.exitCode = await keys(process.argv.slice(2)).catch((error: unknown) => exitCodeOf(error, "Interrupted."));
