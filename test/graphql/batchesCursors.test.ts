import { beforeAll, describe, expect, it } from "vitest";
import { batchPage, readPage } from "../support/batchPages.js";
import { insertBatches, makeTypeNamed } from "../support/batchRows.js";
import { useDatabase } from "../support/database.js";
import type { BatchPageQueryVariables } from "../support/generated/graphql.js";
import { useGraphql } from "../support/graphql.js";

const database = useDatabase();
const client = useGraphql(database);

beforeAll(async () => {
  const type = await makeTypeNamed(database(), "scene", "1.0");
  await insertBatches(database(), type, [
    { title: "one", last_modified: "2016-01-01T00:00:00.000001Z" },
    { title: null, last_modified: "2016-01-01T00:00:00.000002Z" },
    { title: "three", last_modified: "2016-01-01T00:00:00.000003Z" },
  ]);
});

const by = (...fields: ("ID" | "TITLE" | "LAST_MODIFIED" | "TOTAL_COUNT")[]): Pick<BatchPageQueryVariables, "orderBy"> => ({
  orderBy: fields.map((field) => ({ field, direction: "ASC" })),
});

async function cursorOf(question: Pick<BatchPageQueryVariables, "orderBy">): Promise<string> {
  return (await readPage(client, { ...question, first: 1 })).endCursor as string;
}

/** A cursor whose inside was changed by somebody who knows how it is made. */
const tampered = (cursor: string, change: (parts: unknown[]) => unknown): string =>
  Buffer.from(JSON.stringify(change(JSON.parse(Buffer.from(cursor, "base64url").toString())))).toString("base64url");

async function expectRefused(variables: BatchPageQueryVariables, argument: string): Promise<void> {
  const refusal = await client.refusal(batchPage, variables);
  expect(refusal).toMatchObject({ code: "BAD_USER_INPUT", argument });
  expect(refusal.message).toContain(argument);
}

describe("A page is refused, with the argument's name, where", () => {
  it("it is counted from both ends", () => expectRefused({ first: 1, last: 1 }, "last"));
  it("first is negative", () => expectRefused({ first: -1 }, "first"));
  it("last is negative", () => expectRefused({ last: -1 }, "last"));
  it("first is larger than 1000", () => expectRefused({ first: 1001 }, "first"));
  it("last is larger than 1000", () => expectRefused({ last: 1001 }, "last"));
  it("first is larger by far", () => expectRefused({ first: 2_147_483_647 }, "first"));

  it.each(["", "x", "!!!", "bm90IGpzb24", "W10", "e30", "bnVsbA", "ImlkIg", "WyJpZCJd", "💥"])("a cursor is %j", async (cursor) => {
    await expectRefused({ ...by("ID"), after: cursor }, "after");
    await expectRefused({ ...by("ID"), before: cursor }, "before");
  });

  it("a cursor is of another order", async () => {
    const cursor = await cursorOf(by("ID"));
    await expectRefused({ ...by("TITLE"), after: cursor }, "after");
    await expectRefused({ ...by("TITLE"), before: cursor }, "before");
    await expectRefused({ orderBy: [{ field: "ID", direction: "DESC" }], after: cursor }, "after");
    await expectRefused({ after: cursor }, "after");
    await expectRefused({ ...by("TOTAL_COUNT", "ID"), after: await cursorOf(by("TOTAL_COUNT")) }, "after");
  });

  it("a cursor was written in another way", async () => {
    const cursor = await cursorOf(by("ID"));
    await expectRefused({ ...by("ID"), after: `${cursor}=` }, "after");
    await expectRefused({ ...by("ID"), after: ` ${cursor}` }, "after");
    await expectRefused({ ...by("ID"), after: Buffer.from(`["id", "1"]`).toString("base64url") }, "after");
  });
});

describe("A cursor is refused, with the argument's name, where somebody has put into it", () => {
  const changes: [string, Parameters<typeof by>, (parts: unknown[]) => unknown][] = [
    ["a word for an id", ["ID"], ([order]) => [order, "x"]],
    ["SQL for an id", ["ID"], ([order]) => [order, "1; DROP TABLE batch"]],
    ["a number that is no text", ["ID"], ([order]) => [order, 1]],
    ["null", ["ID"], ([order]) => [order, null]],
    ["a key too many", ["ID"], (parts) => [...parts, "1"]],
    ["a key too few", ["TITLE"], (parts) => parts.slice(0, -1)],
    ["a word for a time", ["LAST_MODIFIED"], ([order, , id]) => [order, "yesterday", id]],
    ["infinity", ["LAST_MODIFIED"], ([order, , id]) => [order, "infinity", id]],
    ["a word for whether a title is null", ["TITLE"], ([order, , title, id]) => [order, "perhaps", title, id]],
    ["a character that no text can have", ["TITLE"], ([order, isNull, , id]) => [order, isNull, "\0", id]],
  ];
  it.each(changes)("%s", (_what, fields, change) => expectChangeRefused(fields, change));

  // Their form is that of a key, but PostgreSQL does not take them: the answer is an internal error.
  const outOfRange: typeof changes = [
    ["an id that no integer can hold", ["ID"], ([order]) => [order, "9999999999"]],
    ["a day that does not exist", ["LAST_MODIFIED"], ([order, , id]) => [order, "2016-02-31 00:00:00+00", id]],
    ["a month that does not exist", ["LAST_MODIFIED"], ([order, , id]) => [order, "2016-99-01 00:00:00+00", id]],
    ["a time that no timestamp can hold", ["LAST_MODIFIED"], ([order, , id]) => [order, "999999-01-01 00:00:00+00", id]],
  ];
  it.each(outOfRange)("%s", (_what, fields, change) => expectChangeRefused(fields, change));

  async function expectChangeRefused(fields: Parameters<typeof by>, change: (parts: unknown[]) => unknown): Promise<void> {
    const cursor = tampered(await cursorOf(by(...fields)), change);
    await expectRefused({ ...by(...fields), after: cursor }, "after");
    await expectRefused({ ...by(...fields), before: cursor }, "before");
  }
});

describe("A cursor is good", () => {
  it("to the microsecond", async () => {
    const all = await readPage(client, by("LAST_MODIFIED"));
    expect(all.ids).toHaveLength(3);
    const [first, second, third] = all.cursors as [string, string, string];
    expect((await readPage(client, { ...by("LAST_MODIFIED"), after: first })).ids).toEqual(all.ids.slice(1));
    expect((await readPage(client, { ...by("LAST_MODIFIED"), after: first, before: third })).ids).toEqual(all.ids.slice(1, 2));
    expect((await readPage(client, { ...by("LAST_MODIFIED"), before: second })).ids).toEqual(all.ids.slice(0, 1));
  });

  it("after its batch has changed its place", async () => {
    const page = await readPage(client, { ...by("LAST_MODIFIED"), first: 2 });
    await database().prisma.batch.update({ where: { id: page.ids[1] as number }, data: { lastModified: new Date("2030-01-01") } });
    const rest = await readPage(client, { ...by("LAST_MODIFIED"), after: page.endCursor });
    expect(rest.ids.at(-1)).toBe(page.ids[1]);
    expect(rest.ids).toHaveLength(2);
  });

  it("under any filter of the same order", async () => {
    const { endCursor } = await readPage(client, { ...by("ID"), first: 1 });
    const page = await readPage(client, { ...by("ID"), after: endCursor, filter: { title: "three" } });
    expect(page.ids).toHaveLength(1);
  });
});
