import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { importsOf } from "./sources.js";

/**
 * Modules that start a PostgreSQL, ask for the PostgreSQL of the run, or start programs again and again, which takes minutes. A test that
 * reaches none of them by its imports is a unit test.
 */
const slow = [
  "src/db/embedded",
  "test/cli/batchCommand.ts",
  "test/cli/bridgeCommand.ts",
  "test/readme.test.ts",
  "test/support/database.ts",
  "test/support/gatewayProcess.ts",
  "test/support/pgbouncer.ts",
];

const root = path.join(import.meta.dirname, "../..");
const known = new Map<string, boolean>();

function isSlow(file: string): boolean {
  if (slow.some((place) => file.startsWith(place))) return true;
  const remembered = known.get(file);
  if (remembered !== undefined) return remembered;
  known.set(file, false);
  const text = readFileSync(path.join(root, file), "utf8");
  const imported = importsOf({ file, text })
    .filter(({ specifier, isType }) => specifier.startsWith(".") && !isType)
    .map(({ specifier }) => path.join(path.dirname(file), specifier).replace(/\.js$/, ".ts"))
    .filter((name) => existsSync(path.join(root, name)));
  const found = imported.some(isSlow);
  known.set(file, found);
  return found;
}

/** The test files that need no database and are quick, by their paths in the project: `test/domain/time.test.ts`. */
export const unitTests: readonly string[] = readdirSync(path.join(root, "test"), { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".test.ts"))
  .map((name) => path.posix.join("test", name.replaceAll("\\", "/")))
  .filter((file) => !isSlow(file));
