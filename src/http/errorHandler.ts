import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";
import { RequestEnded } from "../db/RequestEnd.js";
import { DomainError, ResultTooLarge } from "../domain/errors.js";
import { maxRequest } from "../domain/textLimits.js";
import type { GraphqlErrorCode } from "../graphql/errorMeanings.js";
import { statusOf } from "./errorTable.js";
import { IdentityUnavailable, Unauthenticated } from "./identity/identity.js";
import { maskError } from "./maskError.js";
import { describeProblems, fieldErrors, wantsProblem } from "./problemDetails.js";

/** What callers are told. */
interface Told {
  readonly status: number;
  readonly detail: string;
  /** Set where the error is about the caller and not about what was asked. GraphQL's clients get it in the form of GraphQL's errors. */
  readonly code?: GraphqlErrorCode;
}

declare module "fastify" {
  interface FastifyContextConfig {
    isGraphql?: boolean;
  }
}

/** Fastify's errors whose words say too little, or whose status is not the documented one. */
const known: Record<string, { status: number; detail: string }> = {
  FST_ERR_CTP_INVALID_JSON_BODY: { status: 400, detail: "JSON parse error - the body is not valid JSON" },
  FST_ERR_CTP_EMPTY_JSON_BODY: { status: 400, detail: "JSON parse error - the body is empty" },
  FST_ERR_CTP_INVALID_MEDIA_TYPE: { status: 415, detail: "The body must be application/json" },
  CONTENT_CODING: { status: 415, detail: "The body must not be compressed: its Content-Encoding can only be identity" },
  FST_ERR_CTP_BODY_TOO_LARGE: { status: 413, detail: `The body is larger than ${maxRequest}` },
  // Only an id can be that long, and no object has such an id.
  FST_ERR_MAX_PARAM_LENGTH: { status: 404, detail: "Not found" },
};

/** Answers a request that has failed. An error that the caller can mend is told; any other is masked by an id that the log has, too. */
export function answerError(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  const { status, detail, code } = describe(error) ?? mask(error, request);
  const errors = error instanceof DomainError && wantsProblem(request) ? fieldErrors(request, error.problems) : [];
  if (status === 503 || status === 429) reply.header("retry-after", "1");
  // RFC 9110, 15.5.16: the answer should name the encodings that are taken.
  if (error.code === "CONTENT_CODING") reply.header("accept-encoding", "identity");
  if (error instanceof Unauthenticated) reply.header("www-authenticate", challenge(error));
  const isGraphql = code && request.routeOptions.config.isGraphql;
  reply
    .code(status)
    .send(isGraphql ? { errors: [{ message: detail, extensions: { code } }] } : { detail, ...(errors.length > 0 && { errors }) });
}

/** RFC 6750, 3: an error is named only where the caller has said who they are. */
const challenge = ({ message, hasSaid }: Unauthenticated): string =>
  `Bearer realm="batch-gateway"${hasSaid ? `, error="invalid_token", error_description="${message.replace(/[^ !#-[\]-~]/g, "")}"` : ""}`;

function describe(error: FastifyError): Told | null {
  if (error instanceof Unauthenticated) return { status: 401, detail: error.message, code: "UNAUTHENTICATED" };
  if (error instanceof IdentityUnavailable) return { status: 503, detail: error.message, code: "SERVICE_UNAVAILABLE" };
  if (error instanceof DomainError) {
    const isForbidden = error.code === "FORBIDDEN";
    return { status: statusOf(error), detail: describeProblems(error.problems), ...(isForbidden && { code: "FORBIDDEN" }) };
  }
  if (error instanceof ResultTooLarge) return { status: 400, detail: "The answer would be too large: ask for smaller pages" };
  if (error instanceof RequestEnded) return { status: 503, detail: error.message };
  const form = known[error.code];
  if (form) return form;
  const { statusCode = 500, message } = error;
  if (statusCode === 429) return { status: statusCode, detail: message, code: "TOO_MANY_REQUESTS" };
  return statusCode >= 400 && statusCode < 500 ? { status: statusCode, detail: message } : null;
}

function mask(error: FastifyError, request: FastifyRequest): Told {
  const { message, errorId } = maskError(error, request.log, "A request failed");
  return { status: errorId === null ? 503 : 500, detail: message };
}
