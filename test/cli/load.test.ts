import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { validateBatch } from "../../src/domain/batch/create/validateBatch.js";
import { useDatabase } from "../support/database.js";
import { recipeTypeDocument } from "../support/recipeTypeDocument.js";

const script = fileURLToPath(new URL("../../dist/cli/load.js", import.meta.url));
const database = useDatabase();
let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), "batch-gateway-load-"));
});
afterAll(() => rm(directory, { recursive: true, force: true }));

/** Writes a file to load. @returns its path */
async function file(name: string, content: unknown): Promise<string> {
  const target = path.join(directory, name);
  await writeFile(target, typeof content === "string" ? content : JSON.stringify(content));
  return target;
}

interface Outcome {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Runs `npm run load -- ARGS`, as built. @param onOutput hears what was printed so far, and may send a signal @param input its standard input; null: nothing ever comes */
function load(
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
  onOutput?: (stdout: string, kill: () => void) => void,
  input: string | null = "",
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args], { env: { ...process.env, DATABASE_URL: database().url, ...env } });
    if (input !== null) child.stdin.end(input);
    let [stdout, stderr] = ["", ""];
    child.stdout.on("data", (chunk) => {
      stdout += chunk;
      onOutput?.(stdout, () => child.kill("SIGINT"));
    });
    child.stderr.on("data", (chunk) => {
      stderr += chunk;
    });
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, stdout, stderr }));
  });
}

const recipeCount = (name: string) => database().prisma.recipe.count({ where: { recipeType: { name } } });

describe("npm run load", () => {
  it("says in a line each what became of job types, trigger rule and recipe type", async () => {
    const document = recipeTypeDocument("lines");
    const source = await file("lines.json", document);
    expect(await load([source])).toEqual({
      code: 0,
      stderr: "",
      stdout: `${source}
  job type parse 1.0: created, revision 1
  job type mask 1.0: created, revision 1
  job type ortho 1.0: created, revision 1
  job type publish 1.0: created, revision 1
  trigger rule INGEST scenes: created
  recipe type lines 1.0: created, revision 1
`,
    });
    document.definition.jobs[3].dependencies[1].connections[0].input = "from_mask";
    document.job_types[1].job_type_interface.command = "./new";
    document.is_active = false;
    await file("lines.json", document);
    expect((await load([source])).stdout).toBe(`${source}
  job type parse 1.0: unchanged, revision 1
  job type mask 1.0: updated, revision 1 -> 2 (interface)
  job type ortho 1.0: unchanged, revision 1
  job type publish 1.0: unchanged, revision 1
  trigger rule INGEST scenes: unchanged
  recipe type lines 1.0: updated, revision 1 -> 2 (definition, is_active)
  warning: job "publish": its input "from_mask" is fed by 2 outputs (mask.outfile, ortho.outfile)
`);
  });

  it("refuses bad files with the reasons, loads the others all the same, and exits with 1", async () => {
    const broken = recipeTypeDocument("broken");
    broken.definition.jobs[2].dependencies[0].name = "x";
    const files = [
      await file("broken.json", broken),
      await file("good.json", recipeTypeDocument("good")),
      await file("list.json", "[]"),
      await file("text.json", "hello"),
      path.join(directory, "missing.json"),
      directory,
    ];
    await writeFile(path.join(directory, "binary.json"), Buffer.from([0xff, 0xfe, 0x00]));
    const { code, stdout, stderr } = await load([...files, path.join(directory, "binary.json")]);
    expect(code).toBe(1);
    expect(stdout).toContain("recipe type good 1.0: created, revision 1");
    const reason = (name: string) =>
      stderr.split(`${path.join(directory, name)}: refused, nothing of it was loaded\n  `)[1]?.split("\n")[0];
    expect(reason("broken.json")).toBe('definition.jobs.2.dependencies.0.name: names no job of the recipe: "x"');
    expect(reason("list.json")).toBe("must be an object");
    expect(reason("text.json")).toMatch(/^is not JSON: /);
    expect(reason("missing.json")).toBe("there is no such file");
    expect(reason("binary.json")).toBe("is not JSON: it is not text in UTF-8");
    expect(stderr).toContain(`${directory}: refused, nothing of it was loaded\n  can't be read: EISDIR`);
    const names = (await database().prisma.recipeType.findMany()).map(({ name }) => name);
    expect(names).toContain("good");
    expect(names).not.toContain("broken");
  });

  it("makes recipes of each recipe type that it loaded, once, and says so in one line where there is no terminal", async () => {
    const files = [await file("fill-a.json", recipeTypeDocument("fill-a")), await file("fill-b.json", recipeTypeDocument("fill-b"))];
    const args = [...files, files[0] as string, "none.json", "--recipes", "1200", "--from", "2016-01-01", "--to", "2016-12-31"];
    const { code, stdout } = await load(args);
    expect(code).toBe(1);
    expect(stdout).not.toMatch(/\[[=-]/);
    expect(stdout.match(/made .*/g)).toEqual(Array(2).fill(expect.stringMatching(/^made 1,200 recipes with 4,800 jobs in \d+\.\d s$/)));
    expect([await recipeCount("fill-a"), await recipeCount("fill-b")]).toEqual([1200, 1200]);
  });

  it("reads standard input where a file is called -", async () => {
    const text = JSON.stringify(recipeTypeDocument("piped"));
    const { code, stdout } = await load(["-"], {}, undefined, text);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^standard input\n {2}job type parse 1\.0: [\s\S]+ {2}recipe type piped 1\.0: created, revision 1\n$/);
    expect((await load(["-"], {}, undefined, "")).stderr).toMatch(/^standard input: refused, nothing of it was loaded\n {2}is not JSON/);
  });

  it("loads nothing when an option is wrong, and exits with 2", async () => {
    const source = await file("option.json", recipeTypeDocument("option"));
    const { code, stderr } = await load([source, "--recipes", "5", "--from", "2016-01-01", "--to", "yesterday"]);
    expect(code).toBe(2);
    expect(stderr).toContain("'--to <TIME>' argument 'yesterday' is invalid");
    expect(await database().prisma.recipeType.count({ where: { name: "option" } })).toBe(0);
  });

  it("names wrong settings and exits with 2", async () => {
    const { code, stderr } = await load(["--sample"], { POOL_SIZE: "many" });
    expect(code).toBe(2);
    expect(stderr).toContain("POOL_SIZE: must be an integer");
  });

  it("says why the database can't be reached, and exits with 1", async () => {
    const { code, stderr } = await load(["--sample"], { DATABASE_URL: "postgresql://127.0.0.1:1/none" });
    expect(code).toBe(1);
    expect(stderr).toContain("connect ECONNREFUSED 127.0.0.1:1");
  });

  it("explains itself with examples", async () => {
    const { code, stdout } = await load(["--help"]);
    expect(code).toBe(0);
    expect(stdout).toContain("Usage: npm run load -- [options] [FILE...]");
    expect(stdout).toContain("npm run load -- landsat8.json --recipes 10000 --from 2016-01-01 --to 2016-12-31");
  });

  it("ends on Ctrl-C after the chunk in hand, and says how many recipes it made", async () => {
    const source = await file("stopped.json", recipeTypeDocument("stopped"));
    let asked = false;
    const { code, stdout, stderr } = await load(
      [source, "--recipes", "10000000", "--from", "2016-01-01", "--to", "2016-12-31"],
      {},
      (printed, kill) => {
        if (asked || !printed.includes("recipe type stopped")) return;
        asked = true;
        kill();
        kill();
      },
    );
    expect(code).toBe(130);
    expect(stderr).toContain("Interrupted");
    const made = /made ([\d,]+) of 10,000,000 recipes/.exec(stdout)?.[1]?.replaceAll(",", "");
    expect(await recipeCount("stopped")).toBe(made === undefined ? 0 : Number(made));
  });
});

describe("npm run load -- -", () => {
  it("ends on Ctrl-C while it waits for standard input", async () => {
    const source = await file("before.json", recipeTypeDocument("before"));
    const onOutput = (printed: string, kill: () => void) => printed.includes("recipe type before") && kill();
    const { code, stderr } = await load([source, "-"], {}, onOutput, null);
    expect([code, stderr]).toEqual([130, "Interrupted. Only what has been reported is loaded.\n"]);
  });
});

describe("npm run load -- --sample", () => {
  it("loads a recipe type in two revisions, with recipes of 2016 that a batch would re-process", async () => {
    const { code, stdout, stderr } = await load(["--sample"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain("recipe type landsat-scene 1.0: updated, revision 1 -> 2 (definition)");
    const { id, revisionNum } = await database().prisma.recipeType.findFirstOrThrow({ where: { name: "landsat-scene" } });
    expect(revisionNum).toBe(2);
    const recipes = await database().prisma.recipe.findMany({ where: { recipeTypeId: id } });
    expect(recipes).toHaveLength(200);
    expect(new Set(recipes.map(({ created }) => created.getUTCFullYear()))).toEqual(new Set([2016]));
    const { recipeCount, plan } = await validateBatch(database(), { recipeTypeId: id, title: null, description: null, definition: {} });
    expect(recipeCount).toBe(190);
    expect(plan[0]?.jobs.map(({ name, action }) => `${action} ${name}`)).toEqual([
      "KEEP unpack-scene",
      "KEEP orthorectify",
      "ADD cloud-mask",
      "ADD vegetation-index",
      "ADD water-mask",
      "REMOVE cloud-mask",
      "REMOVE vegetation-index",
      "REMOVE quick-look",
    ]);
  });

  it("says so when it is there, and adds no recipes", async () => {
    const { code, stdout } = await load(["--sample"]);
    expect(code).toBe(0);
    expect(stdout).toBe("The sample is already loaded: recipe type landsat-scene 1.0, revision 2. Nothing was changed.\n");
    expect(await recipeCount("landsat-scene")).toBe(200);
  });
});
