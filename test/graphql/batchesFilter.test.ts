import { beforeAll, describe, expect, it } from "vitest";
import { batchPage, readPage } from "../support/batchPages.js";
import { insertBatches, makeTypeNamed } from "../support/batchRows.js";
import { useDatabase } from "../support/database.js";
import type { BatchFilter } from "../support/generated/graphql.js";
import { graphql } from "../support/generated/index.js";
import { globalId, useGraphql } from "../support/graphql.js";

const database = useDatabase();
const client = useGraphql(database);
const counted = graphql(`query FilteredBatches($filter: BatchFilter) { batches(filter: $filter) { totalCount } }`);

const types: number[] = [];
let ids: number[];
beforeAll(async () => {
  for (const [name, version] of [
    ["alpha", "1.0"],
    ["alpha", "2.0"],
    ["beta", "1.0"],
  ] as const) {
    types.push(await makeTypeNamed(database(), name, version));
  }
  const [first = 0, second = 0, third = 0] = types;
  ids = await insertBatches(database(), 0, [
    { recipe_type_id: first, status: "SUBMITTED", title: "Summer 2016", created_by: "ada", last_modified: "2016-01-01T00:00:00.000001Z" },
    { recipe_type_id: second, status: "CREATING", title: "WINTER", created_by: "grace", last_modified: "2016-01-01T00:00:00.000002Z" },
    { recipe_type_id: third, status: "PAUSED", title: "100% ÄPFEL_x", created_by: "ada", last_modified: "2016-01-02T00:00:00Z" },
    { recipe_type_id: first, status: "CREATED", title: null, created_by: "Anonymous", last_modified: "2016-01-03T00:00:00Z" },
    { recipe_type_id: first, status: "CANCELED", title: "", created_by: "grace", last_modified: "2016-01-04T00:00:00Z" },
    { recipe_type_id: second, status: "FAILED", title: "summer", created_by: "grace", last_modified: "2016-01-05T00:00:00Z" },
  ]);
});

/** The positions, in the order above, of the batches that a filter matches. */
async function matched(filter: BatchFilter): Promise<number[]> {
  const page = await readPage(client, { filter, orderBy: [{ field: "ID", direction: "ASC" }] });
  expect((await client.query(counted, { filter })).batches.totalCount).toBe(page.ids.length);
  return page.ids.map((id) => ids.indexOf(id));
}

describe("Batches are filtered by", () => {
  it("status, each of the six", async () => {
    expect(await matched({ status: ["SUBMITTED"] })).toEqual([0]);
    expect(await matched({ status: ["CREATING", "PAUSED"] })).toEqual([1, 2]);
    expect(await matched({ status: ["CREATED", "CANCELED", "FAILED"] })).toEqual([3, 4, 5]);
  });

  it("their ids, global or integer", async () => {
    expect(await matched({ id: [String(ids[4]), globalId("Batch", ids[1] as number)] })).toEqual([1, 4]);
    expect(await matched({ id: [String(ids[4])], createdBy: ["ada"] })).toEqual([]);
    expect(await matched({ id: ["no id", globalId("Recipe", ids[1] as number), "99999999999"] })).toEqual([]);
  });

  it("recipe type, by global id and integer id", async () => {
    expect(await matched({ recipeTypeId: [types[0] as number] })).toEqual([0, 3, 4]);
    expect(await matched({ recipeTypeId: [String(types[2]), globalId("RecipeType", types[1] as number)] })).toEqual([1, 2, 5]);
  });

  it("what can be no recipe type: that matches nothing", async () => {
    expect(await matched({ recipeTypeId: ["no id"] })).toEqual([]);
    expect(await matched({ recipeTypeId: [globalId("Batch", types[0] as number), "99999999999"] })).toEqual([]);
  });

  it("the recipe type's name, in all its versions", async () => {
    expect(await matched({ recipeTypeName: ["alpha"] })).toEqual([0, 1, 3, 4, 5]);
    expect(await matched({ recipeTypeName: ["beta", "gamma"] })).toEqual([2]);
    expect(await matched({ recipeTypeName: ["Alpha"] })).toEqual([]);
  });

  it("the last modification, from and to, inclusive and to the microsecond", async () => {
    expect(await matched({ started: "2016-01-01T00:00:00.000002Z" })).toEqual([1, 2, 3, 4, 5]);
    expect(await matched({ ended: "2016-01-01T00:00:00.000001Z" })).toEqual([0]);
    expect(await matched({ started: "2016-01-02T00:00:00Z", ended: "2016-01-03T00:00:00Z" })).toEqual([2, 3]);
    expect(await matched({ started: "2016-01-02T02:00:00+02:00", ended: "2016-01-02T00:00:00Z" })).toEqual([2]);
    expect(await matched({ started: "2016-01-03T00:00:00Z", ended: "2016-01-02T00:00:00Z" })).toEqual([]);
  });

  it("the last modification as it was shown: in milliseconds, all of which belong to the range", async () => {
    const shown = "2016-01-01T00:00:00.000Z";
    expect(await matched({ started: shown, ended: shown })).toEqual([0, 1]);
    expect(await matched({ started: "2016-01-01T00:00Z", ended: "2016-01-01T00:00:00Z" })).toEqual([0, 1]);
    expect(await matched({ started: "2016-01-01T00:00:00.000000Z", ended: "2016-01-01T00:00:00.000000Z" })).toEqual([]);
  });

  it("a part of the title, in any case, taken literally", async () => {
    expect(await matched({ title: "SUMMER" })).toEqual([0, 5]);
    expect(await matched({ title: "inte" })).toEqual([1]);
    expect(await matched({ title: "äpfel" })).toEqual([2]);
    expect(await matched({ title: "%" })).toEqual([2]);
    expect(await matched({ title: "_" })).toEqual([2]);
    expect(await matched({ title: "\\" })).toEqual([]);
  });

  it("the name of who created them", async () => {
    expect(await matched({ createdBy: ["ada"] })).toEqual([0, 2]);
    expect(await matched({ createdBy: ["ada", "Anonymous"] })).toEqual([0, 2, 3]);
    expect(await matched({ createdBy: ["Ada"] })).toEqual([]);
  });

  it("several conditions, all of which must hold", async () => {
    expect(await matched({ createdBy: ["grace"], recipeTypeName: ["alpha"], status: ["FAILED", "SUBMITTED"] })).toEqual([5]);
    expect(await matched({ createdBy: ["ada"], status: ["FAILED"] })).toEqual([]);
  });

  it("nothing where conditions are absent or null", async () => {
    expect(await matched({})).toHaveLength(6);
    const nothing = {
      id: null,
      status: null,
      recipeTypeId: null,
      recipeTypeName: null,
      started: null,
      ended: null,
      title: null,
      createdBy: null,
    };
    expect(await matched(nothing)).toHaveLength(6);
  });

  it("empty lists, of which nothing is a member", async () => {
    for (const filter of [{ id: [] }, { status: [] }, { recipeTypeId: [] }, { recipeTypeName: [] }, { createdBy: [] }]) {
      expect(await matched(filter)).toEqual([]);
    }
  });

  it("what no text can hold: that matches nothing", async () => {
    for (const filter of [{ title: "\0" }, { title: "\ud800" }, { recipeTypeName: ["\0"] }, { createdBy: ["a\0"] }]) {
      expect(await matched(filter)).toEqual([]);
    }
  });
});

describe("A filter is refused where", () => {
  it("a time has no zone", async () => {
    const refusal = await client.refusal(batchPage, { filter: { started: "2016-01-01T00:00:00" } });
    expect(refusal).toMatchObject({ code: "BAD_USER_INPUT", message: expect.stringContaining("time zone") });
    expect(refusal.message).toContain("filter.started");
  });

  it("a status is none", async () => {
    const refusal = await client.refusal(batchPage, { filter: { status: ["BANANA" as "FAILED"] } });
    expect(refusal).toMatchObject({ code: "BAD_USER_INPUT", message: expect.stringContaining("BANANA") });
  });
});
