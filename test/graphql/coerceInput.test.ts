import { buildSchema, coerceInputValue, type GraphQLError, type GraphQLInputType } from "graphql";
import { describe, expect, it } from "vitest";
import { coerceInput } from "../../src/graphql/coerceInput.js";

const schema = buildSchema(`
  enum Color { RED GREEN }
  input Pair { one: Int! two: Int = 2 three: [Color!] }
  input Tree { name: String! = "root", children: [Tree!], pair: Pair }
  input Either @oneOf { id: ID, name: String }
  input All { tree: Tree, either: Either, flags: [[Boolean]], ratio: Float, pair: Pair! }
  type Query { all(all: All!): Int }
`);
const all = schema.getQueryType()?.getFields().all?.args[0]?.type as GraphQLInputType;

const values: [string, unknown][] = [
  ["an object with what it needs", { pair: { one: 1 } }],
  ["all fields", { pair: { one: 1, two: null, three: ["RED", "GREEN"] }, ratio: 1.5, flags: [[true, null], null], either: { id: 1 } }],
  ["objects within objects of their type", { pair: { one: 1 }, tree: { children: [{ name: "a", children: [] }, {}] } }],
  ["single values for lists", { pair: { one: 1, three: "RED" }, flags: false, tree: { children: {} } }],
  ["null where it may be", { pair: { one: 1, three: null }, tree: null, flags: null, either: { name: "a" } }],
  ["null where it must not be", { pair: { one: null } }],
  ["null for all", null],
  ["null in a list", { pair: { one: 1, three: [null] } }],
  ["no required field", { pair: {} }],
  ["a field that there is not", { pair: { one: 1, four: 4 }, tree: { pair: { one: 1, toString: 1 } } }],
  ["names that there are not and numbers that are none", { pair: { one: "1", three: ["BLUE", 1] }, ratio: "x", flags: [1] }],
  ["several at once of which it may have one", { pair: { one: 1 }, either: { id: 1, name: "a" } }],
  ["none of which it must have one", { pair: { one: 1 }, either: {} }],
  ["a list for an object", { pair: [] }],
  ["a text for an object", { pair: "one" }],
];

/** What a function makes of a value, and what it finds wrong. */
function attempt(coerce: typeof coerceInput, value: unknown) {
  const errors: unknown[] = [];
  const coerced = coerce(value, all, (path, wrong, { message }: GraphQLError) => errors.push([path, wrong, message]));
  return { coerced: errors.length > 0 ? null : coerced, errors };
}

describe("An input", () => {
  it.each(values)("is coerced as graphql-js does, or refused in the same words, where it has %s", (_what, value) => {
    expect(attempt(coerceInput, value)).toStrictEqual(attempt(coerceInputValue, value));
  });
});
