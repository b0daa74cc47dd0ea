import { execute, type GraphQLObjectType, type GraphQLSchema, getOperationAST, type OperationDefinitionNode, parse } from "graphql";
import { describe, expect, it } from "vitest";
import type { Context } from "../../../src/graphql/context.js";
import { createExecutor, ExecutionCounts } from "../../../src/graphql/execution/executor.js";
import { guardSchema } from "../../../src/graphql/guardSchema.js";
import { bare, schemaOf } from "./bothWays.js";

const sdl = `
  interface Named { name: String }
  type Item implements Named { name: String, must: String! }
  type Query { item: Item, items: [Item!], named: Named, grid: [[Int]], name: String, broken: String }
  type Mutation { add: Int }
`;
const boom = () => {
  throw new Error("boom");
};
const schema = schemaOf(sdl, {
  Query: { item: () => ({ name: "a" }), broken: boom, items: async () => boom() },
  Mutation: { add: () => 1 },
});

interface Line {
  readonly level: string;
  readonly details: Record<string, unknown>;
}

/** An executor, what it counts, and what it logs. */
function watched(of: GraphQLSchema, throwsFaults = false) {
  const counts = new ExecutionCounts();
  const lines: Line[] = [];
  const note = (level: string) => (details: object) => void lines.push({ level, details: details as Line["details"] });
  const executor = createExecutor(of, { counts, log: { debug: note("debug"), error: note("error") }, throwsFaults });
  const ask = (source: string, variables: Record<string, unknown> = {}, context = bare()) => {
    const document = parse(source);
    return executor({ document, operation: getOperationAST(document) as OperationDefinitionNode, variables, context });
  };
  return { counts, lines, ask };
}

describe("What the executor leaves to graphql-js", () => {
  it.each<[keyof ExecutionCounts["left"], string, Record<string, unknown>?]>([
    ["SEVERAL_MUTATIONS", "mutation { add other: add }"],
    ["INTROSPECTION", "{ __schema { description } }"],
    ["ABSTRACT_TYPE", "{ named { name } }"],
    ["LIST_OF_LISTS", "{ grid }"],
    ["NULL_SWITCH", "query ($no: Boolean = false) { name @skip(if: $no) }", { no: null }],
    ["FIELD_ERROR", "{ broken }"],
    ["FIELD_ERROR", "{ items { name } }"],
    ["FIELD_ERROR", "{ item { must } }"],
  ])("is counted and logged with its reason: %s, %s", async (reason, source, variables) => {
    const { counts, lines, ask } = watched(schema, true);
    for (let times = 1; times <= 2; times++) {
      expect(await ask(source, variables)).toBeNull();
      expect(counts).toEqual({ ...new ExecutionCounts(), left: { ...new ExecutionCounts().left, [reason]: times } });
      expect(lines).toHaveLength(times);
      expect(lines.at(-1)).toMatchObject({ level: "debug", details: { reason } });
    }
  });

  it("is not tried again for the same request", async () => {
    const { counts, ask } = watched(schema);
    const context = bare();
    for (let times = 0; times < 2; times++) expect(await ask("{ broken }", {}, context)).toBeNull();
    expect(counts.left.FIELD_ERROR).toBe(1);
  });

  it("is nothing of what it can answer", async () => {
    const { counts, lines, ask } = watched(schema);
    expect(await ask("{ item { name } }")).toMatchObject({ data: { text: '{"item":{"name":"a"}}' } });
    expect(await ask("mutation { __typename add }")).toMatchObject({ data: { text: '{"__typename":"Mutation","add":1}' } });
    expect(counts).toEqual({ ...new ExecutionCounts(), answered: 2 });
    expect(lines).toEqual([]);
  });
});

describe("A mutation that the executor has run", () => {
  const sdl = "type Query { batch: Int } type Payload { must: String!, can: Int } type Mutation { pauseBatch: Payload }";
  let runs = 0;
  const guarded = schemaOf(sdl, { Query: { batch: () => 1 }, Mutation: { pauseBatch: async () => ({ must: null, can: ++runs }) } });
  guardSchema(guarded);

  it.each([
    ["and whose payload it can't write", "ADMIN", 1, "Cannot return null for non-nullable field Payload.must."],
    ["and that is refused", "READER", 0, "pauseBatch is for"],
  ])("is not run again by graphql-js: one %s", async (_which, role, times, message) => {
    runs = 0;
    const audited: string[] = [];
    const context = {
      ...bare(),
      actor: { name: "ada", role },
      audit: (...of: string[]) => void audited.push(of.join(" ")),
    } as unknown as Context;
    const source = "mutation { pauseBatch { can must } }";
    expect(await watched(guarded).ask(source, {}, context)).toBeNull();
    const { data, errors } = await execute({ schema: guarded, document: parse(source), contextValue: context });
    expect([runs, audited.length, data]).toEqual([times, 1, { pauseBatch: null }]);
    expect(errors?.map((error) => error.message)).toEqual([expect.stringContaining(message)]);
  });
});

describe("A fault of the executor's own", () => {
  // graphql-js reads the field by its resolver; the executor is told of a loader that there is not.
  const faulty = schemaOf(sdl, { Query: { item: () => ({ name: "a" }) } });
  const field = (faulty.getQueryType() as GraphQLObjectType).getFields().item;
  if (field) field.extensions = { reference: { loader: "nothing", key: "id", carried: null } };
  const query = "query Faulty { item { name } }";
  const contextOf = () => ({ ...bare(), load: {} }) as Context;

  it("is logged with what is needed to find it, and graphql-js answers", async () => {
    const root = { id: 1 };
    const { counts, lines, ask } = watched(faulty);
    expect(await ask(query, { secret: 1 }, contextOf())).toBeNull();
    expect(counts.left.FAULT).toBe(1);
    expect(lines[0]).toEqual({
      level: "error",
      details: { err: expect.any(TypeError), query, operation: "Faulty", variables: ["secret"] },
    });
    expect(await execute({ schema: faulty, document: parse(query), rootValue: root })).toMatchObject({ data: { item: { name: "a" } } });
  });

  it("fails the request in tests", async () => {
    await expect(watched(faulty, true).ask(query, {}, contextOf())).rejects.toThrow(TypeError);
  });
});
