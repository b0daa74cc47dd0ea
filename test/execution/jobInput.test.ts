import { describe, expect, it } from "vitest";
import { claimJobs } from "../../src/domain/execution/claimJobs.js";
import type { JobClaim } from "../../src/domain/execution/jobClaims.js";
import { reportJobs } from "../../src/domain/execution/reportJobs.js";
import { loadRecipeType } from "../../src/domain/recipe/loadRecipeType.js";
import { expand, makeRecipe, submit } from "../support/catalogue.js";
import { useDatabase } from "../support/database.js";
import { type DefinitionJson, definition, input, job } from "../support/graphs.js";
import { expectSoundWork } from "../support/soundWork.js";
import { jobsOf } from "../support/work.js";

const database = useDatabase();

const output = (name: string, type = "file") => ({ name, type, required: false });
/** The interfaces of the job types that need one here. */
const interfaces: Record<string, object> = {
  "read-type": { output_data: [output("left"), output("right"), output("all", "files"), output("clouds", "property")] },
  "join-type": {
    input_data: [
      { name: "parts", type: "files" },
      { name: "clouds", type: "property" },
    ],
    output_data: [],
  },
};

/** Loads a recipe type, or its next revision. */
async function load(name: string, document: DefinitionJson) {
  const keys = new Map(document.jobs.map(({ job_type }) => [`${job_type.name} ${job_type.version}`, job_type]));
  const job_types = [...keys.values()].map((job_type) => ({ ...job_type, job_type_interface: interfaces[job_type.name] ?? {} }));
  const { recipeType } = await loadRecipeType(database(), { name, version: "1", definition: document, job_types });
  return { id: recipeType.id, name };
}

/** Claims all that is queued, with the names of the jobs. */
async function claimAll(batchId: number): Promise<Map<string, JobClaim>> {
  const { claims } = await claimJobs(database(), { worker: "w", jobTypes: null, max: 100, leaseSeconds: 60, requestId: null });
  const names = new Map((await jobsOf(database(), batchId)).map(({ id, name }) => [id, name]));
  return new Map(claims.map((claim) => [names.get(claim.jobId) as string, claim]));
}

const complete = (claim: JobClaim | undefined, output_data: object[]) =>
  reportJobs(database(), [{ token: claim?.token ?? "", kind: "completed", results: { output_data }, exitCode: 0, logTail: null }]);

const newFile = (file_name: string) => ({ file_name, media_type: "image/tiff", file_size: 1 });
const inputsOf = (claim: JobClaim | undefined) => (claim?.data as { input_data: unknown[] } | undefined)?.input_data;

describe("A job's input", () => {
  it("has the recipe's inputs by the names that the job gives them, and no others", async () => {
    const type = await load(
      "renamed",
      definition(
        [job("read", { inputs: { scene: "file", list: "files", mode: "property", none: "optional" } })],
        [input("file"), input("files", "files"), input("property", "property"), input("optional", "file", false), input("unused")],
      ),
    );
    const recipe = await makeRecipe(database(), type);
    const { data } = await database().prisma.recipe.findUniqueOrThrow({ where: { id: recipe } });
    const given = new Map((data as { input_data: { name: string }[] }).input_data.map((entry) => [entry.name, entry]));
    given.delete("optional");
    await database().prisma.recipe.update({
      where: { id: recipe },
      data: { data: { version: "1.0", input_data: [...given.values()], workspace_id: 7 } },
    });
    const batchId = await submit(database(), type, { all_jobs: true });
    await expand(database(), batchId);
    const claim = (await claimAll(batchId)).get("read");
    expect(claim?.data).toEqual({
      version: "1.0",
      workspace_id: 7,
      input_data: [
        { ...given.get("file"), name: "scene" },
        { ...given.get("files"), name: "list" },
        { ...given.get("property"), name: "mode" },
      ],
    });
  });

  it("has what its parents have put out; an input that takes a list has all files of all that feed it, in the graph's order", async () => {
    const type = await load(
      "joined",
      definition([
        job("read", { inputs: { scene: "scene" } }),
        job("again", { type: "read-type", inputs: { scene: "scene" } }),
        {
          ...job("join"),
          dependencies: [
            {
              name: "read",
              connections: [
                { output: "right", input: "parts" },
                { output: "clouds", input: "clouds" },
              ],
            },
            {
              name: "again",
              connections: [{ output: "all", input: "parts" }],
            },
          ],
        },
      ]),
    );
    await makeRecipe(database(), type);
    const batchId = await submit(database(), type, { all_jobs: true });
    await expand(database(), batchId);
    const claims = await claimAll(batchId);
    await complete(claims.get("again"), [{ name: "all", files: [newFile("1"), newFile("2")] }]);
    await complete(claims.get("read"), [
      { name: "left", file: newFile("3") },
      { name: "right", file: newFile("4") },
      { name: "clouds", value: 0.25 },
    ]);
    const files = await database().prisma.scaleFile.findMany({ orderBy: { id: "desc" }, take: 4 });
    const idOf = (name: string) => Number(files.find(({ fileName }) => fileName === name)?.id);
    expect(inputsOf((await claimAll(batchId)).get("join"))).toEqual([
      { name: "parts", file_ids: [idOf("4"), idOf("1"), idOf("2")] },
      { name: "clouds", value: 0.25 },
    ]);
  });

  it("has the first of several values that feed an input, and no file for a value that feeds a list", async () => {
    const clouds = { output: "clouds", input: "clouds" };
    const alone = [{ output: "clouds", input: "parts" }];
    const type = await load(
      "values",
      definition([
        job("read", { inputs: { scene: "scene" } }),
        job("again", { type: "read-type", inputs: { scene: "scene" } }),
        {
          ...job("join"),
          dependencies: [
            { name: "read", connections: [clouds, { output: "right", input: "parts" }] },
            { name: "again", connections: [clouds, ...alone] },
          ],
        },
        { ...job("odd", { type: "join-type" }), dependencies: [{ name: "read", connections: alone }] },
      ]),
    );
    await makeRecipe(database(), type);
    const batchId = await submit(database(), type, { all_jobs: true });
    await expand(database(), batchId);
    const claims = await claimAll(batchId);
    await complete(claims.get("again"), [{ name: "clouds", value: 0.75 }]);
    await complete(claims.get("read"), [
      { name: "right", file: newFile("7") },
      { name: "clouds", value: 0.25 },
    ]);
    const { id } = await database().prisma.scaleFile.findFirstOrThrow({ where: { fileName: "7" } });
    const next = await claimAll(batchId);
    expect(inputsOf(next.get("join"))).toEqual([
      { name: "clouds", value: 0.25 },
      { name: "parts", file_ids: [Number(id)] },
    ]);
    expect(inputsOf(next.get("odd"))).toEqual([{ name: "parts", value: 0.25 }]);
  });

  it("has the file where a value comes before it, and no file for a file_ids that is null, as other systems may write it", async () => {
    const type = await load(
      "mixed",
      definition([
        job("read", { inputs: { scene: "scene" } }),
        job("again", { type: "read-type", inputs: { scene: "scene" } }),
        {
          ...job("join", { inputs: { parts: "scene" } }),
          dependencies: [
            { name: "read", connections: [{ output: "clouds", input: "scene" }] },
            { name: "again", connections: [{ output: "right", input: "scene" }] },
          ],
        },
      ]),
    );
    const recipe = await makeRecipe(database(), type);
    const { id: sceneId } = await database().prisma.scaleFile.findFirstOrThrow({ where: { recipes: { some: { recipeId: recipe } } } });
    const scene = { name: "scene", file_id: Number(sceneId), file_ids: null };
    await database().prisma.recipe.update({ where: { id: recipe }, data: { data: { version: "1.0", input_data: [scene] } } });
    const batchId = await submit(database(), type, { all_jobs: true });
    await expand(database(), batchId);
    const claims = await claimAll(batchId);
    await complete(claims.get("read"), [{ name: "clouds", value: 0.25 }]);
    await complete(claims.get("again"), [{ name: "right", file: newFile("8") }]);
    const { id } = await database().prisma.scaleFile.findFirstOrThrow({ where: { fileName: "8" } });
    expect(inputsOf((await claimAll(batchId)).get("join"))).toEqual([
      { name: "parts", file_ids: [Number(sceneId)] },
      { name: "scene", file_id: Number(id) },
    ]);
  });

  it("has what kept jobs of the superseded recipe have put out, also where a job alone feeds a list", async () => {
    const graph = (from: string) =>
      definition([
        job("read", { inputs: { scene: "scene" } }),
        {
          ...job("join", { version: from === "left" ? "1.0" : "2.0" }),
          dependencies: [{ name: "read", connections: [{ output: from, input: "parts" }] }],
        },
      ]);
    const type = await load("kept", graph("left"));
    await makeRecipe(database(), type);
    const first = await submit(database(), type, { all_jobs: true });
    await expand(database(), first);
    await complete((await claimAll(first)).get("read"), [
      { name: "left", file: newFile("5") },
      { name: "right", file: newFile("6") },
    ]);
    await load("kept", graph("right"));
    const second = await submit(database(), type, {});
    await expand(database(), second);
    const { id } = await database().prisma.scaleFile.findFirstOrThrow({ where: { fileName: "6" } });
    expect((await jobsOf(database(), second)).map(({ name }) => name)).toEqual(["join"]);
    expect(inputsOf((await claimAll(second)).get("join"))).toEqual([{ name: "parts", file_ids: [Number(id)] }]);
  });
});

describe("A new job that stands on a kept one", () => {
  it.each([
    ["FAILED", "BLOCKED"],
    ["CANCELED", "BLOCKED"],
    ["BLOCKED", "BLOCKED"],
    ["RUNNING", "PENDING"],
    ["QUEUED", "PENDING"],
  ] as const)("which is %s is %s", async (status, expected) => {
    const name = `standing-on-${status}`;
    const graph = (version: string) =>
      definition([
        job("first", { inputs: { scene: "scene" } }),
        job("read", { parents: { first: { scene: "out" } } }),
        job("join", { version, parents: { read: { parts: "left" } } }),
        job("last", { parents: { join: { in: "out" } } }),
      ]);
    const type = await load(name, graph("1.0"));
    await makeRecipe(database(), type, { jobs: { read: status, ...(status === "BLOCKED" && { first: "FAILED" as const }) } });
    await load(name, graph("2.0"));
    const batchId = await submit(database(), type, {});
    await expand(database(), batchId);
    expect((await jobsOf(database(), batchId)).map((one) => [one.name, one.status])).toEqual([
      ["join", expected],
      ["last", expected],
    ]);
  });

  it("is sound when it is BLOCKED, and when a later batch supersedes it then", async () => {
    const graph = (version: string) =>
      definition([job("first", { inputs: { scene: "scene" } }), job("join", { version, parents: { first: { parts: "out" } } })]);
    const type = await load("blocked", graph("1.0"));
    await makeRecipe(database(), type, { jobs: { first: "FAILED" } });
    await load("blocked", graph("2.0"));
    const batchId = await submit(database(), type, {});
    await expand(database(), batchId);
    await expectSoundWork(database());
    expect(await database().prisma.batch.findUniqueOrThrow({ where: { id: batchId } })).toMatchObject({ workState: "FAILED" });
    await expand(database(), await submit(database(), type, { all_jobs: true }));
    expect((await jobsOf(database(), batchId)).map(({ status }) => status)).toEqual(["CANCELED"]);
    await expectSoundWork(database());
  });
});
