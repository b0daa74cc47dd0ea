import { maxDepthRule } from "@escape.tech/graphql-armor-max-depth";
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  print,
  type ValidationRule,
  validate,
} from "graphql";
import { type CostedOperation, costOf, TooManyFields } from "./costOf.js";

/** Levels of objects within objects. The deepest useful question (batch, recipe, its jobs, their types, …) has about 10. */
const maxDepth = 15;
/** See `costOf`. An event of a subscription may come each second, for as long as the caller likes, and takes no place. */
const maxCosts: Record<OperationTypeNode, number> = { query: 1_000_000, mutation: 1_000_000, subscription: 50_000 };
/** Fields of an operation. Those of a fragment count wherever it is spread; without fragments, `parseLimits` allows fewer anyway. */
const maxFields = 10_000;
/** Tokens are names, brackets and values, without comments. GraphiQL's introspection has 300. Deep nesting would overflow the stack. */
export const parseLimits = { maxTokens: 3000 };

/**
 * Finds operations that nest too deeply, introspection apart: it nests as it must. By default, the rule would throw, as if it had failed
 * itself.
 */
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

/** What is known of the cost of an operation. It is kept, because working it out takes a tenth of a millisecond. */
interface KnownCost {
  readonly variables: readonly CountingVariable[];
  /** What the operation costs with values of these variables, given as texts, where it is not too much. */
  readonly affordable: Map<string, number>;
}

/** A variable on which the cost may depend. */
interface CountingVariable {
  readonly name: string;
  /** Its value counts: it can be a page size, or what a directive asks. Of any other variable, only whether it is null counts. */
  readonly countsByValue: boolean;
}

const knownCosts = new WeakMap<OperationDefinitionNode, KnownCost>();
/** How many settings of its variables are kept for one operation. */
const maxSettings = 100;

/**
 * Refuses operations that nest too deeply, or would cost too much.
 * @param query a document that is valid otherwise
 * @param variables coerced
 * @throws {GraphQLError} with the code QUERY_TOO_DEEP or QUERY_TOO_COSTLY, and the most that is allowed; BAD_USER_INPUT where the cost
 * can't be worked out, because an argument is null
 * @returns what the operation costs, or each event of a subscription: see `costOf`
 */
export function checkLimits(
  schema: GraphQLSchema,
  query: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Record<string, unknown>,
): number {
  checkDepth(schema, query);
  const known = knownCosts.get(operation) ?? know(operation);
  const setting = known.variables.map(({ name, countsByValue }) => (countsByValue ? variables[name] : variables[name] != null)).join();
  const before = known.affordable.get(setting);
  if (before !== undefined) return before;
  const cost = knownCost({ schema, operation, fragments: fragmentsOf(query), variables });
  const maxCost = maxCosts[operation.operation];
  const what = operation.operation === OperationTypeNode.SUBSCRIPTION ? "Each event of the subscription" : "The operation";
  if (cost > maxCost) throw tooCostly(`${what} costs ${cost}, and at most ${maxCost} is allowed`, { cost, maxCost });
  if (known.affordable.size < maxSettings) known.affordable.set(setting, cost);
  return cost;
}

/** @throws {GraphQLError} where an argument is null that must not be, or there are more fields than are looked at */
function knownCost(operation: CostedOperation): number {
  try {
    return costOf(operation, maxFields);
  } catch (error) {
    if (error instanceof TooManyFields)
      throw tooCostly(`The operation has more than ${maxFields} fields`, { maxCost: maxCosts[operation.operation.operation] });
    if (!(error instanceof GraphQLError) || error.extensions.code) throw error;
    throw new GraphQLError(error.message, { nodes: error.nodes, extensions: { code: "BAD_USER_INPUT", http: { status: 400 } } });
  }
}

const tooCostly = (what: string, numbers: { cost?: number; maxCost: number }): GraphQLError =>
  new GraphQLError(`${what}: ask for smaller pages, or for fewer things at a time`, {
    extensions: { code: "QUERY_TOO_COSTLY", ...numbers, http: { status: 400 } },
  });

const fragmentsOf = ({ definitions }: DocumentNode): CostedOperation["fragments"] =>
  Object.fromEntries(definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one]] : [])));

function know(operation: OperationDefinitionNode): KnownCost {
  const variables = (operation.variableDefinitions ?? []).map(({ variable, type }) => ({
    name: variable.name.value,
    countsByValue: /^(Int|Boolean)!?$/.test(print(type)),
  }));
  const known = { variables, affordable: new Map<string, number>() };
  knownCosts.set(operation, known);
  return known;
}

function checkDepth(schema: GraphQLSchema, query: DocumentNode): void {
  if (shallow.has(query)) return;
  const [tooDeep] = validate(schema, query, [depthLimit]);
  if (tooDeep) throw tooDeep;
  shallow.add(query);
}
