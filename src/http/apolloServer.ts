import { ApolloServer, type ApolloServerOptionsWithGateway, type ApolloServerPlugin } from "@apollo/server";
import { ApolloServerPluginCacheControlDisabled, ApolloServerPluginLandingPageDisabled } from "@apollo/server/plugin/disabled";
import type { FastifyBaseLogger } from "fastify";
import type { GraphQLSchema } from "graphql";
import type { Context } from "../graphql/context.js";
import { createExecutor } from "../graphql/execution/executeQuery.js";
import { stringifyResult } from "../graphql/execution/JsonText.js";
import { checkLimits } from "../graphql/queryLimits.js";
import { formatGraphqlError } from "./formatGraphqlError.js";

/** The GraphQL engine: parsing, validation, limits, execution, and the form of its errors. */
export async function startApolloServer(schema: GraphQLSchema, log: FastifyBaseLogger): Promise<ApolloServer<Context>> {
  const server = new ApolloServer<Context>({
    gateway: gatewayOf(schema),
    stringifyResult,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    formatError: formatGraphqlError(log),
    plugins: [
      // No field has a cache policy, and the plugin costs a quarter of the speed.
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      queryLimits(schema),
      legacyStatus,
    ],
  });
  await server.start();
  return server;
}

/** How Apollo takes an executor that is not graphql-js's. */
function gatewayOf(schema: GraphQLSchema): ApolloServerOptionsWithGateway<Context>["gateway"] {
  const execute = createExecutor(schema);
  return {
    onSchemaLoadOrUpdate: (load) => {
      load({ apiSchema: schema, coreSupergraphSdl: "" });
      return () => {};
    },
    load: async () => ({
      executor: async ({ document, operation, request, context }) =>
        execute({ document, operation, operationName: request.operationName, variables: request.variables, context: context as Context }),
    }),
    stop: async () => {},
  };
}

const queryLimits = (schema: GraphQLSchema): ApolloServerPlugin<Context> => ({
  requestDidStart: async () => ({
    didResolveOperation: async ({ document, request }) => checkLimits(schema, document, request.variables ?? {}, request.operationName),
  }),
});

/**
 * GraphQL over HTTP: a client that takes only `application/json` should get 200 for any well-formed request, even where the
 * document does not parse or validate (audits 572B, FDE2, 7B9B). Apollo answers 400.
 */
const legacyStatus: ApolloServerPlugin<Context> = {
  requestDidStart: async () => ({
    willSendResponse: async ({ request, response, errors }) => {
      // The answer has no content type yet; it follows from what the client accepts.
      const isLegacy = !request.http?.headers.get("accept")?.includes("application/graphql-response+json");
      const isWellFormed = typeof request.query === "string" && request.query !== "";
      if (isLegacy && isWellFormed && errors && response.http.status === 400) response.http.status = 200;
    },
  }),
};
