import { beforeAll, describe, expect, it } from "vitest";
import { readPage, walkBackward, walkForward } from "../support/batchPages.js";
import { insertBatches, makeTypeNamed } from "../support/batchRows.js";
import { useDatabase } from "../support/database.js";
import { graphql } from "../support/generated/index.js";
import { useGraphql } from "../support/graphql.js";
import { countsIn, statementsOf } from "../support/statements.js";

const database = useDatabase();
const client = useGraphql(database);
const byId = { orderBy: [{ field: "ID" as const, direction: "ASC" as const }] };

let type: number;
let ids: number[];
beforeAll(async () => {
  type = await makeTypeNamed(database(), "scene", "1.0");
  ids = await insertBatches(
    database(),
    type,
    Array.from({ length: 105 }, () => ({})),
  );
});

describe("A page of batches", () => {
  it("has 100 from the start where no size is given", async () => {
    const page = await readPage(client, byId);
    expect(page).toMatchObject({ ids: ids.slice(0, 100), hasNextPage: true, hasPreviousPage: false });
  });

  it("has 1000 at most, and all where there are no more", async () => {
    expect(await readPage(client, { ...byId, first: 1000 })).toMatchObject({ ids, hasNextPage: false, hasPreviousPage: false });
  });

  it("of none has no edges and no cursors, but says whether there are more", async () => {
    const none = { ids: [], hasNextPage: true, hasPreviousPage: false, startCursor: null, endCursor: null };
    expect(await readPage(client, { ...byId, first: 0 })).toMatchObject(none);
    expect(await readPage(client, { ...byId, last: 0 })).toMatchObject({ ...none, hasNextPage: false, hasPreviousPage: true });
  });

  it("behind a cursor starts with the next batch", async () => {
    const { endCursor } = await readPage(client, { ...byId, first: 3 });
    const page = await readPage(client, { ...byId, first: 3, after: endCursor });
    expect(page).toMatchObject({ ids: ids.slice(3, 6), hasNextPage: true, hasPreviousPage: true });
  });

  it("counted from the end keeps the list's order", async () => {
    const page = await readPage(client, { ...byId, last: 3 });
    expect(page).toMatchObject({ ids: ids.slice(-3), hasNextPage: false, hasPreviousPage: true });
    const before = await readPage(client, { ...byId, last: 3, before: page.startCursor });
    expect(before).toMatchObject({ ids: ids.slice(-6, -3), hasNextPage: true, hasPreviousPage: true });
  });

  it("between two cursors has what lies between them", async () => {
    const { cursors } = await readPage(client, { ...byId, first: 10 });
    const between = { ...byId, after: cursors[1] ?? null, before: cursors[7] ?? null };
    expect(await readPage(client, { ...between, first: 100 })).toMatchObject({ ids: ids.slice(2, 7), hasNextPage: false });
    expect(await readPage(client, { ...between, first: 2 })).toMatchObject({ ids: ids.slice(2, 4), hasNextPage: true });
    expect(await readPage(client, { ...between, last: 2 })).toMatchObject({ ids: ids.slice(5, 7), hasPreviousPage: true });
  });

  it("before the first or behind the last is empty", async () => {
    const { cursors } = await readPage(client, { ...byId, first: 1000 });
    expect((await readPage(client, { ...byId, before: cursors[0] ?? null })).ids).toEqual([]);
    expect((await readPage(client, { ...byId, after: cursors.at(-1) ?? null })).ids).toEqual([]);
  });

  it.each([1, 2, 7, 35, 105, 106])("of %i, and all others, make up the whole list from either end", async (size) => {
    expect(await walkForward(client, byId, size)).toEqual(ids);
    expect(await walkBackward(client, byId, size)).toEqual(ids);
  });
});

describe("The number of all batches", () => {
  const counted = graphql(`query CountedBatches { batches(first: 1, filter: { status: [CREATED] }) { totalCount nodes { databaseId } } }`);
  const uncounted = graphql(`query UncountedBatches { batches(first: 1) { nodes { databaseId } pageInfo { hasNextPage } } }`);

  it("is that of all pages under the filter", async () => {
    const { batches } = await client.query(counted);
    expect(batches.totalCount).toBe(ids.length);
    expect(batches.nodes).toHaveLength(1);
  });

  it("is counted only where it is asked for", async () => {
    expect(countsIn((await statementsOf(() => client.query(counted))).statements)).toHaveLength(1);
    const { statements } = await statementsOf(() => client.query(uncounted));
    expect(countsIn(statements)).toEqual([]);
    expect(statements).toHaveLength(1);
  });
});

describe("While batches are created", () => {
  const times = (minute: number) => ({ last_modified: `2020-01-01T00:${String(minute).padStart(2, "0")}:00Z` });
  const question = { filter: { recipeTypeName: ["moving"] } };

  it("a walk sees each that was there exactly once", async () => {
    const moving = await makeTypeNamed(database(), "moving", "1.0");
    const there = await insertBatches(database(), moving, [10, 20, 30, 40].map(times));
    const seen: number[] = [];
    let after: string | null = null;
    for (let step = 0; step < 4; step++) {
      const page: { ids: number[]; endCursor?: string | null } = await readPage(client, { ...question, first: 1, after });
      seen.push(...page.ids);
      after = page.endCursor ?? null;
      // Before the cursor, where an offset would shift the pages.
      await insertBatches(database(), moving, [times(step), times(step)]);
    }
    expect(seen).toEqual([...there]);
  });
});
