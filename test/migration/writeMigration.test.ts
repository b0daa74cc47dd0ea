import { execFileSync } from "node:child_process";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { useDatabase } from "../support/database.js";
import { writeMigration } from "./writeMigration.js";

const database = useDatabase();
let root: string;
const write = (name: string) => writeMigration(name, root, database().url);
const git = (...args: string[]) => execFileSync("git", ["-c", "user.name=Ada", "-c", "user.email=ada@example.com", ...args], { cwd: root });

/** A checkout that has just the migrations and the schema. */
beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), "batch-gateway-checkout-"));
  await cp(new URL("../../prisma", import.meta.url), path.join(root, "prisma"), { recursive: true });
  git("init", "--quiet");
  git("add", ".");
  git("commit", "--quiet", "--message", "Tables");
});
afterEach(() => rm(root, { recursive: true }));

async function changeSchema(before: string, after: string): Promise<void> {
  const file = path.join(root, "prisma/schema.prisma");
  const schema = await readFile(file, "utf8");
  expect(schema).toContain(before);
  await writeFile(file, schema.replace(before, after));
}

describe("A new migration", () => {
  it("has the statements for what schema.prisma says anew, and no others, and comes after all others", async () => {
    await changeSchema("model Batch {", 'model Batch {\n  note String? @db.VarChar(100) @map("remark")');
    const file = await write("batch_note");
    expect(file).toMatch(/^prisma\/migrations\/\d{14}_batch_note\/migration.sql$/);
    const text = await readFile(path.join(root, file), "utf8");
    expect(text.replaceAll(/--.*|\s+/g, " ").trim()).toMatch(/^ALTER TABLE "batch" ADD COLUMN +"remark" VARCHAR\(100\);$/);
    git("add", ".");
    git("commit", "--quiet", "--message", "Note");
    await changeSchema('@map("remark")', '@map("comment")');
    const next = await write("rename_note");
    expect(next > file).toBe(true);
    expect(await readFile(path.join(root, next), "utf8")).toContain('"comment"');
  });

  it("is left to be written where schema.prisma says nothing new", async () => {
    const file = await write("list_index");
    expect(await readFile(path.join(root, file), "utf8")).toMatch(/^-- schema.prisma has not changed/);
  });

  it("is not written beside one that is not committed, or without a name", async () => {
    await expect(write("")).rejects.toThrow("Give the migration a name");
    await write("first");
    await expect(write("second")).rejects.toThrow("Commit what is new");
  });
});
