import type { GraphQLFormattedError, OperationDefinitionNode } from "graphql";
import { isOperation } from "../domain/permissions.js";

/** What there is to tell of a GraphQL operation when it has ended. */
export class Observation {
  readonly start = performance.now();
  /** The root field that it asks for, which is the first one where there are several. Names that callers make up would have no end. */
  field = "other";
  /** OK, or the code of its first error. */
  code = "OK";
  isSubscription = false;
  /** Whether it has been counted. A subscription is when it begins, because nobody waits for its end. */
  isCounted = false;

  begins({ operation, selectionSet: { selections } }: OperationDefinitionNode): void {
    this.isSubscription = operation === "subscription";
    const [first] = selections;
    if (first?.kind === "Field" && isOperation(first.name.value)) this.field = first.name.value;
  }

  fails(errors: readonly GraphQLFormattedError[] | undefined): void {
    const [first] = errors ?? [];
    if (first) this.code = String(first.extensions?.code ?? "other");
  }
}
