import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { readPage, walkBackward, walkForward } from "../support/batchPages.js";
import { type BatchRow, insertBatches, makeTypeNamed } from "../support/batchRows.js";
import { useDatabase } from "../support/database.js";
import type { BatchOrder, BatchOrderField } from "../support/generated/graphql.js";
import { useGraphql } from "../support/graphql.js";

const database = useDatabase();
const client = useGraphql(database);

/** What a batch has in each field that lists can be sorted by. */
type Sortable = Record<BatchOrderField, string | number | null> & { readonly ID: number };

const time = (microseconds: number) => `2016-01-01T00:00:00.${String(microseconds).padStart(6, "0")}Z`;
const pick = <Item>(items: readonly Item[], position: number): Item => items[position % items.length] as Item;

let sortables: Sortable[];
beforeAll(async () => {
  const types = await Promise.all(
    (
      [
        ["alpha", "1.0"],
        ["alpha", "2.0"],
        ["beta", "1.0"],
      ] as const
    ).map(async ([name, version]) => ({ id: await makeTypeNamed(database(), name, version), name, version })),
  );
  // Few values, at different strides, so that ties and every mix of them are common. Times differ by one microsecond.
  const rows = Array.from({ length: 36 }, (_, i) => ({
    title: pick([null, "", "april", "may", "zulu"], i * 2),
    status: pick(["SUBMITTED", "CREATING", "CREATED", "PAUSED"], i * 3 + Math.floor(i / 5)),
    created: time(pick([3, 1, 2], i)),
    last_modified: time(pick([100_001, 100_000, 100_002, 0], i + Math.floor(i / 4))),
    created_count: pick([0, 5, 10], i + Math.floor(i / 3)),
    failed_count: pick([0, 1], i),
    total_count: pick([7, 100, 20], Math.floor(i / 2)),
    type: pick(types, i),
  }));
  const ids = await insertBatches(
    database(),
    0,
    rows.map(({ type, ...row }): BatchRow => ({ ...row, recipe_type_id: type.id })),
  );
  sortables = rows.map((row, i) => ({
    ID: ids[i] as number,
    TITLE: row.title,
    STATUS: row.status,
    CREATED: row.created,
    LAST_MODIFIED: row.last_modified,
    CREATED_COUNT: row.created_count,
    FAILED_COUNT: row.failed_count,
    TOTAL_COUNT: row.total_count,
    RECIPE_TYPE_NAME: row.type.name,
    RECIPE_TYPE_VERSION: row.type.version,
  }));
});

/** Null stands behind every value; what is equal in all fields is in the order of the ids, in the last field's direction. */
function sorted(orderBy: readonly BatchOrder[]): number[] {
  const tieBreaker: BatchOrder = { field: "ID", direction: orderBy.at(-1)?.direction ?? "ASC" };
  const compare = (one: Sortable, other: Sortable) => {
    for (const { field, direction } of [...orderBy, tieBreaker]) {
      const [a, b] = [one[field], other[field]];
      if (a === b) continue;
      const isBefore = b === null || (a !== null && a < b);
      return isBefore === (direction === "ASC") ? -1 : 1;
    }
    return 0;
  };
  return [...sortables].sort(compare).map(({ ID }) => ID);
}

const fields: readonly BatchOrderField[] = [
  "ID",
  "TITLE",
  "STATUS",
  "CREATED",
  "LAST_MODIFIED",
  "CREATED_COUNT",
  "FAILED_COUNT",
  "TOTAL_COUNT",
  "RECIPE_TYPE_NAME",
  "RECIPE_TYPE_VERSION",
];
const directions = ["ASC", "DESC"] as const;

async function expectWalks(orderBy: BatchOrder[], size: number): Promise<void> {
  const expected = sorted(orderBy);
  expect((await readPage(client, { orderBy, first: 1000 })).ids).toEqual(expected);
  expect(await walkForward(client, { orderBy }, size)).toEqual(expected);
  expect(await walkBackward(client, { orderBy }, size)).toEqual(expected);
}

describe("Batches in order of", () => {
  it.each(fields.flatMap((field) => directions.map((direction) => ({ field, direction }))))("$field $direction", async (order) => {
    await expectWalks([order], 5);
  });

  it("nothing are in order of LAST_MODIFIED ASC", async () => {
    expect((await readPage(client, {})).ids).toEqual(sorted([{ field: "LAST_MODIFIED", direction: "ASC" }]));
    expect((await readPage(client, { orderBy: [] })).ids).toEqual(sorted([{ field: "LAST_MODIFIED", direction: "ASC" }]));
    expect(await walkBackward(client, {}, 7)).toEqual(sorted([{ field: "LAST_MODIFIED", direction: "ASC" }]));
  });

  it("several fields, each in its own direction, with titles that are null", async () => {
    await expectWalks(
      [
        { field: "TITLE", direction: "DESC" },
        { field: "FAILED_COUNT", direction: "ASC" },
        { field: "RECIPE_TYPE_NAME", direction: "DESC" },
      ],
      4,
    );
  });

  it("a field that is named again are in that of its first place", async () => {
    const orderBy: BatchOrder[] = [
      { field: "STATUS", direction: "DESC" },
      { field: "STATUS", direction: "ASC" },
    ];
    expect((await readPage(client, { orderBy })).ids).toEqual(sorted(orderBy.slice(0, 1)));
    const many = Array.from({ length: 10_000 }, () => orderBy).flat();
    expect((await readPage(client, { orderBy: many, first: 3 })).ids).toEqual(sorted(orderBy.slice(0, 1)).slice(0, 3));
  });

  it("any fields, in any directions and page sizes, are the same read by pages from either end", async () => {
    const order = fc.record({ field: fc.constantFrom(...fields), direction: fc.constantFrom(...directions) });
    const orders = fc.uniqueArray(order, { minLength: 1, maxLength: 4, selector: ({ field }) => field });
    await fc.assert(
      fc.asyncProperty(orders, fc.integer({ min: 1, max: 37 }), async (orderBy, size) => {
        await expectWalks(orderBy, size);
      }),
      { numRuns: 40 },
    );
  });
});
