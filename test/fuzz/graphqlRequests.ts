import { readFileSync } from "node:fs";
import fc from "fast-check";
import {
  buildSchema,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from "graphql";
import { anything, nearly, number, text, times } from "./values.js";

const schema = buildSchema(readFileSync("src/graphql/schema.graphql", "utf8"));

/** What is asked of the GraphQL door. */
export interface Question {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Values for an input: mostly such as its type takes. */
export function arbitraryOf(type: GraphQLInputType): fc.Arbitrary<unknown> {
  if (isNonNullType(type)) return arbitraryOf(type.ofType);
  if (isListType(type)) return nearly(fc.array(arbitraryOf(type.ofType), { maxLength: 3 }));
  if (isEnumType(type)) return nearly(fc.constantFrom(...type.getValues().map(({ name }) => name)));
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).map((field) => [field.name, arbitraryOf(field.type)] as const);
    return nearly(fc.record(Object.fromEntries(fields), { requiredKeys: fields.map(([name]) => name).slice(0, 1) }));
  }
  const scalars: Record<string, fc.Arbitrary<unknown>> = {
    Int: number,
    ID: fc.oneof(fc.constantFrom("1", 1), text),
    Boolean: fc.boolean(),
    DateTime: fc.constantFrom(...times),
  };
  return nearly(scalars[String(type)] ?? text);
}

const valueOfNamed = (type: string) => arbitraryOf(schema.getType(type) as GraphQLInputType);

const rootsOf = (types: readonly (GraphQLObjectType | null | undefined)[]) =>
  types.flatMap((root) => Object.values(root?.getFields() ?? {}).map((field) => ({ root: root as GraphQLObjectType, field })));
const kindOf = (root: GraphQLObjectType) => root.name.toLowerCase();
const hasFields = (type: GraphQLOutputType) => !isLeafType(getNamedType(getNullableType(type)));

/** Each argument of a field is a variable, or is left out. */
function questionAbout(root: GraphQLObjectType, { name, type, args }: GraphQLField<unknown, unknown>): fc.Arbitrary<Question> {
  const definitions = args.map((arg) => `$${arg.name}: ${arg.type}`).join(", ");
  const given = args.map((arg) => `${arg.name}: $${arg.name}`).join(", ");
  const selection = hasFields(type) ? "{ __typename }" : "";
  const query = `${kindOf(root)} ${definitions && `(${definitions})`} { ${name}${given && `(${given})`} ${selection} }`;
  return fc.record(Object.fromEntries(args.map((arg) => [arg.name, arbitraryOf(arg.type)]))).map((variables) => ({ query, variables }));
}

const roots = rootsOf([schema.getQueryType(), schema.getMutationType()]);
const places = [
  ["query ($v: OrderDirection) { batches(orderBy: [{ field: ID, direction: $v }]) { totalCount } }", "OrderDirection"],
  [
    "query ($v: OrderDirection = ASC) { batches(orderBy: { field: ID, direction: $v }) { ...A } } fragment A on BatchConnection { totalCount }",
    "OrderDirection",
  ],
  ["query ($v: ID = 1) { batch(id: $v) { id } }", "ID"],
  ["query ($v: BatchOrderField = ID) { batches(orderBy: [{ field: $v }]) { totalCount } }", "BatchOrderField"],
  ["query ($v: Boolean = true) { batch(id: 1) { id title @skip(if: $v) ... @include(if: $v) { status } } }", "Boolean"],
  ["query ($v: BatchStatus = CREATED) { batches(filter: { status: [$v] }) { totalCount } }", "BatchStatus"],
  ["query ($v: Int) { batches { nodes { jobs(first: $v) { nodes { job { id } } } recipes(last: $v) { totalCount } } } }", "Int"],
  ["query ($v: String) { batches(after: $v) { nodes { jobs(before: $v) { totalCount } } } }", "String"],
] as const;

/** One root field each, with variables for its arguments; and variables in other places. */
export const questions: fc.Arbitrary<Question> = fc.oneof(
  ...roots.map(({ root, field }) => questionAbout(root, field)),
  ...places.map(([query, type]) => valueOfNamed(type).map((v) => ({ query, variables: { v } }))),
);

/** The same of subscriptions. */
export const subscriptions: fc.Arbitrary<Question> = fc.oneof(
  ...rootsOf([schema.getSubscriptionType()]).map(({ root, field }) => questionAbout(root, field)),
);

/** A field that is selected: its name, and what is selected below it. Its arguments become variables. */
interface Selected {
  readonly field: GraphQLField<unknown, unknown>;
  readonly alias: string;
  readonly args: readonly (readonly [name: string, type: string, value: unknown])[];
  readonly below: readonly Selected[];
}

/** Levels of fields below a root field. */
const maxLevels = 4;

function selectionOf(type: GraphQLObjectType, levels: number): fc.Arbitrary<readonly Selected[]> {
  const fields = Object.values(type.getFields()).filter((field) => levels > 0 || !hasFields(field.type));
  if (fields.length === 0) return fc.constant([]);
  return fc.array(
    fc.constantFrom(...fields).chain((field) => selectedOf(field, levels)),
    { minLength: 1, maxLength: 4 },
  );
}

function selectedOf(field: GraphQLField<unknown, unknown>, levels: number): fc.Arbitrary<Selected> {
  const type = getNamedType(field.type);
  const args = fc.tuple(
    ...field.args.map((arg) =>
      fc.option(arbitraryOf(arg.type), { nil: undefined }).map((value) => [arg.name, String(arg.type), value] as const),
    ),
  );
  const below = isObjectType(type) ? selectionOf(type, levels - 1) : fc.constant([]);
  return fc
    .tuple(args, below, fc.constantFrom("", "", "x: "))
    .map(([all, inner, alias]) => ({ field, alias, args: all.filter(([, , value]) => value !== undefined), below: inner }));
}

function documentOf(root: GraphQLObjectType, selected: Selected): Question {
  const variables: Record<string, unknown> = {};
  const definitions: string[] = [];
  const write = ({ field, alias, args, below }: Selected): string => {
    const given = args.map(([name, type, value]) => {
      const variable = `v${definitions.length}`;
      definitions.push(`$${variable}: ${type}`);
      variables[variable] = value;
      return `${name}: $${variable}`;
    });
    const inner = hasFields(field.type) ? ` { ${below.length > 0 ? below.map(write).join(" ") : "__typename"} }` : "";
    return `${alias}${field.name}${given.length > 0 ? `(${given.join(", ")})` : ""}${inner}`;
  };
  const selection = write(selected);
  return { query: `${kindOf(root)} ${definitions.length > 0 ? `(${definitions.join(", ")})` : ""} { ${selection} }`, variables };
}

/** Documents that select anything at all of what the schema has. */
export const documents: fc.Arbitrary<Question> = fc
  .constantFrom(...roots)
  .chain(({ root, field }) => selectedOf(field, maxLevels).map((selected) => documentOf(root, selected)));

/** Documents that are none: with a piece left out, doubled or made up. */
export const brokenDocuments: fc.Arbitrary<Question> = fc
  .tuple(
    documents,
    fc.nat(),
    fc.nat(20),
    fc.oneof(fc.constantFrom("{", "}", "(", ")", "...", "@skip", "$", "!", '"', "#", "\0", "[["), text),
  )
  .map(([{ query, variables }, at, length, piece]) => {
    const start = at % query.length;
    return { query: query.slice(0, start) + piece + query.slice(start + length), variables };
  });

/** Bodies that are no GraphQL request, or hardly one. */
export const oddBodies: fc.Arbitrary<unknown> = fc.oneof(
  anything,
  fc.record({ query: anything, variables: anything, operationName: anything, extensions: anything }, { requiredKeys: [] }),
  fc.record({ query: fc.constant("query A($a: Int) { __typename }"), variables: anything, operationName: anything, extensions: anything }),
  fc.array(questions, { maxLength: 2 }),
);
