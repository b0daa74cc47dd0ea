import type { GraphQLFormattedError, OperationDefinitionNode } from "graphql";
import { isOperation } from "../domain/permissions.js";
import type { Span } from "../monitoring/tracing.js";

/** What there is to tell of a GraphQL operation when it has ended. */
export class Observation {
  /** The operation's own; null where it is not traced, or has not begun. */
  #span: Span | null = null;
  readonly start = performance.now();
  /** The root field that it asks for, which is the first one where there are several. Names that callers make up would have no end. */
  field = "other";
  /** OK, or the code of its first error. */
  code = "OK";
  isSubscription = false;
  /** Whether it has been counted. A subscription is when it begins, because nobody waits for its end. */
  isCounted = false;

  /**
   * @param request the span of the request that the operation came by; null where it is not traced
   * @param isWhole whether that span ends with the operation
   */
  constructor(
    private readonly request: Span | null = null,
    private readonly isWhole = false,
  ) {}

  /** The span that statements belong to. */
  get span(): Span | null {
    return this.#span ?? this.request;
  }

  begins({ operation, name, selectionSet: { selections } }: OperationDefinitionNode): void {
    this.isSubscription = operation === "subscription";
    const [first] = selections;
    if (first?.kind === "Field" && isOperation(first.name.value)) this.field = first.name.value;
    // What the shortcut for known documents has left to Apollo begins a second time.
    if (!this.request || this.#span) return;
    const named = name && { "graphql.operation.name": name.value };
    this.#span = this.request.child(`${operation} ${this.field}`, { "graphql.operation.type": operation, ...named });
  }

  fails(errors: readonly GraphQLFormattedError[] | undefined): void {
    const [first] = errors ?? [];
    if (first) this.code = String(first.extensions?.code ?? "other");
  }

  /** Ends the operation's span. */
  ends(): void {
    const failure = this.code === "OK" ? undefined : this.code;
    this.#span?.end(failure);
    this.#span = null;
    if (this.isWhole) this.request?.end(failure);
  }
}
