import { fastifyApolloHandler } from "@as-integrations/fastify";
import websocket from "@fastify/websocket";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { handleProtocols } from "graphql-ws";
import type { Config } from "../config.js";
import { roles } from "../domain/actor.js";
import { BatchProgressFeed } from "../domain/batch/read/batchProgressFeed.js";
import { JobQueueFeed } from "../domain/execution/JobQueueFeed.js";
import { QueuesFeed } from "../domain/execution/QueuesFeed.js";
import { ReportGroups } from "../domain/execution/ReportGroups.js";
import { WorkCounts } from "../domain/execution/WorkCounts.js";
import { WebhookAddresses } from "../domain/webhook/WebhookAddresses.js";
import { createContext } from "../graphql/context.js";
import { createExecutor, type ExecutionCounts } from "../graphql/execution/executor.js";
import { stringifyResult } from "../graphql/execution/JsonText.js";
import { buildGraphqlSchema } from "../graphql/schema.js";
import { type RequestContext, startApolloServer } from "./apolloServer.js";
import { DocumentCache } from "./DocumentCache.js";
import { DocumentPolicy } from "./DocumentPolicy.js";
import { sendGraphiql } from "./graphiql.js";
import { wantsEvents } from "./graphqlEvents.js";
import { graphqlStreams, type StreamOptions } from "./graphqlStreams.js";
import { auditBy } from "./identity/identify.js";
import { knownDocuments } from "./knownDocuments.js";
import { Observation } from "./Observation.js";
import { OpenStreams } from "./OpenStreams.js";
import { wantsPage } from "./pages.js";
import { readConsoleDocuments, readTrustedDocuments } from "./readTrustedDocuments.js";
import { sendGraphqlError } from "./sendGraphqlError.js";
import { graphqlPath, isHandshake, isOfOtherSite, webSocketHandshakes } from "./webSocketHandshakes.js";

/** Milliseconds that the other side has to agree to the closing of a WebSocket. */
const closeTimeout = 2_000;

export interface GraphqlDoorOptions extends Omit<StreamOptions, "services" | "schema" | "policy" | "streams" | "config"> {
  readonly config: Partial<Config>;
  readonly counts: ExecutionCounts;
  /** See `ExecutorOptions`. */
  readonly throwsFaults?: boolean | undefined;
}

declare module "fastify" {
  interface FastifyRequest {
    /** What the resolvers of the request's operation have at hand. It is made when the operation is first tried. */
    graphqlContext: RequestContext | null;
  }
}

/**
 * Opens the GraphQL door at `/graphql`: queries and mutations by POST, queries by GET, subscriptions by WebSocket
 * (graphql-transport-ws) and by Server-Sent Events, and GraphiQL for a browser.
 */
export async function graphqlDoor(app: FastifyInstance, options: GraphqlDoorOptions): Promise<void> {
  const { database, identities, config, counts, throwsFaults = false } = options;
  const schema = await buildGraphqlSchema();
  const execute = createExecutor(schema, { counts, log: app.log, throwsFaults });
  const documents = new DocumentCache();
  const trusted = config.trustedDocuments
    ? new Map([
        ...(await readTrustedDocuments(config.trustedDocuments, schema)),
        ...(config.console === false ? [] : await readConsoleDocuments()),
      ])
    : null;
  const policy = new DocumentPolicy(trusted, config);
  const engine = { schema, documents, execute, policy };
  const answerKnown = knownDocuments(engine, counts);
  const apollo = await startApolloServer({ ...engine, log: app.log });
  const queue = new JobQueueFeed(database);
  const services = {
    progress: new BatchProgressFeed(database),
    queue,
    queues: new QueuesFeed(database),
    reports: new ReportGroups((queued) => queue.tell(queued)),
    work: new WorkCounts(),
    maxRecipesPerBatch: config.maxRecipesPerBatch ?? null,
    webhookAddresses: new WebhookAddresses(config.webhookNetworks ?? []),
  };
  app.addHook(
    "preClose",
    async () => void (await Promise.all([services.progress.close(), services.queue.close(), services.queues.close()])),
  );
  // Requests that were in hand have queued jobs meanwhile.
  app.addHook("onClose", async () => void (await Promise.all([services.queue.allTold(), apollo.stop()])));
  const { server, initialConfig } = app;
  const socketOptions = {
    server: webSocketHandshakes(server),
    handleProtocols,
    closeTimeout,
    ...(initialConfig.bodyLimit && { maxPayload: initialConfig.bodyLimit }),
  };
  await app.register(websocket, {
    options: socketOptions,
    // The socket closes itself, with the protocol's code for what went wrong.
    errorHandler: ({ message }, _socket, request) => request.log.info({ reason: message }, "A WebSocket broke"),
  });
  app.addHook("onRequest", (request, reply, done) => {
    if (request.ws && isOfOtherSite(request, config.corsOrigins))
      reply.code(403).send({ detail: "A page of another site can't open a WebSocket" });
    else done();
  });

  // If a handshake is refused before the plugin has seen it, nothing else would close its connection.
  app.addHook("onResponse", ({ raw }, _reply, done) => {
    if (isHandshake(raw)) raw.socket.destroy();
    done();
  });

  app.decorateRequest("graphqlContext", null);
  const contextOf = (request: FastifyRequest): RequestContext => {
    request.graphqlContext ??= { request, ...createContext(services, request.actor, request, auditBy(request)) };
    return request.graphqlContext;
  };
  const answer = fastifyApolloHandler<RequestContext>(apollo, { context: async (request) => contextOf(request) });
  const streams = new OpenStreams(config.maxStreamsPerAddress ?? Number.POSITIVE_INFINITY);
  options.metrics.watchWork({ places: options.places, streams, counts, work: services.work });
  const { webSocket, serverSentEvents } = graphqlStreams({ ...options, services, schema, policy, streams });

  function showGraphiql(request: FastifyRequest, reply: FastifyReply): unknown {
    const { graphiql } = config;
    if (!graphiql || graphiql.includes(request.actor.role)) return sendGraphiql(request, reply);
    if (graphiql.length === 0) return reply.callNotFound();
    return reply.code(403).send({ detail: `GraphiQL is for ${graphiql.join(", ")}` });
  }

  async function handler(this: FastifyInstance, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
    if (isPage(request)) return showGraphiql(request, reply);
    // A handshake that became no WebSocket: who asks would have been said there.
    if (identities && !request.identity) throw identities.nothingSaid();
    request.observation = new Observation(request.span);
    if (!policy.trustsAll) {
      const refusal = policy.admit(request);
      if (refusal) {
        request.observation.fails([refusal]);
        return sendGraphqlError(request, reply, refusal);
      }
    }
    if (wantsEvents(request)) return serverSentEvents(request, reply);
    const known = await answerKnown(request, () => contextOf(request));
    if (known) {
      // An answered request can stay in memory until V8's next full collection, with all that it has. Of requests that report and claim a
      // thousand jobs, 0.1 MB stays with these lines and with executions that are ended without a copy, and 0.9 without.
      request.graphqlContext = null;
      request.body = undefined;
      return reply.type(known.contentType).send(stringifyResult(known.result));
    }
    return answer.call(this, request as Parameters<typeof answer>[0], reply as Parameters<typeof answer>[1]);
  }
  // A page is for some roles only: who asks for it has to be known.
  const isForRoles = config.graphiql !== undefined && config.graphiql.length > 0 && config.graphiql.length < roles.length;
  const opensSocket = (request: FastifyRequest) => isHandshake(request.raw);
  const routeConfig = {
    isGraphql: true,
    takesNoPlace: opensSocket,
    mayIdentifyLater: opensSocket,
    isOpen: (request: FastifyRequest) => isPage(request) && !isForRoles,
  };
  app.route({ url: graphqlPath, method: "GET", config: routeConfig, exposeHeadRoute: false, handler, wsHandler: webSocket });
  app.route({ url: graphqlPath, method: "POST", config: routeConfig, handler });
}

/** Whether a request asks for GraphiQL's page, which has no data. */
const isPage = (request: FastifyRequest): boolean => !isHandshake(request.raw) && !wantsEvents(request) && wantsPage(request);
