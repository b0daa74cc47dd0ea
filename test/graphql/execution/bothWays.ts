import {
  buildSchema,
  type DocumentNode,
  type ExecutionResult,
  execute,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLSchema,
  getOperationAST,
  type OperationDefinitionNode,
  parse,
  validate,
} from "graphql";
import { expect } from "vitest";
import { coerceVariables } from "../../../src/graphql/coerceVariables.js";
import type { Context } from "../../../src/graphql/context.js";
import { createExecutor, ExecutionCounts } from "../../../src/graphql/execution/executor.js";

export interface Question {
  readonly source: string;
  readonly operationName?: string;
  readonly variables?: Record<string, unknown>;
}

/** What both ways have answered. */
export interface Outcome {
  /** Whether the executor has written the data itself, and not left it to graphql-js. */
  readonly isFast: boolean;
  readonly data: unknown;
  readonly errors: readonly unknown[];
}

/** The data as text: the order of its keys counts, too. Errors as clients see them; their order is that in which they happened. */
function shown({ data, errors = [] }: ExecutionResult) {
  const texts = errors.map(({ message, path, locations }) => JSON.stringify({ path, message, locations }));
  return { data: JSON.stringify(data), errors: texts.sort() };
}

/** What the executor itself needs of an operation's context. */
export const bare = () => ({ onlyReads: () => {} }) as Context;

/**
 * Answers questions with the executor and with graphql-js itself, each in a context of its own, and expects the same of both.
 * @returns what asks; a document that is asked for again is not parsed again, as in the gateway
 */
export function bothWays(schema: GraphQLSchema, contextOf: () => Context = bare): (question: Question) => Promise<Outcome> {
  const counts = new ExecutionCounts();
  const executor = createExecutor(schema, { counts, log: { debug: () => {}, error: () => {} }, throwsFaults: true });
  let last: { readonly source: string; readonly document: DocumentNode } | undefined;
  return async (question) => {
    const { source, operationName, variables } = question;
    const document = last?.source === source ? last.document : parse(source);
    last = { source, document };
    expect(validate(schema, document), source).toEqual([]);
    const operation = getOperationAST(document, operationName) ?? undefined;
    const context = contextOf();
    const coerced = operation && coerce(schema, document, operation, variables);
    const failedBefore = counts.left.FIELD_ERROR;
    const fast = coerced ? await executor({ document, operation, variables: coerced, context }) : null;
    const plain = await execute({ schema, document, operationName, variableValues: variables, contextValue: contextOf() });
    if (fast && "data" in fast) expect({ data: fast.data.text, errors: [], question }).toEqual({ ...shown(plain), question });
    // What the executor takes for an error of a field is one.
    if (counts.left.FIELD_ERROR > failedBefore) expect(plain.errors ?? [], source).not.toEqual([]);
    return { isFast: fast !== null, data: plain.data, errors: plain.errors ?? [] };
  };
}

/** Undefined where a variable is wrong. */
function coerce(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode, variables: Question["variables"] = {}) {
  try {
    return coerceVariables(schema, document, operation, variables);
  } catch {
    return undefined;
  }
}

type Resolvers = Readonly<Record<string, Readonly<Record<string, GraphQLFieldResolver<never, never>>>>>;

/** A schema for a test, with the resolvers of some fields. */
export function schemaOf(sdl: string, resolvers: Resolvers): GraphQLSchema {
  const schema = buildSchema(sdl);
  for (const [type, fields] of Object.entries(resolvers)) {
    for (const [name, resolve] of Object.entries(fields)) {
      const field = (schema.getType(type) as GraphQLObjectType).getFields()[name];
      if (!field) throw new Error(`There is no ${type}.${name}`);
      field.resolve = resolve as unknown as GraphQLFieldResolver<unknown, unknown>;
    }
  }
  return schema;
}
