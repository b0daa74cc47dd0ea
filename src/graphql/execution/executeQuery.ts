import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
  visit,
} from "graphql";
import type { Context } from "../context.js";
import { JsonText } from "./JsonText.js";
import { type ObjectPlan, planQuery } from "./plan.js";
import { writeObjects } from "./writeObjects.js";

/** A request whose document has been validated. */
export interface Request {
  readonly document: DocumentNode;
  /** Undefined where the document has none of the name, or several and no name. */
  readonly operation: OperationDefinitionNode | undefined;
  readonly operationName: string | undefined;
  readonly variables: Record<string, unknown> | null | undefined;
  readonly context: Context;
}

/**
 * Makes the executor of a schema. Queries go the fast way: planned once for a document, read breadth first, written as JSON text
 * at once. What that way can't do, be it a mutation, introspection, or any error, goes graphql-js's way: reading twice does no
 * harm, and errors, their places and nulls come out as the specification says.
 */
export function createExecutor(schema: GraphQLSchema): (request: Request) => Promise<ExecutionResult> {
  const plans = new PlanCache(schema);
  return async ({ document, operation, operationName, variables, context }) => {
    const data = await writeQuery();
    if (data !== null) return { data: data as unknown as Record<string, unknown> };
    return execute({ schema, document, operationName, variableValues: variables, contextValue: context });

    async function writeQuery(): Promise<JsonText | null> {
      if (!operation) return null;
      try {
        const plan = plans.planOf(document, operation, variables ?? {});
        if (!plan) return null;
        const [text] = await writeObjects(plan, [undefined], context);
        return new JsonText(text as string);
      } catch {
        return null;
      }
    }
  };
}

/** What is known of an operation whatever its variables. */
interface KnownOperation {
  readonly isPlannable: boolean;
  readonly fragments: Record<string, FragmentDefinitionNode>;
  /** Where there are no variables there is but one plan. */
  plan: ObjectPlan | undefined;
}

class PlanCache {
  readonly #operations = new WeakMap<OperationDefinitionNode, KnownOperation>();

  constructor(readonly schema: GraphQLSchema) {}

  /** Null where only graphql-js can do it. */
  planOf(document: DocumentNode, operation: OperationDefinitionNode, variables: Record<string, unknown>): ObjectPlan | null {
    const known = this.#operations.get(operation) ?? this.#know(document, operation);
    if (!known.isPlannable) return null;
    if (known.plan) return known.plan;
    const definitions = operation.variableDefinitions ?? [];
    const { coerced } = getVariableValues(this.schema, definitions, variables);
    if (!coerced) return null;
    const plan = planQuery({ schema: this.schema, operation, fragments: known.fragments, variables: coerced });
    if (definitions.length === 0) known.plan = plan;
    return plan;
  }

  #know(document: DocumentNode, operation: OperationDefinitionNode): KnownOperation {
    const fragments = document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
    const known: KnownOperation = {
      isPlannable: operation.operation === "query" && !introspects(document),
      fragments: Object.fromEntries(fragments.map((fragment) => [fragment.name.value, fragment])),
      plan: undefined,
    };
    this.#operations.set(operation, known);
    return known;
  }
}

function introspects(document: DocumentNode): boolean {
  let found = false;
  visit(document, {
    Field: ({ name }) => {
      if (name.value === "__schema" || name.value === "__type") found = true;
    },
  });
  return found;
}
