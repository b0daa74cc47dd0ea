import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { useDatabase } from "../support/database.js";
import { recipeTypeDocument } from "../support/recipeTypeDocument.js";
import { useGateway } from "./batchCommand.js";

const root = path.resolve(import.meta.dirname, "../..");
const bin = path.join(root, "bin/batch-gateway.js");
const database = useDatabase();
const gateway = useGateway(database);

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), "batch-gateway-invocation-"));
  await writeFile(path.join(directory, "mine.json"), JSON.stringify(recipeTypeDocument("mine")));
});
afterAll(() => rm(directory, { recursive: true, force: true }));

interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program in the temporary directory. */
const run = (file: string, ...args: string[]): Promise<Outcome> =>
  new Promise((resolve) => {
    const env = { ...process.env, DATABASE_URL: database().url, BATCH_URL: gateway().url };
    const child = execFile(file, args, { cwd: directory, env }, (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code) : 0, stdout, stderr }),
    );
    child.stdin?.end();
  });
/** Runs a script of package.json from elsewhere. */
const npm = (...args: string[]) => run("npm", "--prefix", root, "run", "--silent", ...args);

describe("npm run, from another directory,", () => {
  it("loads a file that lies there", async () => {
    const { code, stdout } = await npm("load", "--", "mine.json");
    expect(code).toBe(0);
    expect(stdout).toMatch(/^mine\.json\n[\s\S]+recipe type mine 1\.0: created, revision 1\n$/);
  });

  it.each([
    ["batch", ["list", "--status", "PAUSED"], "npm took --status for itself. Put -- before the options: npm run batch -- list --status …"],
    ["batch", ["create", "--recipe-type", "mine", "--yes"], "npm took --recipe-type for itself."],
    ["batch", ["list", "--json"], "npm run batch -- list --json …"],
    ["load", ["--sample"], "npm took --sample for itself. Put -- before the options: npm run load -- --sample …"],
    ["load", ["mine.json", "--recipes", "5", "--from", "2016-01-01"], "npm took --recipes, --from for itself."],
  ])("says that -- is missing, and exits with 2: npm run %s %j", async (script, args, hint) => {
    const { code, stderr } = await npm(script, ...args);
    expect(code).toBe(2);
    expect(stderr).toContain(hint);
  });
});

describe("The program batch-gateway, from another directory,", () => {
  it("prints what a command prints, and nothing else", async () => {
    const { code, stdout } = await run(bin, "batch", "list", "--json");
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual({ totalCount: 0, nodes: [] });
  });

  it("loads a file that lies there", async () => {
    const { code, stdout } = await run(bin, "load", "mine.json");
    expect(code).toBe(0);
    expect(stdout).toContain("recipe type mine 1.0: unchanged, revision 1\n");
  });

  it("is what its commands speak of", async () => {
    expect((await run(bin, "batch", "--help")).stdout).toContain("Usage: npx batch-gateway batch [options] [command]");
    expect((await run(bin, "load", "--help")).stdout).toContain("\n  npx batch-gateway load --sample\n");
    const { stdout } = await run(bin, "batch", "create", "--recipe-type", "mine", "--all-jobs", "--yes");
    expect(stdout).toMatch(/\nTo watch it: npx batch-gateway batch watch \d+\n$/);
  });

  it("hands on the exit code", async () => {
    expect((await run(bin, "batch", "show", "999")).code).toBe(1);
  });

  it.each([[["--version"]], [["batch", "--version"]], [["load", "--version"]]])("tells its version: %j", async (args) => {
    const { version } = JSON.parse(await readFile(path.join(root, "package.json"), "utf8"));
    expect(await run(bin, ...args)).toEqual({ code: 0, stdout: `${version}\n`, stderr: "" });
  });

  it("explains itself where it is asked to, or called wrongly", async () => {
    const { code, stdout } = await run(bin, "--help");
    expect(code).toBe(0);
    expect(stdout).toContain("Usage: npx batch-gateway COMMAND");
    for (const args of [[], ["destroy"], ["toString"]]) expect(await run(bin, ...args)).toEqual({ code: 2, stdout: "", stderr: stdout });
  });
});
