import { type DocumentNode, type FragmentDefinitionNode, type GraphQLSchema, Kind, type OperationDefinitionNode, visit } from "graphql";
import { LRUCache } from "lru-cache";
import { ResultTooLarge } from "../../domain/errors.js";
import type { Context } from "../context.js";
import { AnswerTooLarge, maxAnswer } from "./answerSize.js";
import { JsonText } from "./JsonText.js";
import { type ObjectPlan, planQuery } from "./plan.js";
import { writeObjects } from "./writeObjects.js";

/** A request whose document has been validated. */
export interface Request {
  readonly document: DocumentNode;
  /** Undefined where the document has none of the name, or several and no name. */
  readonly operation: OperationDefinitionNode | undefined;
  /** Coerced. */
  readonly variables: Record<string, unknown>;
  readonly context: Context;
}

/** Gives the data, or says that it would be too much; null where graphql-js has to execute the request. */
export type Executor = (request: Request) => Promise<{ readonly data: JsonText } | { readonly errors: readonly [AnswerTooLarge] } | null>;

/**
 * Makes the executor of a schema. Queries go the fast way: planned once for a document, read breadth first, written as JSON text
 * at once. What that way can't do, be it a mutation, introspection, or any error, is left to graphql-js: reading twice does no
 * harm, and errors, their places and nulls come out as the specification says.
 */
export function createExecutor(schema: GraphQLSchema): Executor {
  const plans = new PlanCache(schema);
  return async ({ document, operation, variables, context }) => {
    if (!operation) return null;
    try {
      const plan = plans.planOf(document, operation, variables);
      if (!plan) return null;
      const [text] = await writeObjects(plan, [undefined], { context, variables, left: maxAnswer });
      return { data: new JsonText(text as string) };
    } catch (error) {
      return error instanceof AnswerTooLarge || error instanceof ResultTooLarge ? { errors: [new AnswerTooLarge()] } : null;
    }
  };
}

/** What is known of an operation whatever its variables. */
interface KnownOperation {
  readonly isPlannable: boolean;
  readonly fragments: Record<string, FragmentDefinitionNode>;
  /** The variables that directives ask: with the same values of these there is but one plan. */
  readonly switches: readonly string[];
  /** Tells its plans from those of other operations. */
  readonly number: number;
}

/** Fields of all plans that are kept: some 600 bytes each. Fragments within fragments make very many of a short document. */
const maxFields = 10_000;

class PlanCache {
  readonly #operations = new WeakMap<OperationDefinitionNode, KnownOperation>();
  readonly #plans = new LRUCache<string, ObjectPlan>({ maxSize: maxFields, sizeCalculation: countFields });
  #number = 0;

  constructor(readonly schema: GraphQLSchema) {}

  /** Null where only graphql-js can do it. */
  planOf(document: DocumentNode, operation: OperationDefinitionNode, variables: Record<string, unknown>): ObjectPlan | null {
    const { isPlannable, fragments, switches, number } = this.#operations.get(operation) ?? this.#know(document, operation);
    if (!isPlannable) return null;
    // Of the same name, a variable of another operation in the document need be no switch.
    const setting = switches.map((name) => (typeof variables[name] === "boolean" ? variables[name] : null));
    const key = `${number}:${setting}`;
    const known = this.#plans.get(key);
    if (known) return known;
    const plan = planQuery({ schema: this.schema, operation, fragments, variables });
    this.#plans.set(key, plan);
    return plan;
  }

  #know(document: DocumentNode, operation: OperationDefinitionNode): KnownOperation {
    const fragments = document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
    const known: KnownOperation = {
      isPlannable: operation.operation === "query" && !introspects(document),
      fragments: Object.fromEntries(fragments.map((fragment) => [fragment.name.value, fragment])),
      switches: [...switchesOf(document)],
      number: this.#number++,
    };
    this.#operations.set(operation, known);
    return known;
  }
}

function countFields({ fields }: ObjectPlan): number {
  return fields.reduce(
    (sum, { object, carried }) => sum + 1 + (object ? countFields(object) : 0) + (carried ? countFields(carried.object) : 0),
    1,
  );
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

function switchesOf(document: DocumentNode): Set<string> {
  const names = new Set<string>();
  visit(document, {
    Directive: (directive) => {
      for (const { value } of directive.arguments ?? []) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return names;
}
