import { createRequire } from "node:module";
import { maxDepthRule } from "@escape.tech/graphql-armor-max-depth";
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  getNamedType,
  getOperationAST,
  getVariableValues,
  type OperationDefinitionNode,
  type ValidationRule,
} from "graphql";
import type { ComplexityEstimator } from "graphql-query-complexity";
import { defaultPageSize, maxPageSize } from "../domain/page.js";

// Its ES module loads another copy of graphql than everyone else, whose types are then not known to ours.
const { getComplexity, simpleEstimator }: typeof import("graphql-query-complexity") = createRequire(import.meta.url)(
  "graphql-query-complexity",
);

/** Objects within objects: the deepest useful question (batch, recipe, its jobs, their types, …) has about 10. */
const maxDepth = 15;
/** Fields that a query may make the gateway produce: a list of 1,000 batches with every field of theirs has some 70,000. */
const maxCost = 250_000;

/** Refuses queries that nest too deeply; introspection nests as it must. */
export const depthLimit: ValidationRule = maxDepthRule({ n: maxDepth, ignoreIntrospection: true, flattenFragments: true });

/** A connection costs what one of its edges costs, times the page size. A larger page than there can be is refused by name later. */
const connectionEstimator: ComplexityEstimator = ({ field, args, childComplexity }) => {
  if (!getNamedType(field.type).name.endsWith("Connection")) return undefined;
  return 1 + childComplexity * Math.max(1, Math.min(maxPageSize, args.first ?? args.last ?? defaultPageSize));
};

const estimators = [connectionEstimator, simpleEstimator({ defaultComplexity: 1 })];

/** Operations that cost the same at each request, and not too much: working that out takes a tenth of a millisecond. */
const affordable = new WeakSet<OperationDefinitionNode>();

/**
 * Refuses operations that would cost too much.
 * @throws {GraphQLError} with the code QUERY_TOO_COSTLY, the cost and the most that is allowed
 */
export function checkCost(schema: GraphQLSchema, query: DocumentNode, variables: Record<string, unknown>, operationName?: string): void {
  const operation = getOperationAST(query, operationName);
  if (operation && affordable.has(operation)) return;
  // What is wrong with the variables is for the execution to say.
  if (!operation || getVariableValues(schema, operation.variableDefinitions ?? [], variables).errors) return;
  const cost = getComplexity({ schema, query, variables, estimators, ...(operationName && { operationName }) });
  if (cost <= maxCost) {
    if (operation.variableDefinitions?.length === 0) affordable.add(operation);
    return;
  }
  throw new GraphQLError(`The query costs ${cost} (fields to produce), and at most ${maxCost} are allowed: ask for smaller pages`, {
    extensions: { code: "QUERY_TOO_COSTLY", cost, maxCost, http: { status: 400 } },
  });
}
