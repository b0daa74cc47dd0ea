import type { FastifyRequest } from "fastify";
import {
  type ExecutionArgs,
  type ExecutionResult,
  execute,
  GraphQLError,
  type GraphQLFormattedError,
  type GraphQLSchema,
  getOperationAST,
  parse,
  validate,
} from "graphql";
import { CloseCode, type Context as SocketContext } from "graphql-ws";
import { limitDefaults } from "../config/limitSettings.js";
import type { Config } from "../config.js";
import type { Database } from "../db/database.js";
import { DomainError } from "../domain/errors.js";
import { coerceVariables, WrongVariables } from "../graphql/coerceVariables.js";
import { type Context, createContext, type Services, withScope } from "../graphql/context.js";
import type { GraphqlErrorCode } from "../graphql/errorMeanings.js";
import { AnswerTooLarge, isTooLarge } from "../graphql/execution/answerSize.js";
import { checkLimits, parseLimits } from "../graphql/queryLimits.js";
import { TracedDb } from "../monitoring/TracedDb.js";
import type { Span, Tracing } from "../monitoring/tracing.js";
import type { DocumentPolicy } from "./DocumentPolicy.js";
import { boundErrors, formatGraphqlError } from "./formatGraphqlError.js";
import { graphqlEvents } from "./graphqlEvents.js";
import { graphqlSocket, type SocketExtra } from "./graphqlSocket.js";
import type { HttpMetrics } from "./HttpMetrics.js";
import { auditOf } from "./identity/audit.js";
import type { Identities } from "./identity/Identities.js";
import { auditBy } from "./identity/identify.js";
import { IdentityUnavailable, Unauthenticated, watchIdentity } from "./identity/identity.js";
import type { CountRequest } from "./limitRates.js";
import { maskError } from "./maskError.js";
import { Observation } from "./Observation.js";
import type { OpenStreams } from "./OpenStreams.js";
import { type Leave, type Places, tooMuch } from "./Places.js";
import { openScope } from "./requestScope.js";
import { singleResult } from "./singleResult.js";

/** The code of a closing by which the client is told to come again (IANA). */
const tryAgainLater = 1013;

interface Operation {
  readonly query: string;
  readonly documentId?: unknown;
  readonly operationName?: string | null | undefined;
  readonly variables?: Record<string, unknown> | null | undefined;
}

type PreparedOperation = ExecutionArgs & {
  readonly contextValue: Record<string, unknown>;
  /** Its own, which has taken the place, or the one that has opened its WebSocket. */
  readonly request: FastifyRequest;
  readonly isSubscription: boolean;
  /** Of the operation, or of each event of a subscription. */
  readonly cost: number;
  readonly observation: Observation;
};

/** An operation that came over a WebSocket, and has taken a place. */
type AdmittedOperation = PreparedOperation & { readonly leave: Leave };

export interface StreamOptions {
  readonly database: Database;
  readonly services: Services;
  readonly schema: GraphQLSchema;
  readonly policy: DocumentPolicy;
  /** Null where nothing tells callers apart. */
  readonly identities: Identities | null;
  readonly config: Pick<Partial<Config>, "maxOperationsPerConnection">;
  readonly places: Places;
  readonly streams: OpenStreams;
  readonly countRequest: CountRequest;
  /** Milliseconds that an operation may take. A subscription may take any time. */
  readonly requestTime: number;
  readonly metrics: HttpMetrics;
  /** Null: nothing is traced. */
  readonly tracing: Tracing | null;
}

/** Runs operations over WebSockets and event streams, with the limits and the errors of plain requests. */
export function graphqlStreams(options: StreamOptions) {
  const { schema, policy, identities, places, streams, metrics, tracing } = options;
  const { maxOperationsPerConnection = limitDefaults.maxOperationsPerConnection } = options.config;
  const contextOf = (request: FastifyRequest) => createContext(options.services, request.actor, undefined, auditBy(request));

  function prepare(
    named: Operation,
    request: FastifyRequest,
    observation: Observation,
  ): PreparedOperation | { errors: readonly GraphQLError[] } {
    try {
      const context = contextOf(request);
      const { operationName, variables } = named;
      const document = parse(policy.textOf(named, context.actor) ?? "", parseLimits);
      const errors = validate(schema, document);
      if (errors.length > 0) return { errors: errors.map(withCode("GRAPHQL_VALIDATION_FAILED")) };
      policy.checkIntrospection(document, context.actor);
      const operation = getOperationAST(document, operationName);
      if (!operation)
        throw new GraphQLError("No operation has that name, or none was named", { extensions: { code: "OPERATION_RESOLUTION_FAILURE" } });
      observation.begins(operation);
      const cost = checkLimits(schema, document, operation, coerceVariables(schema, document, operation, variables ?? {}));
      const isSubscription = operation.operation === "subscription";
      const args = { schema, document, operationName, variableValues: variables, contextValue: { ...context } };
      return { ...args, request, isSubscription, cost, observation };
    } catch (error) {
      if (error instanceof WrongVariables) return { errors: error.errors };
      if (error instanceof GraphQLError) return { errors: [withCode("GRAPHQL_PARSE_FAILED")(error)] };
      throw error;
    }
  }

  /** Executes a query or a mutation in a scope of its own, and then gives up its place. Subscriptions have no time limit, and no place. */
  function executeInScope(args: ExecutionArgs, leave: Leave): AsyncGenerator<ExecutionResult, undefined> {
    const { request, observation, contextValue } = args as PreparedOperation;
    const scope = openScope(options.database, options.requestTime, request.id, leave);
    const context = withScope(contextValue as unknown as Context, {
      db: observation.span ? new TracedDb(scope.db, () => observation.span as Span) : scope.db,
      wait: scope.wait,
    });
    const result = (async () => execute({ ...args, contextValue: context }))().finally(() => {
      scope.close();
      leave();
    });
    return singleResult(result, scope.abandon);
  }

  /**
   * Prepares an operation once it has taken a place, as a request takes one. A query or a mutation keeps the place until it has been
   * executed.
   */
  async function admit(
    { extra: { request, flow }, subscriptions }: SocketContext<Record<string, unknown>, SocketExtra>,
    id: string,
    operation: Operation,
    observation: Observation,
  ): Promise<AdmittedOperation | readonly GraphQLError[]> {
    if (flow.refusal) return [withCode("TOO_MANY_OPERATIONS")(new GraphQLError(flow.refusal))];
    const tooOften = options.countRequest(request);
    if (tooOften) return [withCode("TOO_MANY_REQUESTS")(new GraphQLError(tooOften))];
    const leave = await flow.takePlace(places);
    if (!leave) return [withCode("SERVICE_UNAVAILABLE")(new GraphQLError(tooMuch))];
    let keepsPlace = false;
    try {
      const prepared = prepare(operation, request, observation);
      if ("errors" in prepared) return prepared.errors;
      const tooCostly = prepared.isSubscription && flow.noteSubscription(id, prepared.cost, subscriptions);
      if (tooCostly) return [withCode("QUERY_TOO_COSTLY")(new GraphQLError(tooCostly))];
      keepsPlace = !prepared.isSubscription;
      return { ...prepared, leave };
    } finally {
      if (!keepsPlace) leave();
    }
  }

  /** Gives a result its form. The result of a query or a mutation is the end of its operation, which is counted. */
  function finish(result: ExecutionResult, { request, observation }: Pick<PreparedOperation, "request" | "observation">): ExecutionResult {
    const formatted = formatResult(result, request);
    observation.fails(formatted.errors);
    metrics.count(observation);
    observation.ends();
    return (formatted.errors ? { ...formatted, errors: policy.told(formatted.errors, request.actor) } : formatted) as ExecutionResult;
  }

  /** Finds out who has opened a WebSocket, and closes it as soon as they are no longer known. @returns whether they are known */
  async function connect(extra: SocketExtra, parameters: Readonly<Record<string, unknown>> | undefined): Promise<boolean> {
    const { request, socket } = extra;
    try {
      const identity = await identities?.ofConnection(request, parameters);
      if (socket.readyState !== socket.OPEN) return false;
      if (identity) {
        Object.assign(request, { identity, actor: identity.actor });
        socket.once(
          "close",
          watchIdentity(identity, ({ message }) => extra.close(CloseCode.Forbidden, message)),
        );
      }
      return true;
    } catch (error) {
      if (isRefusal(error)) {
        auditOf(request, null)("connection_init", error instanceof DomainError ? error.code : "UNAUTHENTICATED");
        extra.close(CloseCode.Forbidden, error.message);
      } else
        extra.close(
          tryAgainLater,
          error instanceof IdentityUnavailable ? error.message : maskError(error, request.log, "A caller could not be identified").message,
        );
      return false;
    }
  }

  return {
    webSocket: graphqlSocket(
      {
        schema,
        onConnect: ({ extra, connectionParams }) => connect(extra, connectionParams),
        ...(!policy.trustsAll && { jsonMessageReviver: withQuery }),
        onSubscribe: async (context, id, payload) => {
          const span = tracing?.begin("server", "WebSocket message", null, { "batch_gateway.request_id": context.extra.request.id });
          const observation = new Observation(span, true);
          const admitted = await admit(context, id, payload, observation);
          if ("length" in admitted) observation.fails(admitted.map(toJson));
          if ("length" in admitted || observation.isSubscription) {
            metrics.count(observation);
            observation.ends();
          }
          return admitted;
        },
        execute: (args) => executeInScope(args, (args as AdmittedOperation).leave),
        onNext: (_context, _id, _payload, args, result) => finish(result, args as AdmittedOperation),
        onError: ({ extra }, _id, _payload, errors) =>
          policy.told(formatErrors(errors as GraphQLError[], extra.request), extra.request.actor),
      },
      streams,
      maxOperationsPerConnection,
    ),
    serverSentEvents: graphqlEvents(
      {
        schema,
        execute: (args) => executeInScope(args, keepPlace((args as PreparedOperation).request)),
        onSubscribe: ({ raw: request }, params) => {
          const observation = request.observation as Observation;
          const prepared = prepare(params as Operation, request, observation);
          if (observation.isSubscription) metrics.count(observation);
          return "errors" in prepared ? justErrors(prepared.errors) : prepared;
        },
        onNext: (_context, { raw: request }, result) =>
          finish(result as ExecutionResult, { request, observation: request.observation as Observation }),
      },
      streams,
    ),
  };
}

const formatErrors = (errors: readonly GraphQLError[], { log }: FastifyRequest): readonly GraphQLFormattedError[] =>
  boundErrors(errors.map((error) => formatGraphqlError(toJson(error), error, log)));

const formatResult = (result: ExecutionResult, request: FastifyRequest) =>
  isTooLarge(result.data)
    ? { errors: [new AnswerTooLarge()] }
    : { ...result, ...(result.errors && { errors: formatErrors(result.errors, request) }) };

/**
 * Takes over the place of a request, which would otherwise give it up when its answer begins: an event stream begins before the operation
 * is executed.
 */
function keepPlace(request: FastifyRequest): Leave {
  const { leave } = request;
  request.leave = null;
  return leave ?? (() => {});
}

const isRefusal = (error: unknown): error is Error => error instanceof Unauthenticated || error instanceof DomainError;

/** Completes a message that names its document by an id alone: graphql-ws takes none without a query. */
function withQuery(this: { readonly type?: unknown }, key: string, value: unknown): unknown {
  const isPayload = key === "payload" && this.type === "subscribe" && typeof value === "object" && value !== null;
  return isPayload && "documentId" in value ? { query: "", ...value } : value;
}

/** Sends a refusal as an event, because an EventSource shows its page nothing else of an answer. */
async function* justErrors(errors: readonly GraphQLError[]): AsyncGenerator<ExecutionResult> {
  yield { errors };
}

/** The JSON of an error, without the status that it would have over plain HTTP. */
function toJson(error: GraphQLError): GraphQLFormattedError {
  const { extensions: { http, ...extensions } = {}, ...json } = error.toJSON();
  return { ...json, extensions };
}

/** Gives a code to an error that has none, as those of parsing and validation: without a code they would be masked. */
const withCode =
  (code: GraphqlErrorCode) =>
  (error: GraphQLError): GraphQLError =>
    error.extensions.code
      ? error
      : new GraphQLError(error.message, { nodes: error.nodes, source: error.source, positions: error.positions, extensions: { code } });
