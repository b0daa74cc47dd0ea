import { type GraphQLFieldResolver, type GraphQLResolveInfo, type GraphQLSchema, Kind } from "graphql";
import { collectFields } from "graphql/execution/collectFields.js";
import { DomainError } from "../domain/errors.js";
import { isOperation, isWriting, type Operation, permit } from "../domain/permissions.js";
import type { Context } from "./context.js";

type Resolver = GraphQLFieldResolver<unknown, Context>;

/**
 * Lets each root field ask who may have it, whichever way the request came and whoever executes it: the gateway's executor and graphql-js
 * both call its resolver.
 * @throws {Error} where a root field stands in no line of the table of permissions, or has no resolver to guard
 */
export function guardSchema(schema: GraphQLSchema): void {
  for (const type of [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]) {
    for (const field of Object.values(type?.getFields() ?? {})) {
      const { name, resolve, subscribe } = field;
      if (!isOperation(name)) throw new Error(`src/domain/permissions.ts does not say who may ask for ${name}`);
      if (subscribe) field.subscribe = guarded(name, subscribe);
      else if (resolve) field.resolve = guarded(name, resolve);
      else throw new Error(`Nothing resolves ${name}, so nothing would ask who may have it`);
    }
  }
}

function guarded(operation: Operation, resolve: Resolver): Resolver {
  const guard: Resolver = (root, args, context, info) => {
    let asked = operation;
    try {
      // Before the first of several mutations is done, each of them must be allowed: nothing is left half-done.
      for (asked of isAlone(info) ? [operation] : rootFields(info)) permit(context.actor, asked);
    } catch (error) {
      context.audit?.(asked, "FORBIDDEN");
      return Promise.reject(error);
    }
    const result: unknown = resolve(root, args, context, info);
    return context.audit && isWriting(operation) ? audited(operation, context.audit, result) : result;
  };
  return isWriting(operation) ? once(guard) : guard;
}

/**
 * Keeps what a mutation gave that the executor has run, or its error. If the executor leaves the answer to graphql-js after that, the mutation
 * is not done again.
 */
const once =
  (guard: Resolver): Resolver =>
  (root, args, context, info) => {
    if (context.isLeft) return context.mutated ?? guard(root, args, context, info);
    context.mutated = guard(root, args, context, info);
    return context.mutated;
  };

/** Whether nothing else is done before or after: the case of nearly all mutations, and of queries, which change nothing. */
const isAlone = ({ operation: { operation, selectionSet } }: GraphQLResolveInfo): boolean =>
  operation !== "mutation" || (selectionSet.selections.length === 1 && selectionSet.selections[0]?.kind === Kind.FIELD);

const rootFields = ({ schema, fragments, variableValues, parentType, operation }: GraphQLResolveInfo): Operation[] => {
  const fields = collectFields(schema, fragments, variableValues, parentType, operation.selectionSet);
  return [...fields.values()].flatMap(([node]) => (node && isOperation(node.name.value) ? [node.name.value] : []));
};

/** Notes how a mutation has ended: `DONE`, or the codes of what was refused. */
async function audited(operation: Operation, audit: NonNullable<Context["audit"]>, result: unknown): Promise<unknown> {
  try {
    const payload = (await result) as { errors?: readonly { code: string }[] } | null;
    const codes = new Set(payload?.errors?.map(({ code }) => code));
    audit(operation, codes.size > 0 ? [...codes].join(", ") : "DONE");
    return payload;
  } catch (error) {
    audit(operation, error instanceof DomainError ? error.code : "FAILED");
    throw error;
  }
}
