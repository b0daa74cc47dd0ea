import {
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  visit,
} from "graphql";
import { LRUCache } from "lru-cache";
import { cut } from "../../domain/cut.js";
import { ResultTooLarge } from "../../domain/errors.js";
import type { Context } from "../context.js";
import { AnswerTooLarge, maxAnswer } from "./answerSize.js";
import { FieldError, UnusualValue } from "./FieldError.js";
import { JsonText } from "./JsonText.js";
import { NotPlannable, type ObjectPlan, type PlannedOperation, planOperation, type Unplannable } from "./plan.js";
import { writeObjects } from "./writeObjects.js";

/** A request whose document has been validated. */
export interface Request {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** Coerced. */
  readonly variables: Record<string, unknown>;
  readonly context: Context;
}

/** Gives the data, or an error where they would be too large; null where graphql-js has to execute the request. */
export type Executor = (request: Request) => Promise<{ readonly data: JsonText } | { readonly errors: readonly [AnswerTooLarge] } | null>;

/**
 * Why graphql-js has to execute a request: the executor can't plan it; a resolver gave a value of a kind that the executor does not write;
 * a field has failed; or the executor itself has failed.
 */
type LeftReason = Unplannable | "UNUSUAL_VALUE" | "FIELD_ERROR" | "FAULT";

/** Counts the requests of a process: those that the executor has answered, and those that it has left to graphql-js. */
export class ExecutionCounts {
  answered = 0;
  /** Of the answered requests, those whose documents were known, and which went past Apollo. */
  known = 0;
  readonly left: Record<LeftReason, number> = {
    SEVERAL_MUTATIONS: 0,
    INTROSPECTION: 0,
    ABSTRACT_TYPE: 0,
    LIST_OF_LISTS: 0,
    NULL_SWITCH: 0,
    UNUSUAL_VALUE: 0,
    FIELD_ERROR: 0,
    FAULT: 0,
  };
}

export interface ExecutorOptions {
  readonly counts: ExecutionCounts;
  readonly log: { debug(details: object, message: string): void; error(details: object, message: string): void };
  /** For tests: a fault of the executor fails the request. Otherwise, graphql-js would answer it. */
  readonly throwsFaults?: boolean;
}

/** The object that the root fields are read from. It is empty, so a field without a resolver is null. */
const root = {};

/** Characters of a query in the log. */
const maxLoggedQuery = 10_000;

/**
 * Makes the executor of a schema. It plans the operations of a document once, reads them breadth first, and writes them as JSON text at
 * once. What it can't do, it leaves to graphql-js: several mutations, introspection, and operations in which a field has failed. Such a query
 * is executed again, which does no harm; of such a mutation, only its payload is read again. So errors, their paths and the nulls around them
 * come out as the specification says.
 */
export function createExecutor(schema: GraphQLSchema, { counts, log, throwsFaults = false }: ExecutorOptions): Executor {
  const plans = new PlanCache(schema);

  function leave({ operation, context }: Request, reason: LeftReason, err?: unknown): null {
    context.isLeft = true;
    counts.left[reason]++;
    log.debug({ reason, operation: operation.name?.value, err }, "Left an operation to graphql-js");
    return null;
  }

  return async (request) => {
    const { document, operation, variables, context } = request;
    // The shortcut for known documents has tried this request already. Now it comes in through Apollo.
    if (context.isLeft) return null;
    try {
      if (operation.operation === "query") context.onlyReads?.();
      const plan = plans.planOf(document, operation, variables);
      if (typeof plan === "string") return leave(request, plan);
      const [text] = await writeObjects(plan, [root], { context, variables, left: maxAnswer });
      counts.answered++;
      return { data: new JsonText(text as string) };
    } catch (error) {
      const cause = error instanceof FieldError ? error.cause : error;
      if (cause instanceof AnswerTooLarge) return { errors: [new AnswerTooLarge()] };
      // Of a mutation, the rest of the payload is told all the same: it may have what can't be asked for again, such as a claim's tokens.
      if (cause instanceof ResultTooLarge && operation.operation === "query") return { errors: [new AnswerTooLarge()] };
      if (error instanceof UnusualValue) return leave(request, "UNUSUAL_VALUE", error);
      if (error instanceof FieldError || error instanceof GraphQLError) return leave(request, "FIELD_ERROR", cause);
      const query = cut(document.loc?.source.body ?? "", maxLoggedQuery);
      log.error({ err: error, query, operation: operation.name?.value, variables: Object.keys(variables) }, "The executor has failed");
      if (throwsFaults) throw error;
      return leave(request, "FAULT");
    }
  };
}

/** What is known of an operation, whatever the values of its variables. */
interface KnownOperation {
  /** Set where no values of the variables make the operation plannable. */
  readonly unplannable: Unplannable | null;
  readonly fragments: Record<string, FragmentDefinitionNode>;
  /** The variables that directives ask. There is one plan for each combination of their values. */
  readonly switches: readonly string[];
  /** Tells the operation's plans from those of others. */
  readonly number: number;
}

/** Fields of all plans that are kept, of some 600 bytes each. A short document can have very many, by fragments within fragments. */
const maxFields = 10_000;

class PlanCache {
  readonly #operations = new WeakMap<OperationDefinitionNode, KnownOperation>();
  readonly #plans = new LRUCache<string, ObjectPlan | Unplannable>({
    maxSize: maxFields,
    sizeCalculation: (plan) => (typeof plan === "string" ? 1 : countFields(plan)),
  });
  #number = 0;

  constructor(readonly schema: GraphQLSchema) {}

  /** @returns the plan, or why there is none */
  planOf(document: DocumentNode, operation: OperationDefinitionNode, variables: Record<string, unknown>): ObjectPlan | Unplannable {
    const { unplannable, fragments, switches, number } = this.#operations.get(operation) ?? this.#know(document, operation);
    if (unplannable) return unplannable;
    // A switch may belong to another operation of the document. A variable of the same name in this one need not be a boolean.
    const setting = switches.map((name) => (typeof variables[name] === "boolean" ? variables[name] : null));
    const key = `${number}:${setting}`;
    const known = this.#plans.get(key);
    if (known) return known;
    const plan = planOrReason({ schema: this.schema, operation, fragments, variables });
    this.#plans.set(key, plan);
    return plan;
  }

  #know(document: DocumentNode, operation: OperationDefinitionNode): KnownOperation {
    const fragments = document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
    const known: KnownOperation = {
      unplannable: introspects(document) ? "INTROSPECTION" : null,
      fragments: Object.fromEntries(fragments.map((fragment) => [fragment.name.value, fragment])),
      switches: [...switchesOf(document)],
      number: this.#number++,
    };
    this.#operations.set(operation, known);
    return known;
  }
}

function planOrReason(query: PlannedOperation): ObjectPlan | Unplannable {
  try {
    return planOperation(query);
  } catch (error) {
    if (error instanceof NotPlannable) return error.reason;
    if (error instanceof GraphQLError) return "NULL_SWITCH";
    throw error;
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
