import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { bothWays, schemaOf } from "./bothWays.js";

const sdl = `
  type Item { name: String, must: String!, mustItem: Item!, item: Item, items: [Item], mustItems: [Item!], allMust: [Item!]! }
  type Query { item: Item, mustItem: Item!, items: [Item], allMust: [Item!]!, name: String, must: String! }
`;

const boom = () => {
  throw new Error("boom");
};
const refuse = async () => boom();
const refuseLater = async () => {
  await wait(1);
  boom();
};
const giveError = () => new Error("boom");
const giveNothing = () => null;

const faults = { "that throws": boom, "that is refused": refuse, "that is refused later": refuseLater, "that gives an error": giveError };

describe.each(Object.entries(faults))("A resolver %s", (_what, fault) => {
  const item = () => ({ name: "a" });
  const ask = (source: string) => {
    const resolvers = { Query: { item, mustItem: item, items: () => [{}, {}, {}], allMust: async () => [{}, {}] } };
    return bothWays(schemaOf(sdl, { ...resolvers, Item: { must: fault, item: fault, items: fault, mustItem: fault, allMust: fault } }))({
      source,
    });
  };

  it.each([
    ["leaves null", "{ item { name item { name } } }", { item: { name: "a", item: null } }, [["item", "item"]]],
    ["leaves a list null", "{ item { name items { name } } }", { item: { name: "a", items: null } }, [["item", "items"]]],
    ["takes its object with it", "{ name item { name must } }", { name: null, item: null }, [["item", "must"]]],
    ["takes its object of a list with it", "{ items { must } }", { items: [null, null, null] }, [0, 1, 2].map((i) => ["items", i, "must"])],
    ["takes all with it", "{ name mustItem { must } }", null, [["mustItem", "must"]]],
    ["takes the list with it", "{ item { name } allMust { mustItem { name } } }", null, [["allMust", 0, "mustItem"]]],
    ["is heard of once, whatever it is called", "{ item { item { name } item { must } } }", { item: { item: null } }, [["item", "item"]]],
    [
      "is heard of by each alias",
      "{ item { a: item { name } b: item { name } } }",
      { item: { a: null, b: null } },
      [
        ["item", "a"],
        ["item", "b"],
      ],
    ],
  ])("%s", async (_case, source, data, paths) => {
    const answer = await ask(source);
    expect(answer).toMatchObject({ isFast: false, data });
    expect(answer.errors.map((error) => (error as { path: unknown }).path)).toEqual(paths);
  });
});

describe("A field that must not be null", () => {
  it.each([
    ["null", { must: giveNothing }],
    ["undefined", { must: () => undefined }],
    ["null that was promised", { must: async () => null }],
  ])("is an error where it is %s", async (_what, Item) => {
    const schema = schemaOf(sdl, { Query: { item: () => ({}), items: () => [{}], name: () => "a" }, Item });
    const answer = await bothWays(schema)({ source: "{ name item { must } items { must } }" });
    expect(answer).toMatchObject({ isFast: false, data: { name: "a", item: null, items: [null] }, errors: [{}, {}] });
  });

  it("is none where it is not selected, or its object is null", async () => {
    const schema = schemaOf(sdl, { Query: { item: () => ({ item: null, items: [null] }) } });
    const source = "{ item { name item { must } items { must } must @skip(if: true) } }";
    expect(await bothWays(schema)({ source })).toMatchObject({ isFast: true, errors: [] });
  });
});

describe("What else was begun when something fails", () => {
  // vitest fails the run where a promise is refused and nobody hears of it.
  it("is heard of", async () => {
    const refusedLater = () => refuseLater() as Promise<unknown>;
    const schema = schemaOf(sdl, {
      Query: {
        item: refusedLater,
        items: () => [refusedLater(), 5, refusedLater()],
        allMust: refusedLater,
        name: boom,
        mustItem: giveNothing,
      },
      Item: { name: boom, item: refusedLater },
    });
    const ask = bothWays(schema);
    for (const source of [
      "{ item { name } items { name } allMust { name } name }",
      "{ mustItem { name } item { name } }",
      "{ items { item { name } name } }",
    ]) {
      expect((await ask({ source })).isFast).toBe(false);
    }
    await wait(10);
  });
});
