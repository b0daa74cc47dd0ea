import { execFileSync } from "node:child_process";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { withSchemaEngine } from "../support/schemaEngine.js";

/** What stands in a new migration where schema.prisma says nothing new. */
const nothingNew = "-- schema.prisma has not changed since the last migration: write the statements here.\n";

/**
 * Writes a migration that makes of the last migration's tables what schema.prisma now says. The tables of the last migration are
 * those of schema.prisma in the commit that brought it: a test keeps the two the same. So the indexes, checks and triggers that only
 * the migrations have are left alone.
 * @param name of small letters, digits and underscores
 * @param root the project's directory
 * @param databaseUrl the engine connects to it, and asks it only for its version
 * @returns the file that it wrote, by its path in the project
 * @throws where the name is none, or where a migration is not committed yet
 */
export async function writeMigration(name: string, root: string, databaseUrl: string): Promise<string> {
  if (!/^[a-z][a-z0-9_]*$/.test(name)) throw new Error("Give the migration a name, such as batch_note: npm run migration -- batch_note");
  const git = (...args: string[]) => execFileSync("git", args, { cwd: root, encoding: "utf8" });
  if (git("status", "--porcelain", "prisma/migrations") !== "") throw new Error("Commit what is new in prisma/migrations first.");
  const commit = git("log", "-1", "--format=%H", "--", "prisma/migrations").trim();
  const before = git("show", `${commit}:prisma/schema.prisma`);
  const after = await readFile(path.join(root, "prisma/schema.prisma"), "utf8");
  const script = before === after ? nothingNew : await differenceOf(before, after, databaseUrl);
  const directory = path.posix.join("prisma/migrations", `${await nextStamp(path.join(root, "prisma/migrations"))}_${name}`);
  const file = `${directory}/migration.sql`;
  await mkdir(path.join(root, directory));
  await writeFile(path.join(root, file), script);
  return file;
}

async function differenceOf(before: string, after: string, databaseUrl: string): Promise<string> {
  const target = (content: string) => ({ tag: "schemaDatamodel" as const, files: [{ path: "schema.prisma", content }] });
  const options = { script: true, exitCode: null, filters: { externalTables: [], externalEnums: [] } };
  const { stdout } = await withSchemaEngine(databaseUrl, (engine) => engine.diff({ from: target(before), to: target(after), ...options }));
  return stdout as string;
}

/** The time, as the names of migrations begin with it; or a later one, so that the new migration comes after all others. */
async function nextStamp(migrations: string): Promise<string> {
  const now = new Date().toISOString().replaceAll(/\D/g, "").slice(0, 14);
  const stamps = (await readdir(migrations)).map((entry) => /^\d{14}/.exec(entry)?.[0] ?? "");
  return String(Math.max(Number(now), ...stamps.map((stamp) => Number(stamp) + 1)));
}
