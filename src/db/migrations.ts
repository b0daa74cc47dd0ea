import { readdir, readFile } from "node:fs/promises";
import type { MigrationList } from "@prisma/schema-engine-wasm/schema_engine_bg";

const directory = new URL("../../prisma/migrations/", import.meta.url);
const schemaFile = new URL("../../prisma/schema.prisma", import.meta.url);

/** The text of schema.prisma. */
export const readSchema = (): Promise<string> => readFile(schemaFile, "utf8");

/** The names of the migrations that this release brings, oldest first. */
export async function migrationNames(): Promise<string[]> {
  const entries = await readdir(directory, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** The migrations with their scripts, in the form that the schema engine takes. */
export async function readMigrations(): Promise<MigrationList> {
  const directories = (await migrationNames()).map(async (name) => ({
    path: name,
    migrationFile: {
      path: "migration.sql",
      content: { tag: "ok" as const, value: await readFile(new URL(`${name}/migration.sql`, directory), "utf8") },
    },
  }));
  return {
    baseDir: "prisma/migrations",
    lockfile: { path: "migration_lock.toml", content: await readFile(new URL("migration_lock.toml", directory), "utf8") },
    migrationDirectories: await Promise.all(directories),
    shadowDbInitScript: "",
  };
}
