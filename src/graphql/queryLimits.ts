import { maxDepthRule } from "@escape.tech/graphql-armor-max-depth";
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
  print,
  type ValidationRule,
  validate,
} from "graphql";
import { type CostedOperation, costOf, TooManyFields } from "./costOf.js";

/** Objects within objects: the deepest useful question (batch, recipe, its jobs, their types, …) has about 10. */
const maxDepth = 15;
/** See `costOf`. */
const maxCost = 1_000_000;
/** Fields of a document, those of fragments counted wherever they are spread: what `parseLimits` allows has fewer without fragments. */
const maxFields = 10_000;
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
  if (affordable.has(setting)) return;
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
  if (!coerced) return;
  const cost = knownCost({ schema, operation, fragments: fragmentsOf(query), variables: coerced });
  if (cost <= maxCost) {
    if (affordable.size < mostSettings) affordable.add(setting);
    return;
  }
  throw tooCostly(`The operation costs ${cost}, and at most ${maxCost} is allowed`, { cost });
}

/** @throws {GraphQLError} where an argument is null that must not be, or there are more fields than are looked at */
function knownCost(operation: CostedOperation): number {
  try {
    return costOf(operation, maxFields);
  } catch (error) {
    if (error instanceof TooManyFields) throw tooCostly(`The operation has more than ${maxFields} fields`, {});
    if (!(error instanceof GraphQLError) || error.extensions.code) throw error;
    throw new GraphQLError(error.message, { nodes: error.nodes, extensions: { code: "BAD_USER_INPUT", http: { status: 400 } } });
  }
}

const tooCostly = (what: string, numbers: { cost?: number }): GraphQLError =>
  new GraphQLError(`${what}: ask for smaller pages, or for fewer things at a time`, {
    extensions: { code: "QUERY_TOO_COSTLY", ...numbers, maxCost, http: { status: 400 } },
  });

const fragmentsOf = ({ definitions }: DocumentNode): CostedOperation["fragments"] =>
  Object.fromEntries(definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one]] : [])));

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
