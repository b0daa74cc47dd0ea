import type { DomainError, ErrorCode } from "../domain/errors.js";
import type { GraphqlErrorCode } from "../graphql/errorMeanings.js";

/** How a problem is told to callers. */
interface ErrorForm {
  /** The HTTP status where the problem lies in the object that the request addresses, or in no field. */
  readonly status: number;
  /** The HTTP status where the problem lies in a field of the request's body or query. By default it is the same as `status`. */
  readonly fieldStatus?: number;
  /** The code in a GraphQL error's extensions. */
  readonly graphql: GraphqlErrorCode;
}

/** The one table from the domain's codes to those of both doors. A new code does not compile until it stands here. */
export const errorTable: Record<ErrorCode, ErrorForm> = {
  INVALID: { status: 400, graphql: "BAD_USER_INPUT" },
  REQUIRED: { status: 400, graphql: "BAD_USER_INPUT" },
  NOT_FOUND: { status: 404, fieldStatus: 400, graphql: "NOT_FOUND" },
  CONFLICT: { status: 409, graphql: "CONFLICT" },
  TOO_LARGE: { status: 413, fieldStatus: 400, graphql: "TOO_LARGE" },
  IDEMPOTENCY_MISMATCH: { status: 422, graphql: "IDEMPOTENCY_MISMATCH" },
  FORBIDDEN: { status: 403, graphql: "FORBIDDEN" },
  STALE_EXECUTION: { status: 409, graphql: "CONFLICT" },
};

/** The HTTP status of a refusal: its first problem's. */
export function statusOf({ problems: [{ code, path }] }: DomainError): number {
  const { status, fieldStatus = status } = errorTable[code];
  return path.length === 0 ? status : fieldStatus;
}
