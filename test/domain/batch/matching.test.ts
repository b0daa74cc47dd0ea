import { describe, expect, test } from "vitest";
import { validateBatch } from "../../../src/domain/batch/create/validateBatch.js";
import { batchInput, expand, makeRecipe, makeType, revise, runBatch, submit, type TestType } from "../../support/catalogue.js";
import { useDatabase } from "../../support/database.js";

const database = useDatabase();

/** The recipes that a batch matches: validation must count, and the expansion must take, the same ones. */
async function matched(type: TestType, definition: unknown): Promise<number[]> {
  const db = database();
  const preview = await validateBatch(db, batchInput(type, definition));
  expect(preview.problems).toEqual([]);
  const batchId = await runBatch(db, type, definition);
  const rows = await db.prisma.batchRecipe.findMany({ where: { batchId }, orderBy: { supersededRecipeId: "asc" } });
  const batch = await db.prisma.batch.findUniqueOrThrow({ where: { id: batchId } });
  expect([preview.recipeCount, batch.totalCount]).toEqual([rows.length, rows.length]);
  return rows.map((row) => row.supersededRecipeId as number);
}

/** A batch that matches all recipes whose date range fits, whatever their revision. */
const all = (date_range?: unknown) => ({ all_jobs: true, ...(date_range === undefined ? {} : { date_range }) });

describe("by revision, a batch matches", () => {
  async function twoRevisions() {
    const type = await makeType(database(), "a b<a");
    const old = await makeRecipe(database(), type);
    await revise(database(), type, "a b@2<a");
    return { type, old, current: await makeRecipe(database(), type) };
  }

  test("the recipes of older revisions only", async () => {
    const { type, old } = await twoRevisions();
    expect(await matched(type, {})).toEqual([old]);
  });

  test("those of the current revision too, if it names jobs", async () => {
    const { type, old, current } = await twoRevisions();
    expect(await matched(type, { job_names: ["b"] })).toEqual([old, current]);
  });

  test("those of the current revision too, if it is for all jobs", async () => {
    const { type, old, current } = await twoRevisions();
    expect(await matched(type, { all_jobs: true })).toEqual([old, current]);
  });

  test.each([{ job_names: [] }, { job_names: null }, { all_jobs: false }])(
    "the recipes of older revisions only, with %j",
    async (definition) => {
      const { type, old } = await twoRevisions();
      expect(await matched(type, definition)).toEqual([old]);
    },
  );

  test("recipes of every older revision, in one batch", async () => {
    const type = await makeType(database(), "a");
    const first = await makeRecipe(database(), type);
    await revise(database(), type, "a b<a");
    const second = await makeRecipe(database(), type);
    await revise(database(), type, "a c<a");
    expect(await matched(type, {})).toEqual([first, second]);
  });
});

describe("a batch never matches", () => {
  test("superseded recipes", async () => {
    const type = await makeType(database(), "a");
    const old = await makeRecipe(database(), type);
    await matched(type, all());
    const now = await database().prisma.recipe.findFirstOrThrow({ where: { supersededRecipeId: old } });
    expect(await matched(type, all())).toEqual([now.id]);
  });

  test("recipes of other recipe types, even with the same jobs", async () => {
    const [type, other] = [await makeType(database(), "a"), await makeType(database(), "a")];
    await makeRecipe(database(), other);
    const own = await makeRecipe(database(), type);
    expect(await matched(type, all())).toEqual([own]);
  });
});

describe("by when recipes were created, a batch matches", () => {
  const times = ["2016-01-10T00:00:00.000000Z", "2016-01-10T00:00:00.000001Z", "2016-01-10T00:00:00.000002Z"] as const;

  async function threeRecipes() {
    const type = await makeType(database(), "a");
    const ids: number[] = [];
    for (const created of times) ids.push(await makeRecipe(database(), type, { created }));
    return { type, ids };
  }

  test("both bounds inclusive, to the microsecond", async () => {
    const { type, ids } = await threeRecipes();
    expect(await matched(type, all({ started: times[1], ended: times[1] }))).toEqual([ids[1]]);
  });

  test("from a lower bound on", async () => {
    const { type, ids } = await threeRecipes();
    expect(await matched(type, all({ type: "created", started: times[1] }))).toEqual(ids.slice(1));
  });

  test("up to an upper bound", async () => {
    const { type, ids } = await threeRecipes();
    expect(await matched(type, all({ ended: times[1] }))).toEqual(ids.slice(0, 2));
  });

  test("all of a millisecond that it begins and ends with, as times are shown", async () => {
    const { type, ids } = await threeRecipes();
    const shown = "2016-01-10T00:00:00.000Z";
    expect(await matched(type, all({ started: shown, ended: shown }))).toEqual(ids);
  });

  test("nothing where the bounds are the wrong way round", async () => {
    const { type } = await threeRecipes();
    expect(await matched(type, all({ started: times[2], ended: times[0] }))).toEqual([]);
  });

  test.each([
    "2016-01-10T01:00:00.000001+01:00",
    "2016-01-09T16:00:00.000001-0800",
    "2016-01-10 00:00:00,000001Z",
    "2016-01-10T23:00:00.000001+23:00",
    " 2016-01-10t00:00:00.000001z\u00a0",
  ])("the same instant however it is written: %j", async (instant) => {
    const { type, ids } = await threeRecipes();
    expect(await matched(type, all({ started: instant, ended: instant }))).toEqual([ids[1]]);
  });
});

describe("by the data times of its files, a batch matches a recipe", () => {
  test("all of a millisecond that the range begins and ends with", async () => {
    const shown = "2016-01-01T00:00:00.123Z";
    for (const time of ["2016-01-01T00:00:00.123000Z", "2016-01-01T00:00:00.123999Z"]) {
      expect(await matches([[time, null]], { started: shown, ended: shown })).toBe(true);
    }
    for (const time of ["2016-01-01T00:00:00.122999Z", "2016-01-01T00:00:00.124000Z"]) {
      expect(await matches([[time, null]], { started: shown, ended: shown })).toBe(false);
    }
  });

  const [t1, t2, t3, t4] = ["2016-01-01T00:00:00Z", "2016-01-02T00:00:00Z", "2016-01-03T00:00:00Z", "2016-01-04T00:00:00Z"] as const;
  type Files = readonly (readonly [string | null, string | null])[];

  async function matches(files: Files, range: { started?: string; ended?: string }): Promise<boolean> {
    const type = await makeType(database(), "a");
    const id = await makeRecipe(database(), type, { files });
    const found = await matched(type, all({ type: "data", ...range }));
    expect(found).toEqual(found.length === 0 ? [] : [id]);
    return found.length === 1;
  }

  test("once, however many files match", async () => {
    expect(
      await matches(
        [
          [t2, t3],
          [t2, t3],
          [t2, t2],
        ],
        { started: t1, ended: t4 },
      ),
    ).toBe(true);
  });

  test("whose file starts or ends at the lower bound or later", async () => {
    expect(await matches([[t2, null]], { started: t2 })).toBe(true);
    expect(await matches([[null, t2]], { started: t2 })).toBe(true);
    expect(await matches([[t1, t3]], { started: t2 })).toBe(true);
    expect(await matches([[t1, t1]], { started: t2 })).toBe(false);
  });

  test("whose file starts or ends at the upper bound or earlier", async () => {
    expect(await matches([[t2, null]], { ended: t2 })).toBe(true);
    expect(await matches([[null, t2]], { ended: t2 })).toBe(true);
    expect(await matches([[t1, t3]], { ended: t2 })).toBe(true);
    expect(await matches([[t3, t4]], { ended: t2 })).toBe(false);
  });

  test("whose bounds are met by different files", async () => {
    expect(
      await matches(
        [
          [t1, t1],
          [t4, t4],
        ],
        { started: t2, ended: t3 },
      ),
    ).toBe(true);
    expect(
      await matches(
        [
          [t1, t1],
          [t1, t1],
        ],
        { started: t2, ended: t3 },
      ),
    ).toBe(false);
  });

  test("not by files without data times, nor without files", async () => {
    expect(await matches([[null, null]], { started: t1, ended: t4 })).toBe(false);
    expect(await matches([], { ended: t4 })).toBe(false);
  });

  test("whenever it was created", async () => {
    const type = await makeType(database(), "a");
    const id = await makeRecipe(database(), type, { created: "2020-01-01T00:00:00Z", files: [[t1, t2]] });
    expect(await matched(type, all({ type: "data", started: t1, ended: t2 }))).toEqual([id]);
  });
});

test("What a batch matches is fixed when it begins, not when it is created", async () => {
  const type = await makeType(database(), "a");
  const first = await makeRecipe(database(), type);
  const batchId = await submit(database(), type, all());
  const second = await makeRecipe(database(), type);
  await expand(database(), batchId);
  const rows = await database().prisma.batchRecipe.findMany({ where: { batchId }, orderBy: { supersededRecipeId: "asc" } });
  expect(rows.map((row) => row.supersededRecipeId)).toEqual([first, second]);
});
