import { unwrapResolverError } from "@apollo/server/errors";
import type { FastifyBaseLogger } from "fastify";
import type { GraphQLFormattedError } from "graphql";
import { RequestEnded } from "../db/RequestEnd.js";
import { cut } from "../domain/cut.js";
import { DomainError, ResultTooLarge } from "../domain/errors.js";
import type { GraphqlErrorCode } from "../graphql/errorMeanings.js";
import { AnswerTooLarge } from "../graphql/execution/answerSize.js";
import { errorTable } from "./errorTable.js";
import { maskError } from "./maskError.js";

/** Characters of a message: graphql-js quotes names and values of any length. */
const maxMessage = 1000;
const maxErrors = 100;
/** Characters of all errors that are shown. An error's path consists of names, which the client can choose as long as it likes. */
const maxCharacters = 65_536;
const internal: GraphqlErrorCode = "INTERNAL_SERVER_ERROR";
const unavailable: GraphqlErrorCode = "SERVICE_UNAVAILABLE";
const deadlineExceeded: GraphqlErrorCode = "DEADLINE_EXCEEDED";

/**
 * Gives an error of GraphQL the form in which callers get it. An error that the caller can mend says what is wrong, and names the argument.
 * Any other is masked by an id, under which the log has it.
 * @param log the request's, if it is known
 */
export function formatGraphqlError(formatted: GraphQLFormattedError, error: unknown, log: FastifyBaseLogger): GraphQLFormattedError {
  const { locations, path } = formatted;
  const place = { ...(locations && { locations }), ...(path && { path }) };
  const cause = unwrapResolverError(error);
  if (cause instanceof DomainError) {
    const argument = cause.problems[0].path.join(".");
    return { message: cause.message, ...place, extensions: { code: errorTable[cause.code].graphql, ...(argument && { argument }) } };
  }
  if (cause instanceof ResultTooLarge) return { ...new AnswerTooLarge().toJSON(), ...place };
  if (cause instanceof RequestEnded) return { message: cause.message, ...place, extensions: { code: deadlineExceeded } };
  const code = formatted.extensions?.code;
  if (code !== undefined && code !== internal) return { ...formatted, message: cut(formatted.message, maxMessage) };
  const { message, errorId } = maskError(cause, log, "A GraphQL request failed");
  return { message, ...place, extensions: errorId === null ? { code: unavailable } : { code: internal, errorId } };
}

/** Leaves out the errors of an answer that are too many, and says how many it has left out: a query can have an error for each field. */
export function boundErrors(errors: readonly GraphQLFormattedError[]): readonly GraphQLFormattedError[] {
  let left = maxCharacters;
  const told = errors.findIndex((error, i) => {
    left -= JSON.stringify(error).length;
    return i === maxErrors || left < 0;
  });
  if (told === -1) return errors;
  const note = { message: `${errors.length - told} more errors are not shown`, extensions: { code: errors[told]?.extensions?.code } };
  return [...errors.slice(0, told), note];
}
