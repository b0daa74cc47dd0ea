import { beforeAll, describe, expect, it } from "vitest";
import { makeManyRecipes, makeRecipe, makeType, revise, runBatch, type TestType } from "../support/catalogue.js";
import { useDatabase } from "../support/database.js";
import type { RecipesOverTimeQueryVariables } from "../support/generated/graphql.js";
import { graphql } from "../support/generated/index.js";
import { useGraphql } from "../support/graphql.js";

const database = useDatabase();
const { query, answer } = useGraphql(database);

const recipesOverTime = graphql(`
  query RecipesOverTime($id: ID!, $type: DateRangeType! = CREATED, $outdated: Boolean! = false, $intervals: Int! = 60) {
    recipeType(id: $id) { recipesOverTime(type: $type, outdated: $outdated, intervals: $intervals) { started ended seconds counts } }
  }
`);

const validate = graphql(`mutation CountMatched($input: BatchInput!) { validateBatch(input: $input) { recipeCount } }`);

describe("The recipes of a type over time", () => {
  let type: TestType;
  beforeAll(async () => {
    type = await makeType(database(), "parse");
    await makeRecipe(database(), type, { created: "2016-01-04T10:00:00Z", files: [["2016-01-01T00:00:00Z", "2016-01-01T01:00:00Z"]] });
    await makeRecipe(database(), type, {
      created: "2016-01-04T23:59:59.999Z",
      files: [
        ["2016-01-03T00:00:00Z", null],
        [null, "2016-01-02T12:00:00Z"],
      ],
    });
    await makeRecipe(database(), type, { created: "2016-01-07T00:00:00Z", files: [[null, null]] });
    await revise(database(), type, "parse publish<parse");
    await makeRecipe(database(), type, { created: "2016-01-08T12:00:00Z", files: [] });
  });
  const read = async (variables: Partial<RecipesOverTimeQueryVariables> = {}) =>
    (await query(recipesOverTime, { id: type.id, ...variables })).recipeType?.recipesOverTime;

  it("are counted by their creation, in intervals of a length that people count in", async () => {
    const days = { started: "2016-01-04T00:00:00.000Z", ended: "2016-01-09T00:00:00.000Z", seconds: 86_400 };
    expect(await read({ intervals: 5 })).toEqual({ ...days, counts: [2, 0, 0, 1, 1] });
    expect(await read({ intervals: 1 })).toEqual({
      started: "2016-01-04T00:00:00.000Z",
      ended: "2016-01-11T00:00:00.000Z",
      seconds: 7 * 86_400,
      counts: [4],
    });
    const fine = await read();
    expect(fine).toMatchObject({ started: "2016-01-04T09:00:00.000Z", ended: "2016-01-08T15:00:00.000Z", seconds: 3 * 3600 });
    expect(fine?.counts).toHaveLength(34);
  });

  it("may be those of earlier revisions only, on the same axis", async () => {
    expect(await read({ intervals: 5, outdated: true })).toMatchObject({ started: "2016-01-04T00:00:00.000Z", counts: [2, 0, 0, 1, 0] });
  });

  it("are counted by the times that they carry as by those of their files", async () => {
    const carrying = await makeType(database(), "parse");
    const ids = await makeManyRecipes(database(), carrying, 20);
    await revise(database(), carrying, "parse publish<parse");
    const ended = "2016-01-10T12:00:00Z";
    const counted = async () => {
      const dateRange = { type: "DATA" as const, started: "2016-01-05T00:00:00Z", ended };
      const input = { recipeTypeId: String(carrying.id), definition: { dateRange } };
      const { recipeType } = await query(recipesOverTime, { id: carrying.id, type: "DATA" });
      return [recipeType?.recipesOverTime, (await query(validate, { input })).validateBatch.recipeCount];
    };
    const byFiles = async () => {
      await database().prisma.recipe.updateMany({ where: { id: { in: ids } }, data: { sourceStarted: null, sourceEnded: null } });
      return counted();
    };
    const carried = await counted();
    // One is made every 37.2 hours, two hours after its data.
    expect(carried).toMatchObject([{ counts: expect.arrayContaining([1]) }, 3]);
    expect(await byFiles()).toEqual(carried);
  });

  it("are counted once each by the first time of their data, where they have one", async () => {
    expect(await read({ type: "DATA", intervals: 5 })).toEqual({
      started: "2016-01-01T00:00:00.000Z",
      ended: "2016-01-03T00:00:00.000Z",
      seconds: 12 * 3600,
      counts: [1, 0, 0, 1],
    });
  });

  it("are those that are not superseded", async () => {
    const other = await makeType(database(), "mask");
    await makeManyRecipes(database(), other, 6);
    await runBatch(database(), other, { all_jobs: true, date_range: { ended: "2016-01-16T00:00:00Z" } });
    const counted = (await query(recipesOverTime, { id: other.id })).recipeType?.recipesOverTime;
    expect(counted?.counts.reduce((sum, count) => sum + count, 0)).toBe(6);
  });

  it("are null where there is none", async () => {
    const empty = await makeType(database(), "publish");
    expect(await query(recipesOverTime, { id: empty.id })).toEqual({ recipeType: { recipesOverTime: null } });
  });

  it("take from 1 to 1000 intervals", async () => {
    for (const intervals of [0, 1001]) {
      const { errors } = await answer(recipesOverTime, { id: type.id, intervals });
      expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT", argument: "intervals" } }]);
    }
  });
});
