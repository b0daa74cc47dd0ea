import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";

const directory = new URL("../../prisma/migrations/", import.meta.url);

/** A migration that this release brings. */
export interface Migration {
  readonly name: string;
  readonly script: string;
  /** SHA-256 of the script, in hexadecimal digits, as Prisma computes it. */
  readonly checksum: string;
}

/** The names of the migrations that this release brings, oldest first. */
export async function migrationNames(): Promise<string[]> {
  const entries = await readdir(directory, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** The migrations that this release brings, oldest first. */
export async function readMigrations(): Promise<Migration[]> {
  return Promise.all(
    (await migrationNames()).map(async (name) => {
      const text = await readFile(new URL(`${name}/migration.sql`, directory), "utf8");
      // On Windows, git may have written CRLF; the checksum is of the text with LF.
      const script = text.replaceAll("\r\n", "\n");
      return { name, script, checksum: createHash("sha256").update(script).digest("hex") };
    }),
  );
}
