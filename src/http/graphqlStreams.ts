import type { FastifyBaseLogger, FastifyReply, FastifyRequest } from "fastify";
import {
  type ExecutionArgs,
  type ExecutionResult,
  GraphQLError,
  type GraphQLFormattedError,
  type GraphQLSchema,
  getOperationAST,
  parse,
  validate,
} from "graphql";
import { createHandler } from "graphql-sse/lib/use/fastify";
import { makeHandler } from "graphql-ws/use/@fastify/websocket";
import Negotiator from "negotiator";
import { coerceVariables } from "../graphql/coerceVariables.js";
import type { Context } from "../graphql/context.js";
import { AnswerTooLarge, isTooLarge } from "../graphql/execution/answerSize.js";
import { checkLimits, parseLimits } from "../graphql/queryLimits.js";
import { boundErrors } from "./boundErrors.js";
import { formatGraphqlError } from "./formatGraphqlError.js";

interface Operation {
  readonly query: string;
  readonly operationName?: string | null | undefined;
  readonly variables?: Record<string, unknown> | null | undefined;
}

type PreparedOperation = ExecutionArgs & { readonly contextValue: Record<string, unknown> };

export interface StreamOptions {
  readonly schema: GraphQLSchema;
  readonly log: FastifyBaseLogger;
  contextOf(request: FastifyRequest): Context;
}

/** How operations run over a connection that stays open: under the limits that hold for a single request, with the same errors. */
export function graphqlStreams({ schema, log, contextOf }: StreamOptions) {
  const format = formatGraphqlError(log);
  const formatErrors = (errors: readonly GraphQLError[]): readonly GraphQLFormattedError[] =>
    boundErrors(errors.map((error) => format(toJson(error), error)));
  const formatResult = (result: ExecutionResult) =>
    isTooLarge(result.data)
      ? { errors: [new AnswerTooLarge()] }
      : { ...result, ...(result.errors && { errors: formatErrors(result.errors) }) };

  function prepare(
    { query, operationName, variables }: Operation,
    context: Context,
  ): PreparedOperation | { errors: readonly GraphQLError[] } {
    try {
      const document = parse(query, parseLimits);
      const errors = validate(schema, document);
      if (errors.length > 0) return { errors: errors.map(withCode("GRAPHQL_VALIDATION_FAILED")) };
      const operation = getOperationAST(document, operationName);
      if (!operation)
        throw new GraphQLError("No operation has that name, or none was named", { extensions: { code: "OPERATION_RESOLUTION_FAILURE" } });
      coerceVariables(schema, document, operation, variables ?? {});
      checkLimits(schema, document, variables ?? {}, operationName ?? undefined);
      return { schema, document, operationName, variableValues: variables, contextValue: { ...context } };
    } catch (error) {
      if (error instanceof GraphQLError) return { errors: [withCode("GRAPHQL_PARSE_FAILED")(error)] };
      throw error;
    }
  }

  const serverSentEvents = createHandler({
    schema,
    onSubscribe: ({ raw }, params) => {
      const prepared = prepare(params as Operation, contextOf(raw));
      return "errors" in prepared ? justErrors(prepared.errors) : prepared;
    },
    onNext: (_context, _request, result) => formatResult(result as ExecutionResult) as ExecutionResult,
  });

  return {
    /** The protocol graphql-transport-ws. */
    webSocket: makeHandler({
      schema,
      onSubscribe: ({ extra }, _id, payload) => {
        const prepared = prepare(payload, contextOf(extra.request));
        return "errors" in prepared ? prepared.errors : prepared;
      },
      onNext: (_context, _id, _payload, _args, result) => formatResult(result) as ExecutionResult,
      onError: (_context, _id, _payload, errors) => formatErrors(errors as GraphQLError[]),
    }),
    /** GraphQL over Server-Sent Events, a connection for each operation. */
    serverSentEvents: (request: FastifyRequest, reply: FastifyReply) => {
      // The handler knows no other way to ask, and would wait for a body that is null.
      request.headers.accept = events;
      request.body ??= {};
      return serverSentEvents(request, reply);
    },
  };
}

const events = "text/event-stream";

/** Whether a request asks for Server-Sent Events, rather than for an answer as a whole. */
export const wantsEvents = ({ headers: { accept } }: FastifyRequest): boolean =>
  accept?.toLowerCase().includes(events) === true &&
  new Negotiator({ headers: { accept } }).mediaType(["application/json", "application/graphql-response+json", events]) === events;

/** Refusals come as an event: an EventSource does not see what else an answer says. */
async function* justErrors(errors: readonly GraphQLError[]): AsyncGenerator<ExecutionResult> {
  yield { errors };
}

/** Without the status that an error would have over plain HTTP. */
function toJson(error: GraphQLError): GraphQLFormattedError {
  const { extensions: { http, ...extensions } = {}, ...json } = error.toJSON();
  return { ...json, extensions };
}

/** Errors of parsing and validation have no code of their own; without one they would be masked. */
const withCode =
  (code: string) =>
  (error: GraphQLError): GraphQLError =>
    error.extensions.code
      ? error
      : new GraphQLError(error.message, { nodes: error.nodes, source: error.source, positions: error.positions, extensions: { code } });
