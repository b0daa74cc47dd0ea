import { ApolloServer, type ApolloServerPlugin, type GraphQLRequest, type GraphQLRequestListener, HeaderMap } from "@apollo/server";
import { ApolloServerPluginCacheControlDisabled, ApolloServerPluginLandingPageDisabled } from "@apollo/server/plugin/disabled";
import type { FastifyBaseLogger, FastifyRequest } from "fastify";
import { type FormattedExecutionResult, GraphQLError, type GraphQLSchema } from "graphql";
import Negotiator from "negotiator";
import { coerceVariables, WrongVariables } from "../graphql/coerceVariables.js";
import type { Context } from "../graphql/context.js";
import type { Executor } from "../graphql/execution/executor.js";
import { stringifyResult } from "../graphql/execution/JsonText.js";
import { checkLimits, parseLimits } from "../graphql/queryLimits.js";
import { type DocumentCache, hashLength } from "./DocumentCache.js";
import type { DocumentPolicy } from "./DocumentPolicy.js";
import { boundErrors, formatGraphqlError } from "./formatGraphqlError.js";

/** What the resolvers of a request have at hand, and the request. */
export interface RequestContext extends Context {
  readonly request: FastifyRequest;
}

/** What the engine is made of. */
export interface ApolloOptions {
  readonly schema: GraphQLSchema;
  /** Where the engine keeps the documents that it has parsed and validated. */
  readonly documents: DocumentCache;
  readonly execute: Executor;
  readonly policy: DocumentPolicy;
  readonly log: FastifyBaseLogger;
}

/** The GraphQL engine: parsing, validation, limits, execution, and the form of its errors. */
export async function startApolloServer(options: ApolloOptions): Promise<ApolloServer<RequestContext>> {
  const { documents } = options;
  const server = new ApolloServer<RequestContext>({
    schema: options.schema,
    stringifyResult,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    persistedQueries: false,
    parseOptions: parseLimits,
    // Apollo's own store takes 30 MB of text, whose syntax trees take 350 MB.
    documentStore: {
      get: async (key) => documents.get(hashIn(key)),
      set: async (key, document) => void documents.set(hashIn(key), document),
      delete: async (key) => documents.delete(hashIn(key)),
    },
    formatError: (formatted, error) => formatGraphqlError(formatted, error, logs.get(error as object) ?? options.log),
    plugins: [
      // No field has a cache policy, and Apollo's plugin for such policies costs a quarter of the speed.
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      pipeline(options),
    ],
  });
  await server.start();
  return server;
}

/** The logs of the requests in which errors came up, because Apollo hands the error alone to what formats it. */
const logs = new WeakMap<object, FastifyBaseLogger>();

/** Apollo's keys end in the hash of the document's text. The part before it tells schemas apart, and there is only one schema here. */
const hashIn = (key: string): string => key.slice(-hashLength);

const subscriptionsElsewhere =
  "Subscriptions are answered over a WebSocket (graphql-transport-ws), or as Server-Sent Events where text/event-stream is preferred";

/**
 * Adds to what Apollo does with a request: checks its limits, and has the gateway's own executor answer the queries that it can plan. It is
 * one plugin, because every hook of each plugin costs another promise.
 *
 * The executor is not Apollo's gateway executor. For such a one, Apollo makes an object with accessors at each request. The hidden class of
 * that object keeps the whole answer until the next full garbage collection. A page of 100 took 2.2 ms of processor time that way, and
 * takes 1.0 this way.
 */
function pipeline({ schema, execute, policy }: ApolloOptions): ApolloServerPlugin<RequestContext> {
  const listener = (): GraphQLRequestListener<RequestContext> => {
    let variables: Record<string, unknown> = {};
    return {
      didResolveOperation: async ({ document, operation, request, contextValue }) => {
        if (operation) contextValue.request.observation?.begins(operation);
        if (operation?.operation === "subscription")
          throw new GraphQLError(subscriptionsElsewhere, { extensions: { code: "BAD_REQUEST", http: { status: 400 } } });
        if (!operation) return;
        variables = coerceVariables(schema, document, operation, request.variables ?? {});
        checkLimits(schema, document, operation, variables);
        policy.checkIntrospection(document, contextValue.actor);
      },
      // By Apollo's types there always is an operation. But there is none where the document has no operation of the requested name.
      responseForOperation: async ({ document, operation, contextValue }) => {
        if (!operation) return null;
        const result = await execute({ document, operation, variables, context: contextValue });
        if (result === null) return null;
        const singleResult = result as FormattedExecutionResult;
        return { http: { status: undefined, headers: new HeaderMap() }, body: { kind: "single", singleResult } };
      },
      didEncounterErrors: async ({ errors, contextValue }) => {
        for (const error of errors) logs.set(error, contextValue.request.log);
      },
      willSendResponse: async ({ request, response, errors, contextValue }) => {
        if (errors && response.body.kind === "single") {
          const { singleResult } = response.body;
          const [first] = errors;
          const all = first instanceof WrongVariables ? first.errors.map((error) => error.toJSON()) : (singleResult.errors ?? []);
          singleResult.errors = boundErrors(policy.told(all, contextValue.actor));
          contextValue.request.observation?.fails(singleResult.errors);
        }
        if (errors && response.http.status === 400 && takesLegacyStatus(request)) response.http.status = 200;
      },
    };
  };
  return { requestDidStart: async () => listener() };
}

/**
 * Whether the client gets the status 200 even for an error. By the specification "GraphQL over HTTP", a client that takes only
 * `application/json` should get 200 for any well-formed request, even where the document does not parse or validate (audits 572B, FDE2,
 * 7B9B). Apollo answers 400.
 */
function takesLegacyStatus({ query, http }: GraphQLRequest): boolean {
  // The answer has no content type yet. It will be chosen in this way, too.
  const accepted = new Negotiator({ headers: { accept: http?.headers.get("accept") } });
  const isLegacy = accepted.mediaType(["application/json", "application/graphql-response+json"]) === "application/json";
  const isWellFormed = typeof query === "string" && query !== "";
  return isLegacy && isWellFormed;
}
