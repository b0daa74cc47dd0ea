import { maxDepthRule } from "@escape.tech/graphql-armor-max-depth";
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  getNamedType,
  getOperationAST,
  getVariableValues,
  type OperationDefinitionNode,
  print,
  type ValidationRule,
  validate,
} from "graphql";
import { type ComplexityEstimator, getComplexity, simpleEstimator } from "graphql-query-complexity";
import { defaultPageSize, maxPageSize } from "../domain/page.js";

/** Objects within objects: the deepest useful question (batch, recipe, its jobs, their types, …) has about 10. */
const maxDepth = 15;
/** Fields that a query may make the gateway produce: a list of 1,000 batches with every field of theirs has some 70,000. */
const maxCost = 250_000;
/** Names, brackets and values of a document, comments not counted: GraphiQL's introspection has 300. What reads it would run out of stack. */
export const parseLimits = { maxTokens: 3000 };

/** Finds operations that nest too deeply; introspection nests as it must. Left to itself the rule throws, as if it had failed. */
const depthLimit: ValidationRule = maxDepthRule({
  n: maxDepth,
  ignoreIntrospection: true,
  flattenFragments: true,
  propagateOnRejection: false,
  onReject: [
    (context) =>
      context?.reportError(
        new GraphQLError(`The query nests more than ${maxDepth} levels deep`, {
          extensions: { code: "QUERY_TOO_DEEP", maxDepth, http: { status: 400 } },
        }),
      ),
  ],
});

/** A connection costs what one of its edges costs, times the page size. A larger page than there can be is refused by name later. */
const connectionEstimator: ComplexityEstimator = ({ field, args, childComplexity }) => {
  if (!getNamedType(field.type).name.endsWith("Connection")) return undefined;
  return 1 + childComplexity * Math.max(1, Math.min(maxPageSize, args.first ?? args.last ?? defaultPageSize));
};

const estimators = [connectionEstimator, simpleEstimator({ defaultComplexity: 1 })];

/** Documents that do not nest too deeply. */
const shallow = new WeakSet<DocumentNode>();

/** What is known of an operation: working out what it costs takes a tenth of a millisecond. */
interface KnownCost {
  /** The variables that the cost can depend on: page sizes, and what directives ask. */
  readonly counting: readonly string[];
  /** The values of these with which it does not cost too much. */
  readonly affordable: Set<string>;
}

const knownCosts = new WeakMap<OperationDefinitionNode, KnownCost>();
/** Of one operation. */
const mostSettings = 100;

/**
 * Refuses operations that nest too deeply, or would cost too much.
 * @param query is valid but for that
 * @throws {GraphQLError} with the code QUERY_TOO_DEEP or QUERY_TOO_COSTLY, and the most that is allowed; BAD_USER_INPUT where the cost
 * can't be told for an argument that is null
 */
export function checkLimits(schema: GraphQLSchema, query: DocumentNode, variables: Record<string, unknown>, operationName?: string): void {
  checkDepth(schema, query);
  const operation = getOperationAST(query, operationName);
  if (!operation) return;
  const { counting, affordable } = knownCosts.get(operation) ?? know(operation);
  const setting = counting.map((name) => JSON.stringify(variables[name])).join();
  // What is wrong with the variables is for the execution to say.
  if (affordable.has(setting) || getVariableValues(schema, operation.variableDefinitions ?? [], variables).errors) return;
  const cost = costOf({ schema, query, variables, estimators, ...(operationName && { operationName }) });
  if (cost <= maxCost) {
    if (affordable.size < mostSettings) affordable.add(setting);
    return;
  }
  throw new GraphQLError(`The query costs ${cost} (fields to produce), and at most ${maxCost} are allowed: ask for smaller pages`, {
    extensions: { code: "QUERY_TOO_COSTLY", cost, maxCost, http: { status: 400 } },
  });
}

/** @throws {GraphQLError} where an argument is null that must not be, or there are more fields than are looked at */
function costOf(options: Parameters<typeof getComplexity>[0]): number {
  try {
    return getComplexity(options);
  } catch (error) {
    if (!(error instanceof GraphQLError) || error.extensions.code) throw error;
    // What is wrong with an argument is said of its place.
    const extensions = { code: error.nodes ? "BAD_USER_INPUT" : "QUERY_TOO_COSTLY", http: { status: 400 } };
    throw new GraphQLError(error.message, { nodes: error.nodes, extensions });
  }
}

function know(operation: OperationDefinitionNode): KnownCost {
  const counting = (operation.variableDefinitions ?? []).filter(({ type }) => /^(Int|Boolean)!?$/.test(print(type)));
  const known = { counting: counting.map(({ variable }) => variable.name.value), affordable: new Set<string>() };
  knownCosts.set(operation, known);
  return known;
}

function checkDepth(schema: GraphQLSchema, query: DocumentNode): void {
  if (shallow.has(query)) return;
  const [tooDeep] = validate(schema, query, [depthLimit]);
  if (tooDeep) throw tooDeep;
  shallow.add(query);
}
