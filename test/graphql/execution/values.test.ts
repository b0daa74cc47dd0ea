import { type GraphQLEnumType, GraphQLScalarType, type GraphQLSchema } from "graphql";
import { describe, expect, it } from "vitest";
import { bothWays, schemaOf } from "./bothWays.js";

const sdl = `
  scalar Anything
  enum Colour { RED GREEN }
  interface Named { name: String }
  type Item implements Named { name: String, must: String!, colour: Colour, tags: [String], children: [Item], parent: Item, anything: Anything }
  type Query {
    int: Int, float: Float, string: String, id: ID, boolean: Boolean, colour: Colour, anything: Anything
    ints: [Int], strings: [String!], colours: [Colour!]!, grid: [[Int]], items: [Item], mustItems: [Item!]!, item: Item, named: Named
  }
`;

/** A schema whose fields give what they are told to. */
const giving = (values: Record<string, unknown>): GraphQLSchema =>
  schemaOf(sdl, { Query: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, () => value])) });

const ask = (values: Record<string, unknown>, source: string) => bothWays(giving(values))({ source });

const quiet = <Value>(promise: Promise<Value>): Promise<Value> => {
  promise.catch(() => {});
  return promise;
};
const refused = () => quiet(Promise.reject(new Error("refused")));

/** A promise that is none of the class Promise, as Prisma's are. */
const thenable = <Value>(value: Value): object => ({
  // biome-ignore lint/suspicious/noThenProperty: it is meant to be taken for a promise
  then: (resolve: (value: Value) => void) => resolve(value),
});

describe("A leaf is written as graphql-js serialises it:", () => {
  it.each<[string, readonly unknown[]]>([
    ["int", [0, -0, 1, -2147483648, 2147483647, "12", true, 3.0, { valueOf: () => 7 }]],
    ["float", [0, 0.1, 1e21, 1e-7, -1.5, "2.5", false]],
    ["string", ["", 'a "quoted" \\ \n \u2028 \u0000 💥 \ud800', 1, true, { valueOf: () => "value" }, { toJSON: () => "json" }]],
    ["id", ["", "a", 12, { valueOf: () => "value" }]],
    ["boolean", [true, false, 0, 1]],
    ["colour", ["RED", "GREEN"]],
    ["anything", [0, "", { a: [1, null, { b: undefined }] }, [[]], new Date(0)]],
  ])("%s", async (field, values) => {
    for (const value of values) expect(await ask({ [field]: value }, `{ ${field} }`)).toMatchObject({ isFast: true, errors: [] });
  });

  it.each<[string, readonly unknown[]]>([
    ["int", [1.5, 2147483648, -2147483649, Number.NaN, "", "1x", {}, [], 1n]],
    ["float", [Number.POSITIVE_INFINITY, "x", {}, []]],
    ["string", [{}, [], Symbol("s"), ["one"]]],
    ["id", [1.5, {}, true]],
    ["boolean", ["true", Number.NaN, {}, []]],
    ["colour", ["BLUE", 1, {}, ["RED"]]],
    ["anything", [undefined]],
  ])("%s, where that fails", async (field, values) => {
    for (const value of values) await ask({ [field]: value }, `{ ${field} }`);
    for (const value of values.filter((one) => one !== undefined)) {
      expect(await ask({ [field]: value }, `{ ${field} }`)).toMatchObject({ isFast: false, errors: [{}] });
    }
  });

  it("a scalar that serialises to nothing is an error", async () => {
    for (const nothing of [null, undefined]) {
      const schema = giving({ anything: 1 });
      (schema.getType("Anything") as GraphQLScalarType).serialize = () => nothing;
      expect(await bothWays(schema)({ source: "{ anything }" })).toMatchObject({ isFast: false, data: { anything: null }, errors: [{}] });
    }
  });

  it("a scalar that throws is an error", async () => {
    const schema = giving({ anything: 1 });
    (schema.getType("Anything") as GraphQLScalarType).serialize = () => {
      throw new Error("can't");
    };
    expect(await bothWays(schema)({ source: "{ anything }" })).toMatchObject({ isFast: false, errors: [{ message: "can't" }] });
  });

  it("an enum by its values, not by its names", async () => {
    const schema = giving({ colour: "#f00" });
    const [red] = (schema.getType("Colour") as GraphQLEnumType).getValues();
    if (red) red.value = "#f00";
    expect((await bothWays(schema)({ source: "{ colour }" })).data).toEqual({ colour: "RED" });
  });
});

describe("A list", () => {
  it.each([
    ["of leaves", { ints: [1, 2, 3], strings: ["a"], colours: ["RED"] }, "{ ints strings colours }"],
    ["with nulls", { ints: [1, null, undefined] }, "{ ints }"],
    ["that is empty", { ints: [], items: [], mustItems: [] }, "{ ints items { name } mustItems { name } }"],
    ["that is null", { ints: null, items: undefined }, "{ ints items { name } }"],
    ["that is a set", { ints: new Set([1, 2]), items: new Set([{ name: "a" }]) }, "{ ints items { name } }"],
    ["of objects, some of them null", { items: [{ name: "a" }, null, { name: null }, undefined] }, "{ items { name __typename } }"],
    [
      "of the same object again",
      { items: Array(3).fill({ name: "a", children: [{ name: "b" }] }) },
      "{ items { children { name } name } }",
    ],
    [
      "of promises",
      { ints: [Promise.resolve(1), 2], items: [Promise.resolve({ name: "a" }), Promise.resolve(null)] },
      "{ ints items { name } }",
    ],
    ["in objects", { items: [{ tags: ["a", null] }, { tags: null }, { tags: [] }, {}] }, "{ items { tags } }"],
    [
      "of objects in objects",
      { items: [{ children: [{ name: "a" }, null] }, { children: null }, {}, { children: [] }] },
      "{ items { children { name } } }",
    ],
  ])("%s is written at once", async (_what, values, source) => {
    expect(await ask(values, source)).toMatchObject({ isFast: true, errors: [] });
  });

  it.each<[string, Record<string, unknown>, string]>([
    ["that is none", { ints: 1 }, "{ ints }"],
    ["that is a string", { strings: "abc" }, "{ strings }"],
    ["that is an object", { items: { name: "a" } }, "{ items { name } }"],
    ["with a null where none may be", { strings: ["a", null] }, "{ strings }"],
    ["that must not be null", { colours: null, ints: [1] }, "{ ints colours }"],
    ["of objects with a null where none may be", { mustItems: [{ name: "a" }, null] }, "{ mustItems { name } }"],
    ["of objects that lack what they must have", { items: [{ must: "a" }, { name: "b" }] }, "{ items { name must } }"],
    ["with an error in it", { ints: [1, new Error("no"), 3], items: [new Error("neither")] }, "{ ints items { name } }"],
    ["with a promise that is refused", { ints: [refused(), 2, refused()], items: [refused()] }, "{ ints items { name } }"],
    ["with what is no object", { items: ["a", 1, true] }, "{ items { name } }"],
    ["of lists", { grid: [[1, null], null, []] }, "{ grid }"],
  ])("%s is left to graphql-js", async (_what, values, source) => {
    expect((await ask(values, source)).isFast).toBe(false);
  });
});

describe("A property", () => {
  it.each<[string, unknown]>([
    ["that is a function", { name: () => "a", tags: () => ["b"], parent: () => ({ name: "c" }) }],
    [
      "that is a function of its object",
      {
        secret: "a",
        name(this: { secret: string }) {
          return this.secret;
        },
      },
    ],
    ["that is a promise", { name: Promise.resolve("a"), tags: Promise.resolve(["b"]), anything: Promise.resolve({ a: 1 }) }],
    [
      "that is a thenable",
      {
        name: thenable("a"),
        parent: thenable({ name: "b" }),
      },
    ],
    ["that is a function that promises", { name: async () => "a", children: async () => [{ name: "b" }] }],
    ["that is inherited", Object.create({ name: "a" })],
  ])("%s is read", async (_what, item) => {
    const source = "{ item { name tags children { name } parent { name } anything } }";
    expect(await ask({ item }, source)).toMatchObject({ isFast: true, errors: [] });
  });

  it("may be of another kind in each object", async () => {
    const items = [{ anything: 1 }, { anything: () => 2 }, { anything: Promise.resolve({ a: 3 }) }, { anything: async () => 4 }, {}];
    for (let turn = 0; turn < items.length; turn++) {
      const turned = [...items.slice(turn), ...items.slice(0, turn)];
      expect((await ask({ items: turned }, "{ items { anything } }")).data).toEqual({
        items: [1, 2, { a: 3 }, 4, null].map((_, i, all) => ({ anything: all[(i + turn) % all.length] })),
      });
    }
  });

  it("of what is no object is null", async () => {
    for (const item of ["text", 5, true]) expect((await ask({ item }, "{ item { name } }")).data).toEqual({ item: { name: null } });
  });
});

describe("An object", () => {
  it("of which nothing is left to select is empty", async () => {
    const skipped = "@skip(if: true)";
    const values = { item: { name: "a" }, items: [{}, null, {}] };
    expect(await ask(values, `{ item { name ${skipped} } items { name ${skipped} } }`)).toMatchObject({
      isFast: true,
      data: { item: {}, items: [{}, null, {}] },
    });
    expect(await ask(values, `{ item ${skipped} { name } }`)).toMatchObject({ isFast: true, data: {} });
  });

  it("that is not of its type is an error", async () => {
    const schema = giving({ item: { name: "a" } });
    const type = schema.getType("Item") as { isTypeOf?: () => boolean };
    type.isTypeOf = () => false;
    expect(await bothWays(schema)({ source: "{ item { name } }" })).toMatchObject({ isFast: false, data: { item: null }, errors: [{}] });
  });

  it("of an abstract type is left to graphql-js", async () => {
    const named = { __typename: "Item", name: "a" };
    expect(await ask({ named }, "{ named { name ... on Item { tags } } }")).toMatchObject({ isFast: false, errors: [] });
  });

  it("has its keys in the order in which they are first selected, whatever they are called", async () => {
    const source = `{ item { name ...rest __proto__: name constructor: tags b: name name parent { name } ... { parent { tags name } } } }
      fragment rest on Item { tags a: name parent { tags } }`;
    expect(await ask({ item: { name: "a", tags: [], parent: { name: "b", tags: null } } }, source)).toMatchObject({ isFast: true });
  });
});
