import { beforeAll, describe, expect, it } from "vitest";
import { validateBatch } from "../../../src/domain/batch/create/validateBatch.js";
import { loadRecipeType } from "../../../src/domain/recipe/loadRecipeType.js";
import { makeRecipes, type RecipeOrder } from "../../../src/domain/recipe/makeRecipes.js";
import { useDatabase } from "../../support/database.js";
import { type Json, recipeTypeDocument } from "../../support/recipeTypeDocument.js";

const database = useDatabase();
const range = { from: "2016-01-01T00:00:00.000000Z", to: "2016-01-11T00:00:00.000000Z" };

async function load(name: string, change: (document: Json) => void = () => {}): Promise<number> {
  const document = recipeTypeDocument(name);
  change(document);
  return (await loadRecipeType(database(), document)).recipeType.id;
}

const recipesOf = (recipeTypeId: number) =>
  database().prisma.recipe.findMany({
    where: { recipeTypeId },
    orderBy: { id: "asc" },
    include: {
      event: { include: { rule: true } },
      recipeTypeRevision: true,
      files: { include: { scaleFile: true }, orderBy: { id: "asc" } },
    },
  });

describe("Recipes that are made", () => {
  let recipeTypeId: number;
  beforeAll(async () => {
    recipeTypeId = await load("made");
    expect(await makeRecipes(database(), { recipeTypeId, count: 5, ...range })).toEqual({ recipes: 5, jobs: 20 });
  });

  it("are spread evenly over the range, and follow an INGEST event of the recipe type's rule", async () => {
    const recipes = await recipesOf(recipeTypeId);
    expect(recipes.map(({ created }) => created.toISOString().slice(0, 10))).toEqual([
      ...["2016-01-02", "2016-01-04", "2016-01-06", "2016-01-08", "2016-01-10"],
    ]);
    for (const { event, created, completed, recipeTypeRevision, isSuperseded } of recipes) {
      expect(event).toMatchObject({ type: "INGEST", occurred: created, rule: { type: "INGEST", name: "scenes" } });
      expect(recipeTypeRevision.revisionNum).toBe(1);
      expect(isSuperseded).toBe(false);
      expect(completed?.getTime()).toBeGreaterThan(created.getTime());
    }
  });

  it("have each a file of their own, of the type that the input accepts and from shortly before", async () => {
    for (const { data, files, created } of await recipesOf(recipeTypeId)) {
      const [file] = files;
      expect(files).toHaveLength(1);
      expect(data).toEqual({ version: "1.0", input_data: [{ name: "input_file", file_id: Number(file?.scaleFileId) }], workspace_id: 1 });
      const { mediaType, dataStarted, dataEnded, fileName, fileSize } = file?.scaleFile ?? {};
      expect(mediaType).toBe("image/tiff");
      expect(fileName).toBe(`made-${file?.scaleFileId}.tiff`);
      expect(fileSize).toBeGreaterThan(0);
      expect(dataStarted?.getTime()).toBeGreaterThan(created.getTime() - 86_400_000);
      expect(dataEnded?.getTime()).toBeGreaterThan(dataStarted?.getTime() as number);
      expect(dataEnded?.getTime()).toBeLessThanOrEqual(created.getTime());
    }
    expect(await database().prisma.scaleFile.count()).toBe(5);
  });

  it("have one COMPLETED job for each node, which ran after those that it depends on", async () => {
    const [recipe] = await recipesOf(recipeTypeId);
    const recipeJobs = await database().prisma.recipeJob.findMany({
      where: { recipeId: recipe?.id },
      include: { job: { include: { jobType: true, jobTypeRevision: true } } },
    });
    const jobs = new Map(recipeJobs.map(({ jobName, job }) => [jobName, job]));
    expect([...jobs.keys()].sort()).toEqual(["mask", "ortho", "parse", "publish"]);
    for (const { jobName, isOriginal, job } of recipeJobs) {
      expect(isOriginal).toBe(true);
      expect(job).toMatchObject({
        status: "COMPLETED",
        numExes: 1,
        eventId: recipe?.eventId,
        isSuperseded: false,
        priority: 10,
        timeout: 60,
      });
      expect(job).toMatchObject({ maxTries: 2, cpusRequired: 0.25, memRequired: 128, jobType: { name: jobName, version: "1.0" } });
      expect(job.jobTypeRevision).toMatchObject({ jobTypeId: job.jobTypeId, revisionNum: 1 });
      const times = [recipe?.created, job.created, job.queued, job.started, job.ended, recipe?.completed].map((time) => time?.getTime());
      expect(times).toEqual([...times].sort((one, other) => (one as number) - (other as number)));
    }
    for (const [parent, child] of [
      ["parse", "mask"],
      ["parse", "ortho"],
      ["mask", "publish"],
      ["ortho", "publish"],
    ] as const) {
      expect(jobs.get(child)?.queued?.getTime()).toBeGreaterThanOrEqual(jobs.get(parent)?.ended?.getTime() as number);
    }
  });

  it("are what a batch re-processes once the recipe type has a new revision", async () => {
    await load("made", (document) => document.definition.jobs.pop());
    const preview = await validateBatch(database(), { recipeTypeId, title: null, description: null, definition: {} });
    expect(preview).toMatchObject({ problems: [], recipeCount: 5, plan: [{ revisionNum: 1, failure: null }] });
    expect(preview.plan[0]?.jobs.map(({ name, action }) => `${name} ${action}`)).toEqual([
      ...["parse KEEP", "mask KEEP", "ortho KEEP", "publish REMOVE"],
    ]);
  });

  it("are of the current revision", async () => {
    await makeRecipes(database(), { recipeTypeId, count: 1, ...range });
    const recipe = (await recipesOf(recipeTypeId)).at(-1);
    expect(recipe?.recipeTypeRevision.revisionNum).toBe(2);
    expect(await database().prisma.recipeJob.count({ where: { recipeId: recipe?.id } })).toBe(3);
  });
});

describe("A recipe type", () => {
  const makeOne = async (recipeTypeId: number) => {
    await makeRecipes(database(), { recipeTypeId, count: 1, ...range });
    return (await recipesOf(recipeTypeId))[0];
  };

  it("with inputs of every type has data for them all, in their order, but for a property that is optional", async () => {
    const id = await load("inputs", ({ definition }) => {
      definition.input_data.push(
        { name: "season", type: "property" },
        { name: "hint", type: "property", required: false },
        { name: "tiles", type: "files", media_types: ["weird", 5] },
        { name: "extra", type: "file", required: false, media_types: "image/png" },
      );
    });
    const recipe = await makeOne(id);
    const [first, tile, otherTile, extra] = recipe?.files.map(({ scaleFileId }) => Number(scaleFileId)) ?? [];
    expect(recipe?.data).toEqual({
      version: "1.0",
      workspace_id: 1,
      input_data: [
        { name: "input_file", file_id: first },
        { name: "season", value: "sample" },
        { name: "tiles", file_ids: [tile, otherTile] },
        { name: "extra", file_id: extra },
      ],
    });
    expect(recipe?.files.map(({ scaleFile }) => scaleFile.mediaType)).toEqual([
      ...["image/tiff", "weird", "weird", "application/octet-stream"],
    ]);
  });

  it("has results of its jobs, with a file for each output that takes some and a value for each property", async () => {
    const id = await load("outputs", ({ job_types: [parse] }) => {
      parse.job_type_interface.output_data = [
        { name: "bands", type: "file", required: true, media_type: "image/tiff" },
        { name: "clouds", type: "property", required: true },
        { name: "tiles", type: "files", required: false },
        { name: "odd", type: "weird" },
        { type: "file" },
        null,
      ];
    });
    await makeRecipes(database(), { recipeTypeId: id, count: 2, ...range, filesUri: "file:///scenes/" });
    const files = await database().prisma.scaleFile.findMany({ where: { fileName: { startsWith: "outputs-" } } });
    const idOf = (end: string) =>
      files
        .filter(({ fileName }) => fileName.endsWith(end))
        .map((file) => Number(file.id))
        .sort((a, b) => a - b);
    const [bands, tiles] = [idOf("-bands.tiff"), idOf("-tiles.octet-stream")];
    const where = { jobType: { name: "parse" }, recipeJobs: { some: { recipe: { recipeTypeId: id } } } };
    const jobs = await database().prisma.job.findMany({ where, orderBy: { id: "asc" } });
    expect(jobs.map(({ results }) => results)).toEqual(
      [0, 1].map((i) => ({
        version: "1.0",
        output_data: [
          { name: "bands", file_id: bands[i] },
          { name: "clouds", value: "sample" },
          { name: "tiles", file_ids: [tiles[i]] },
        ],
      })),
    );
    expect(files).toHaveLength(2 * 3);
    for (const { uri, fileName } of files) expect(uri).toBe(`file:///scenes/${fileName}`);
  });

  it("without inputs, jobs or a trigger rule has recipes all the same", async () => {
    const id = await load("empty", (document) => Object.assign(document, { definition: { version: "1.0" }, trigger_rule: null }));
    expect(await makeOne(id)).toMatchObject({ data: { input_data: [] }, event: { type: "INGEST", ruleId: null }, files: [] });
  });
});

describe("Making recipes", () => {
  const order = async (name: string, count: number): Promise<RecipeOrder> => ({ recipeTypeId: await load(name), count, ...range });

  it("goes chunk by chunk, says after each how many there are, and makes just as many as were ordered", async () => {
    const many = await order("many", 7001);
    const progress: number[] = [];
    const made = await makeRecipes(database(), many, { onProgress: (recipes) => progress.push(recipes) });
    expect(made).toEqual({ recipes: 7001, jobs: 28_004 });
    expect(progress.length).toBeGreaterThan(2);
    expect(progress.at(-1)).toBe(7001);
    const where = { recipeTypeId: many.recipeTypeId };
    expect(await database().prisma.recipe.count({ where })).toBe(7001);
    const { _min, _max } = await database().prisma.recipe.aggregate({ where, _min: { created: true }, _max: { created: true } });
    expect(_min.created?.getTime()).toBeGreaterThanOrEqual(Date.parse(range.from));
    expect(_max.created?.getTime()).toBeLessThanOrEqual(Date.parse(range.to));
    const distinct = await database().prisma.recipe.findMany({ where, distinct: ["created"], select: { id: true } });
    expect(distinct).toHaveLength(7001);
  });

  it("can be stopped; what is made by then is whole", async () => {
    const stopped = await order("stopped", 100_000);
    const stop = new AbortController();
    const made = await makeRecipes(database(), stopped, { onProgress: () => stop.abort(), signal: stop.signal });
    expect(made.recipes).toBeGreaterThan(0);
    expect(made.recipes).toBeLessThan(100_000);
    const where = { recipeTypeId: stopped.recipeTypeId };
    expect(await database().prisma.recipe.count({ where })).toBe(made.recipes);
    expect(await database().prisma.recipeJob.count({ where: { recipe: where } })).toBe(made.jobs);
  });

  it("leaves nothing behind when the transaction that it is part of is rolled back", async () => {
    const undone = await order("undone", 10);
    const work = database().transaction(async (tx) => {
      expect(await makeRecipes(tx, undone)).toEqual({ recipes: 10, jobs: 40 });
      throw new Error("no");
    });
    await expect(work).rejects.toThrow("no");
    expect(await database().prisma.recipe.count({ where: { recipeTypeId: undone.recipeTypeId } })).toBe(0);
  });

  it("takes a range that is one instant", async () => {
    const { recipeTypeId } = await order("instant", 1);
    await makeRecipes(database(), { recipeTypeId, count: 3, from: range.from, to: range.from });
    for (const { created } of await recipesOf(recipeTypeId)) expect(created.toISOString()).toBe("2016-01-01T00:00:00.000Z");
  });
});
