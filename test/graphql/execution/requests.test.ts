import type { GraphQLResolveInfo } from "graphql";
import { describe, expect, it } from "vitest";
import type { Context } from "../../../src/graphql/context.js";
import { bare, bothWays, schemaOf } from "./bothWays.js";

const sdl = `
  enum Colour { RED GREEN }
  input Filter { colours: [Colour!], limit: Int = 3, inner: Filter }
  type Item { name: String, echo(text: String = "none", must: Int! = 1, filter: Filter): String, item: Item }
  type Query { item: Item, echo(text: String, count: Int!, filter: Filter, ids: [ID!]): String, request: Int }
  type Mutation { add: Int, item: Item }
`;

/** What stands for the context: one for each way of each request. */
interface Notes {
  readonly request: number;
  sum: number;
}
let contexts = 0;
const newNotes = (): Notes => ({ ...bare(), request: Math.floor(contexts++ / 2), sum: 0 });

const schema = schemaOf(sdl, {
  Query: {
    item: () => ({ name: "a", item: { name: "b" } }),
    echo: (_root: unknown, args: unknown) => JSON.stringify(args),
    request: (_root: unknown, _args: unknown, { request }: Notes) => request,
  },
  Item: {
    echo: (_root: unknown, args: unknown, _context: unknown, info: GraphQLResolveInfo) => JSON.stringify([args, info.variableValues]),
  },
  Mutation: { add: (_root: unknown, _args: unknown, notes: Notes) => ++notes.sum, item: () => ({ name: "a" }) },
});
const ask = bothWays(schema, newNotes as unknown as () => Context);

describe("Variables", () => {
  it.each<[string, string, Record<string, unknown> | undefined]>([
    [
      "of all kinds",
      "query ($t: String, $c: Int!, $f: Filter, $i: [ID!]) { echo(text: $t, count: $c, filter: $f, ids: $i) }",
      { t: "x", c: 2, f: { colours: "RED", inner: {} }, i: [1, "b"] },
    ],
    [
      "that are absent",
      "query ($t: String, $c: Int = 4, $f: Filter) { echo(text: $t, count: $c, filter: $f) item { echo(text: $t, filter: $f) } }",
      undefined,
    ],
    [
      "that are null",
      "query ($t: String, $f: Filter) { echo(text: $t, count: 1, filter: $f) item { echo(text: $t, filter: $f) } }",
      { t: null, f: null },
    ],
    [
      "in the midst of literals",
      "query ($c: Colour!, $l: Int) { echo(count: 1, filter: { colours: [$c, GREEN], limit: $l, inner: { limit: $l } }) }",
      { c: "RED" },
    ],
    ["with defaults of their own", 'query ($t: String = "mine", $m: Int = 5) { item { echo(text: $t, must: $m) } }', {}],
    ["that nobody has declared", "query ($c: Int!) { echo(count: $c) }", { c: 1, other: 2 }],
    ["that only a fragment uses", "query ($t: String) { item { ...f item { ...f } } } fragment f on Item { echo(text: $t) }", { t: "x" }],
  ])("%s arrive", async (_what, source, variables) => {
    expect(await ask({ source, ...(variables && { variables }) })).toMatchObject({ isFast: true, errors: [] });
  });

  it.each<[string, string, Record<string, unknown> | undefined]>([
    ["of the wrong type", "query ($c: Int!) { echo(count: $c) }", { c: "one" }],
    ["that are required and absent", "query ($c: Int!) { echo(count: $c) }", undefined],
    ["that are required and null", "query ($c: Int!) { echo(count: $c) }", { c: null }],
    ["with fields that there are not", "query ($f: Filter) { echo(count: 1, filter: $f) }", { f: { limit: 1, other: 2 } }],
    ["with values that there are not", "query ($f: Filter) { echo(count: 1, filter: $f) }", { f: { colours: ["BLUE", "RED", 4] } }],
    ["of which many are wrong", "query ($i: [ID!]) { echo(count: 1, ids: $i) }", { i: Array(80).fill({}) }],
    ["that are null where an argument must not be", "query ($c: Int = 4) { echo(count: $c) }", { c: null }],
  ])("%s are refused", async (_what, source, variables) => {
    const { isFast, errors } = await ask({ source, ...(variables && { variables }) });
    expect(isFast).toBe(false);
    expect(errors.length).toBeGreaterThan(0);
  });

  it("may turn @include and @skip over from request to request", async () => {
    const source =
      "query ($on: Boolean!) { item { name @include(if: $on) ... @skip(if: $on) { n: name } ...f @include(if: $on) } } fragment f on Item { f: name }";
    for (const on of [true, false, false, true]) {
      const item = on ? { name: "a", f: "a" } : { n: "a" };
      expect(await ask({ source, variables: { on } })).toMatchObject({ isFast: true, data: { item } });
    }
    expect((await ask({ source, variables: {} })).errors).toHaveLength(1);
  });

  it("may be null where they must not, as long as nobody gets there", async () => {
    const source = "query ($no: Boolean = false) { item { item { item { name item @skip(if: $no) { name } } } } }";
    expect(await ask({ source, variables: { no: null } })).toMatchObject({
      isFast: false,
      data: { item: { item: { item: null } } },
      errors: [],
    });
  });

  it("may change from request to request", async () => {
    const source = "query ($c: Int = 1) { echo(count: $c) }";
    for (const c of [1, 2, 3]) expect((await ask({ source, variables: { c } })).data).toEqual({ echo: JSON.stringify({ count: c }) });
    expect((await ask({ source })).data).toEqual({ echo: JSON.stringify({ count: 1 }) });
  });
});

describe("A document without variables", () => {
  it("is planned once, and read anew at each request", async () => {
    const first = Math.ceil(contexts / 2);
    for (const request of [first, first + 1, first + 2]) {
      expect(await ask({ source: "{ request echo(count: 1) }" })).toMatchObject({ isFast: true, data: { request, echo: '{"count":1}' } });
    }
  });
});

describe("A document with several operations", () => {
  const source = "query one { item { name } } query two($t: String) { item { echo(text: $t) } } mutation three { add }";

  it.each(["one", "two"])("is asked for one of them: %s", async (operationName) => {
    expect(await ask({ source, operationName })).toMatchObject({ isFast: true, errors: [] });
  });

  it.each([undefined, "four", ""])("is refused where it is not said which: %s", async (operationName) => {
    expect(await ask({ source, ...(operationName !== undefined && { operationName }) })).toMatchObject({
      isFast: false,
      data: undefined,
      errors: [{}],
    });
  });
});

describe("graphql-js itself does", () => {
  it("mutations, each field once, one after the other", async () => {
    const source = "mutation { a: add b: add item { name } c: add }";
    expect(await ask({ source })).toMatchObject({ isFast: false, data: { a: 1, b: 2, item: { name: "a" }, c: 3 } });
  });

  it.each([
    ["introspection", "{ __schema { types { name } } item { name } }"],
    ["introspection of a type", '{ __type(name: "Item") { fields { name type { name } } } }'],
    ["introspection in a fragment", "{ ...f } fragment f on Query { __schema { queryType { name } } }"],
  ])("%s", async (_what, source) => {
    expect(await ask({ source })).toMatchObject({ isFast: false, errors: [] });
  });

  it("not the names of types", async () => {
    expect(await ask({ source: "{ __typename item { __typename t: __typename item { __typename } } }" })).toMatchObject({
      isFast: true,
      data: { __typename: "Query", item: { __typename: "Item", t: "Item", item: { __typename: "Item" } } },
    });
  });
});
