import type { FastifyBaseLogger, FastifyRequest } from "fastify";
import {
  type ExecutionArgs,
  type ExecutionResult,
  GraphQLError,
  type GraphQLFormattedError,
  type GraphQLSchema,
  parse,
  specifiedRules,
  validate,
} from "graphql";
import { createHandler } from "graphql-sse/lib/use/fastify";
import { makeHandler } from "graphql-ws/use/@fastify/websocket";
import type { Context } from "../graphql/context.js";
import { checkCost, depthLimit } from "../graphql/queryLimits.js";
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
  const formatErrors = (errors: readonly GraphQLError[]): GraphQLFormattedError[] => errors.map((error) => format(error.toJSON(), error));
  const formatResult = (result: ExecutionResult) => ({ ...result, ...(result.errors && { errors: formatErrors(result.errors) }) });

  function prepare(
    { query, operationName, variables }: Operation,
    context: Context,
  ): PreparedOperation | { errors: readonly GraphQLError[] } {
    try {
      const document = parse(query);
      const errors = validate(schema, document, [...specifiedRules, depthLimit]);
      if (errors.length > 0) return { errors: errors.map(asClientError) };
      checkCost(schema, document, variables ?? {}, operationName ?? undefined);
      return { schema, document, operationName, variableValues: variables, contextValue: { ...context } };
    } catch (error) {
      if (error instanceof GraphQLError) return { errors: [asClientError(error)] };
      throw error;
    }
  }

  return {
    /** The protocol graphql-transport-ws. */
    webSocket: makeHandler({
      schema,
      onSubscribe: ({ extra }, _id, payload) => {
        const prepared = prepare(payload, contextOf(extra.request));
        return "errors" in prepared ? prepared.errors : prepared;
      },
      onNext: (_context, _id, _payload, _args, result) => formatResult(result) as ExecutionResult,
      onError: (_context, _id, _payload, errors) => errors.map((error) => format(error as GraphQLFormattedError, error)),
    }),
    /** GraphQL over Server-Sent Events, a connection for each operation. */
    serverSentEvents: createHandler({
      schema,
      onSubscribe: ({ raw }, params) => prepare(params as Operation, contextOf(raw)),
      onNext: (_context, _request, result) => formatResult(result as ExecutionResult) as ExecutionResult,
    }),
  };
}

/** Whether a request asks for Server-Sent Events. */
export const wantsEvents = ({ headers }: FastifyRequest): boolean => (headers.accept ?? "").includes("text/event-stream");

/** Errors of parsing and validation have no code of their own; without one they would be masked. */
function asClientError(error: GraphQLError): GraphQLError {
  if (error.extensions.code) return error;
  return new GraphQLError(error.message, { ...error, extensions: { code: "GRAPHQL_VALIDATION_FAILED" } });
}
